import Parameters

/// Takes the rows of a CSV file one after another.
///
/// It stops for good at the first fault of quoting; a lone carriage return is one.
struct CSVRows {
  /// The number of the row read last; the header is row 1.
  private(set) var row = 0
  /// The cells of the row read last.
  private(set) var cells: [CSVScanner.Cell] = []
  /// Why reading stopped, if not at the end of the file.
  private(set) var fault: CSVFile.Fault?
  private var scanner: CSVScanner

  /// The rows of UTF-8 that outlives them.
  init(_ bytes: UnsafeRawBufferPointer) {
    scanner = CSVScanner(bytes)
  }

  /// Reads the next row; false at the end and after a fault.
  mutating func next() -> Bool {
    guard fault == nil, !scanner.isAtEnd else { return false }
    row += 1
    cells.removeAll(keepingCapacity: true)
    do throws(CSVFlaw) {
      repeat { cells.append(try scanner.next()) } while !cells[cells.count - 1].endsRow
      return true
    } catch {
      fault = CSVFile.Fault(row: row, text: Self.text(of: error))
      return false
    }
  }

  /// The bytes of a cell, quotation marks still doubled.
  func bytes(_ cell: CSVScanner.Cell) -> UnsafeRawBufferPointer { scanner.raw(cell) }

  /// The text of a cell.
  func text(_ cell: CSVScanner.Cell) -> String {
    guard let text = scanner.text(cell) else { preconditionFailure("row \(row) is not UTF-8") }
    return text
  }

  private static func text(of flaw: CSVFlaw) -> String {
    switch flaw {
    case .quoteInside: "has a quote inside a cell that does not begin with one"
    case .quoteNotClosed: "has a quote that is never closed"
    case .textAfterQuote: "has text after a closing quote"
    case .loneCarriageReturn: "has a carriage return without a line feed"
    }
  }
}
