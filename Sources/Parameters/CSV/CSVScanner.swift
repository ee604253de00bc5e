/// Takes the cells of a CSV file one after another, by RFC 4180.
///
/// Cells are divided by commas; rows end in LF or CR LF, the last may lack its end. A cell that
/// begins with a quotation mark ends with one, and holds commas, line ends and doubled quotation
/// marks between them; elsewhere a quotation mark is a fault, and so is a lone carriage return. A
/// byte order mark at the start is skipped.
///
/// All CSV readers take their cells from here; how many make a row and what they say is theirs.
package struct CSVScanner {
  /// A cell: its bytes without the quotation marks around it.
  package struct Cell {
    let start: Int
    let end: Int
    /// Whether quotation marks are doubled in it.
    let hasDoubledQuotes: Bool
    /// Whether it is the last of its row.
    package let endsRow: Bool
  }

  /// The line of the cell that comes next, from 1.
  package private(set) var line = 1
  /// The line on which the last cell ended, or of the fault: that of the opening quotation mark if
  /// it is not closed.
  package private(set) var lastLine = 1
  private let bytes: UnsafeRawBufferPointer
  private(set) var position: Int

  /// Cells of bytes that outlive the scanner.
  package init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether no row is left.
  package var isAtEnd: Bool { position == bytes.count }

  /// The next cell; a row has at least one.
  package mutating func next() throws(CSVFlaw) -> Cell {
    guard position < bytes.count, bytes[position] == quote else {
      let start = position
      position = endOfPlainCell(from: start)
      if position < bytes.count, bytes[position] == quote {
        lastLine = line
        throw .quoteInside
      }
      return try cell(start, position, hasDoubledQuotes: false)
    }
    let start = position + 1
    let hasDoubledQuotes = try takeQuoted()
    return try cell(start, position - 1, hasDoubledQuotes: hasDoubledQuotes)
  }

  /// The bytes of a cell, quotation marks still doubled.
  @inline(__always)
  package func raw(_ cell: Cell) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[cell.start..<cell.end])
  }

  /// The text of a cell; `nil` if it is not UTF-8.
  package func text(_ cell: Cell) -> String? {
    guard cell.hasDoubledQuotes else { return String(validating: raw(cell), as: UTF8.self) }
    var content: [UInt8] = []
    var isSecond = false
    for byte in raw(cell) {
      isSecond = byte == quote && !isSecond
      if !isSecond { content.append(byte) }
    }
    return String(validating: content, as: UTF8.self)
  }

  /// The next cell as a number, without a search for its end; `nil` if it is not a plain number.
  @inline(__always)
  var numberAhead: PlainNumber? {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
    guard let number = PlainNumber(startOf: rest) else { return nil }
    if number.length == rest.count { return number }
    let divider = rest[number.length]
    return divider == comma || divider == lineFeed ? number : nil
  }

  /// Takes the cell that is the number ahead; returns whether it ends the row.
  @inline(__always)
  mutating func take(_ number: PlainNumber) -> Bool {
    position += number.length
    lastLine = line
    guard position < bytes.count else { return true }
    let endsRow = bytes[position] == lineFeed
    if endsRow { line += 1 }
    position += 1
    return endsRow
  }

  /// The cell that ends at the position or before a quotation mark there, and what divides it from
  /// the next.
  @inline(__always)
  private mutating func cell(
    _ start: Int, _ end: Int, hasDoubledQuotes: Bool
  ) throws(CSVFlaw) -> Cell {
    lastLine = line
    let endsRow = try takeDivider()
    return Cell(start: start, end: end, hasDoubledQuotes: hasDoubledQuotes, endsRow: endsRow)
  }

  /// Takes a comma or the end of a row; returns whether it was the latter.
  @inline(__always)
  private mutating func takeDivider() throws(CSVFlaw) -> Bool {
    guard position < bytes.count else { return true }
    switch bytes[position] {
    case comma:
      position += 1
      return false
    case lineFeed:
      position += 1
    case carriageReturn:
      guard position + 1 < bytes.count, bytes[position + 1] == lineFeed
      else { throw .loneCarriageReturn }
      position += 2
    default: throw .textAfterQuote
    }
    line += 1
    return true
  }

  /// Where a plain cell ends: the next comma, quotation mark, line feed or carriage return.
  @inline(__always)
  private func endOfPlainCell(from start: Int) -> Int {
    var place = start
    while place + 8 <= bytes.count {
      let found = dividers(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < bytes.count {
      if endsPlainCell(bytes[place]) { break }
      place += 1
    }
    return place
  }

  /// From an opening quotation mark to after the closing one; returns whether any between are
  /// doubled.
  private mutating func takeQuoted() throws(CSVFlaw) -> Bool {
    let start = line
    var hasDoubledQuotes = false
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == lineFeed { line += 1 }
      guard byte == quote else { continue }
      guard position < bytes.count, bytes[position] == quote else { return hasDoubledQuotes }
      hasDoubledQuotes = true
      position += 1
    }
    lastLine = start
    throw .quoteNotClosed
  }
}

/// Not 0 if and only if one of eight bytes ends a plain cell; the lowest bit set is in the first.
@inline(__always)
private func dividers(_ word: UInt64) -> UInt64 {
  let word = UInt64(littleEndian: word)
  return zeros(word ^ 0x2C2C_2C2C_2C2C_2C2C) | zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
    | zeros(word ^ 0x2222_2222_2222_2222) | zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
}

/// Not 0 if and only if a byte is 0; the lowest bit set is in the first such byte.
@inline(__always)
private func zeros(_ word: UInt64) -> UInt64 {
  (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}

@inline(__always)
private func endsPlainCell(_ byte: UInt8) -> Bool {
  byte == comma || byte == lineFeed || byte == quote || byte == carriageReturn
}

private let quote = UInt8(ascii: "\"")
private let comma = UInt8(ascii: ",")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
