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
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count > start else {
      faults.report(InputFault.emptyFile, line: nil)
      return nil
    }
    var scanner = CSVScanner(bytes, from: start)
    var records: [Row] = []
    do {
      while let record = try scanner.next() { records.append(record) }
    } catch {
      faults.report(error, line: scanner.line)
      return nil
    }
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
}

/// Splits CSV bytes into records.
private struct CSVScanner {
  private let bytes: [UInt8]
  /// Whether all bytes are UTF-8, so that no field need be looked at.
  private let isUTF8: Bool
  private var position: Int
  private var longestRecord = 0
  /// The line at the position, from 1.
  private(set) var line = 1

  private let quote = UInt8(ascii: "\"")
  private let comma = UInt8(ascii: ",")
  private let newline = UInt8(ascii: "\n")
  private let carriageReturn = UInt8(ascii: "\r")

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    self.position = start
  }

  /// The next record, or `nil` at the end.
  mutating func next() throws(InputFault) -> CSVTable.Row? {
    guard position < bytes.endIndex else { return nil }
    let start = line
    var fields: [String] = []
    fields.reserveCapacity(longestRecord)
    fields.append(try field())
    while position < bytes.endIndex, bytes[position] == comma {
      position += 1
      fields.append(try field())
    }
    try endLine()
    longestRecord = max(longestRecord, fields.count)
    return CSVTable.Row(line: start, fields: fields)
  }

  private mutating func field() throws(InputFault) -> String {
    if position < bytes.endIndex, bytes[position] == quote {
      var content: [UInt8] = []
      try readQuoted(into: &content)
      return try text(content[...])
    }
    let start = position
    while position < bytes.endIndex, !endsField(bytes[position]) {
      guard bytes[position] != quote else {
        throw .malformedCSV(problem: "a quotation mark inside a field without quotation marks")
      }
      position += 1
    }
    return try text(bytes[start..<position])
  }

  private func text(_ content: ArraySlice<UInt8>) throws(InputFault) -> String {
    if !isUTF8, String(validating: content, as: UTF8.self) == nil { throw .notUTF8 }
    return String(decoding: content, as: UTF8.self)
  }

  /// From an opening to a closing quotation mark; `""` inside stands for one.
  private mutating func readQuoted(into content: inout [UInt8]) throws(InputFault) {
    let start = line
    position += 1
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      if byte == quote {
        guard position < bytes.endIndex, bytes[position] == quote else { return }
        position += 1
      }
      if byte == newline { line += 1 }
      content.append(byte)
    }
    line = start
    throw .malformedCSV(problem: "a quotation mark that is not closed")
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == comma || byte == newline || byte == carriageReturn
  }

  private mutating func endLine() throws(InputFault) {
    guard position < bytes.endIndex else { return }
    if bytes[position] == carriageReturn { position += 1 }
    guard position < bytes.endIndex, bytes[position] == newline else {
      throw .malformedCSV(problem: "a field neither followed by a comma nor by the end of the line")
    }
    position += 1
    line += 1
  }
}
