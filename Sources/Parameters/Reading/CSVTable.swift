public import Foundation

/// A table of text read strictly from CSV as RFC 4180 has it.
///
/// UTF-8 with or without a byte order mark; lines end in LF or CR LF, the last may lack its end.
/// Every row has as many fields as the header. Nothing is trimmed.
public struct CSVTable: Equatable, Sendable {
  /// A row and the line on which it starts.
  public struct Row: Equatable, Sendable {
    /// From 1; the header is on line 1.
    public let line: Int
    /// As many as the header has.
    public let fields: [String]
  }

  /// The names of the columns, each once.
  public let header: [String]
  /// The rows after the header.
  public let rows: [Row]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - url: Where the file lies.
  ///   - file: Its name in messages.
  /// - Throws: `InputError` with all faults.
  public init(contentsOf url: URL, as file: String) throws {
    let faults = FaultCollector(file: file)
    let table = CSVTable(try contents(ofFile: url, as: file), reportingTo: faults)
    try faults.throwIfAny()
    self = table!
  }

  /// Reads bytes; `nil` after reporting at least one fault.
  public init?(_ bytes: [UInt8], reportingTo faults: FaultCollector) {
    guard let records = bytes.withUnsafeBytes({ CSVTable.records($0, reportingTo: faults) })
    else { return nil }
    let before = faults.faults.count
    header = records[0].fields
    for (index, name) in header.enumerated() where header[..<index].contains(name) {
      faults.report(InputFault.duplicateKey(name), line: 1)
    }
    rows = Array(records.dropFirst())
    for row in rows where row.fields.count != header.count {
      faults.report(
        InputFault.wrongColumnCount(found: row.fields.count, expected: header.count),
        line: row.line)
    }
    if faults.faults.count > before { return nil }
  }

  /// The rows of bytes, the header first; `nil` after reporting a fault.
  private static func records(
    _ bytes: UnsafeRawBufferPointer, reportingTo faults: FaultCollector
  ) -> [Row]? {
    var scanner = CSVScanner(bytes)
    guard !scanner.isAtEnd else {
      faults.report(InputFault.emptyFile, line: nil)
      return nil
    }
    var records: [Row] = []
    do {
      while !scanner.isAtEnd {
        records.append(Row(line: scanner.line, fields: try scanner.nextTexts()))
      }
    } catch {
      faults.report(error, line: scanner.lastLine)
      return nil
    }
    return records
  }
}
