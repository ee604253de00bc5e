/// Writes a text as a cell of a CSV file: quoted where RFC 4180 wants it, refused where a
/// spreadsheet would take it for a formula. Both are decided on the bytes of UTF-8.
enum CSVText {
  /// The most bytes that `write` writes, those that are written and not kept included.
  static func room(for cell: UnsafeBufferPointer<UInt8>) -> Int { 2 * cell.count + 8 }

  /// Writes a cell.
  ///
  /// - Parameters:
  ///   - cell: UTF-8.
  ///   - place: Where; at least `room(for:)` bytes from there are writable.
  /// - Returns: The place after the last byte.
  @inline(__always)
  static func write(
    _ cell: UnsafeBufferPointer<UInt8>, to place: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    guard let start = cell.baseAddress else { return place }
    place.copyMemory(from: start, byteCount: cell.count)
    return needsQuotes(place, count: cell.count)
      ? writeQuoted(cell, to: place) : place + cell.count
  }

  /// Whether a spreadsheet would take a text for a formula.
  @inline(__always)
  static func startsFormula(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      return true
    case 0xEF: return ["＝", "＋", "－", "＠"].contains { cell.starts(with: $0.utf8) }
    default: return false
    }
  }

  /// Whether a comma, a quote or a line break occurs, looked for in eight bytes at once.
  ///
  /// - Parameter start: Of the cell; the seven bytes after it are readable.
  @inline(__always)
  private static func needsQuotes(_ start: UnsafeMutableRawPointer, count: Int) -> Bool {
    var found: UInt64 = 0
    var offset = 0
    while offset < count {
      var word = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      if count - offset < 8 { word &= (1 << UInt64(8 * (count - offset))) - 1 }
      found |= zeros(word ^ quotes) | zeros(word ^ commas)
      found |= zeros(word ^ lineFeeds) | zeros(word ^ carriageReturns)
      offset += 8
    }
    return found != 0
  }

  /// Not 0 if and only if a byte is 0.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private static func writeQuoted(
    _ cell: UnsafeBufferPointer<UInt8>, to start: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    let quote = UInt8(ascii: "\"")
    var place = write(quote, to: start)
    for byte in cell {
      if byte == quote { place = write(quote, to: place) }
      place = write(byte, to: place)
    }
    return write(quote, to: place)
  }

  private static func write(
    _ byte: UInt8, to place: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    place.storeBytes(of: byte, as: UInt8.self)
    return place + 1
  }

  private static let quotes: UInt64 = 0x2222_2222_2222_2222
  private static let commas: UInt64 = 0x2C2C_2C2C_2C2C_2C2C
  private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
  private static let carriageReturns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D
}
