import Parameters

/// Writes a CSV file into bytes: UTF-8, LF, RFC 4180 quoting, no byte order mark.
///
/// A text that a spreadsheet would take for a formula is refused, not changed: a guard character
/// put before it would be part of the figure's label in every program that is no spreadsheet.
/// Refused are texts that begin with `=`, `+`, `-`, `@`, their full-width forms, a tab or a
/// carriage return. Numbers are not affected; a negative number begins with `-`.
public struct CSVBuffer: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private let file: String
  private var row = 1
  private var column = 1

  /// An empty file.
  ///
  /// - Parameter file: Its name, for messages.
  public init(file: String) {
    self.file = file
  }

  /// Appends a text cell, quoted where it holds a comma, a quote or a line break.
  public mutating func append(_ text: String) throws(TableError) {
    if CSVBuffer.startsFormula(text) {
      throw .formula(file: file, row: row, column: column, text: text)
    }
    separate()
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    guard bytes[start...].contains(where: CSVBuffer.needsQuotes) else { return }
    bytes.removeSubrange(start...)
    bytes.append(CSVBuffer.quote)
    for byte in text.utf8 {
      if byte == CSVBuffer.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(CSVBuffer.quote)
  }

  /// Appends a number with a fixed number of decimals, rounded as `FixedDecimal` says.
  ///
  /// - Parameters:
  ///   - number: Finite.
  ///   - decimals: 0 to 15.
  public mutating func append(_ number: Double, decimals: Int) {
    separate()
    FixedDecimal.append(number, decimals: decimals, to: &bytes)
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
      separate()
      bytes.append(contentsOf: text.utf8)
    }
  }

  /// Appends a whole number.
  public mutating func append(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Appends all cells of another file's unfinished row, as the first ones of a row.
  mutating func append(copying cells: CSVBuffer) {
    precondition(column == 1 && cells.row == 1, "cells are copied to the start of a row")
    bytes.append(contentsOf: cells.bytes)
    column = cells.column
  }

  /// Ends the row.
  public mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    row += 1
    column = 1
  }

  /// Appends a row of text cells and ends it.
  public mutating func appendRow(_ cells: [String]) throws(TableError) {
    for cell in cells { try append(cell) }
    endRow()
  }

  /// Whether a spreadsheet would take a text for a formula.
  public static func startsFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private mutating func separate() {
    if column > 1 { bytes.append(UInt8(ascii: ",")) }
    column += 1
  }

  private static let quote = UInt8(ascii: "\"")

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case quote, UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }
}
