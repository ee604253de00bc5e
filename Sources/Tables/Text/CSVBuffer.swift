import Parameters

/// Writes a CSV file into bytes: UTF-8, LF, RFC 4180 quoting, no byte order mark.
///
/// A text that a spreadsheet would take for a formula is refused, not changed: a guard character
/// put before it would be part of the figure's label in every program that is no spreadsheet.
/// Refused are texts that begin with `=`, `+`, `-`, `@`, their full-width forms, a tab or a
/// carriage return. Numbers are not affected; a negative number begins with `-`.
public struct CSVBuffer: ~Copyable, Sendable {
  /// What has been written so far.
  public var bytes: [UInt8] { memory.bytes }
  /// Number of the row that is being written; the first is 1.
  private(set) var row = 1
  private(set) var memory = ByteBuffer()
  private let file: String
  private var column = 1

  /// An empty file.
  ///
  /// - Parameter file: Its name, for messages.
  public init(file: String) {
    self.file = file
  }

  /// Appends a text cell, quoted where it holds a comma, a quote or a line break.
  public mutating func append(_ text: String) throws(TableError) {
    let isFormula = text.utf8Span.span.withUnsafeBufferPointer { cell in
      if CSVText.startsFormula(cell) { return true }
      appendCell(room: CSVText.room(for: cell)) { CSVText.write(cell, to: $0) }
      return false
    }
    if isFormula { throw .formula(file: file, row: row, column: column, text: text) }
  }

  /// Appends a number with a fixed number of decimals, rounded as `FixedDecimal` says.
  ///
  /// - Parameters:
  ///   - number: Finite.
  ///   - decimals: 0 to 15.
  public mutating func append(_ number: Double, decimals: Int) {
    appendCell(room: FixedDecimal.room(for: number)) {
      FixedDecimal.write(number, decimals: decimals, to: $0)
    }
  }

  /// Appends a number as the shortest text that reads back as the same number, without an
  /// exponent: one so small that it would have one gets 15 decimals.
  ///
  /// - Parameter number: Finite.
  mutating func append(exactly number: Double) {
    let text = shortestText(number)
    if text.utf8.contains(UInt8(ascii: "e")) {
      append(number, decimals: abs(number) < 1 ? FixedDecimal.mostDecimals : 0)
    } else {
      text.utf8Span.span.withUnsafeBufferPointer { digits in
        appendCell(room: CSVText.room(for: digits)) { CSVText.write(digits, to: $0) }
      }
    }
  }

  /// Appends a whole number.
  public mutating func append(_ number: Int) {
    appendCell(room: Digits.room + 1) { start in
      guard number < 0 else { return Digits.write(UInt64(number), to: start) }
      start.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
      return Digits.write(UInt64(number.magnitude), to: start + 1)
    }
  }

  /// Appends all cells of another buffer, which holds one unfinished row, as the first of a row.
  mutating func append(copying cells: borrowing CSVBuffer) {
    precondition(column == 1, "cells are copied to the start of a row, not to column \(column)")
    cells.memory.withBytes { memory.append($0) }
    column = cells.column
  }

  /// Ends the row.
  public mutating func endRow() {
    memory.append(UInt8(ascii: "\n"))
    row += 1
    column = 1
  }

  /// Appends a row of text cells and ends it.
  public mutating func appendRow(_ cells: [String]) throws(TableError) {
    for cell in cells { try append(cell) }
    endRow()
  }

  /// Begins anew without bytes, and keeps the room they had.
  ///
  /// - Parameter row: Number of the row that is written next.
  mutating func restart(atRow row: Int = 1) {
    memory.removeAll()
    self.row = row
    column = 1
  }

  @inline(__always)
  private mutating func appendCell(
    room: Int, _ write: (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer
  ) {
    let isFirst = column == 1
    memory.append(room: room + 1) { start in
      start.storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
      return write(isFirst ? start : start + 1)
    }
    column += 1
  }
}
