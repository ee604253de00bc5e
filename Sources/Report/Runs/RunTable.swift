import Parameters
import Tables

/// A CSV file of a run by the names of its columns.
struct RunTable {
  /// Its name in messages.
  let file: String
  /// Number of rows below the header.
  let count: Int
  private let columns: [String: CSVFile.Column]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: Its name in messages.
  ///   - needed: The columns without which it is none of a run.
  /// - Throws: `InputError` where it is no CSV file, or lacks a column.
  init(_ bytes: [UInt8], as file: String, needed: [String]) throws {
    let read = CSVFile(bytes: bytes)
    guard read.faults.isEmpty else {
      throw InputError(
        read.faults.map {
          Fault(
            InputFault.malformedCSV(problem: "row \($0.row) \($0.text)"), at: Place(file: file))
        })
    }
    guard needed.allSatisfy(read.header.contains) else {
      throw InputError(
        InputFault.wrongHeader(found: read.header, expected: needed), at: Place(file: file))
    }
    self.file = file
    count = read.rowCount
    columns = Dictionary(read.columns.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The text of a row, the first below the header being 0; blank where there is no such column.
  func text(_ column: String, _ row: Int) -> String { columns[column]?.text(at: row) ?? "" }

  /// A number; `nil` for a blank or a marker.
  ///
  /// - Throws: `InputError` for anything else.
  func number(_ column: String, _ row: Int) throws -> Double? {
    let text = text(column, row)
    if let number = Double(text), number.isFinite { return number }
    guard text.isEmpty || Marker(rawValue: text) != nil else {
      throw InputError(
        InputFault.notANumber(of: column, found: text), at: Place(file: file, line: row + 2))
    }
    return nil
  }

  /// A figure with the ends of its interval, where the table has them.
  ///
  /// - Parameters:
  ///   - column: The figure's column.
  ///   - scale: What all three are multiplied by.
  /// - Returns: `nil` where the figure is blank or a marker.
  func figure(_ column: String, _ row: Int, scale: Double = 1) throws -> RunFigure? {
    guard let value = try number(column, row) else { return nil }
    let ends = try ["lower", "upper"].compactMap { try number("\(column)_\($0)_ci", row) }
    return RunFigure(
      value: value * scale,
      range: ends.count == 2 && ends[0] <= ends[1] ? ends[0] * scale...ends[1] * scale : nil,
      isOutturn: text("estimate_type", row) == "Outturn")
  }
}

/// A figure of a run.
struct RunFigure: Sendable, Equatable {
  /// As the run gives it, in the unit of the page.
  let value: Double
  /// The ends of its 95% interval; `nil` in a run without draws, and for what is known or not drawn.
  let range: ClosedRange<Double>?
  /// Whether it is a published figure of the past.
  var isOutturn = false
}
