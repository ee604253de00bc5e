/// Writes whole numbers as ASCII digits, eight at a time.
///
/// Eight digits are made in one 64-bit word: the number is halved into two groups of four digits,
/// each of these into two of two, and each of those into two of one, all groups of a step at once
/// in lanes of the word. A division by 100 or 10 is a multiplication and a shift, exact for the
/// sizes that occur: `n / 100 = n · 5243 >> 19` for n < 10,000, `n / 10 = n · 103 >> 10` for
/// n < 100.
enum Digits {
  /// The most bytes that a number takes, those that are written and not kept included.
  static let room = 24

  /// Writes a number without zeros in front.
  ///
  /// - Parameters:
  ///   - number: Any.
  ///   - place: Where; at least `room` bytes from there are writable.
  /// - Returns: The place after the last digit.
  @inline(__always)
  static func write(_ number: UInt64, to place: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer
  {
    number < 100_000_000 ? writeShort(number, to: place) : writeLong(number, to: place)
  }

  /// Writes exactly `width` digits, with zeros in front.
  ///
  /// - Parameters:
  ///   - number: Less than `10^width`.
  ///   - width: 1 to 16.
  ///   - place: Where; at least `room` bytes from there are writable.
  /// - Returns: The place after the last digit.
  @inline(__always)
  static func write(
    _ number: UInt64, width: Int, to place: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    if width <= 8 {
      store(eight(number) >> UInt64(64 - 8 * width), to: place)
    } else {
      let (high, low) = number.quotientAndRemainder(dividingBy: 100_000_000)
      store(eight(high) >> UInt64(128 - 8 * width), to: place)
      store(eight(low), to: place + (width - 8))
    }
    return place + width
  }

  /// A number below 10^8.
  @inline(__always)
  private static func writeShort(
    _ number: UInt64, to place: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    let digits = eight(number)
    // The lowest byte is the first digit; zeros in front are bytes without their low half.
    let zeros = min((digits & 0x0F0F_0F0F_0F0F_0F0F).trailingZeroBitCount, 56) & ~7
    store(digits >> UInt64(zeros), to: place)
    return place + (8 - zeros / 8)
  }

  /// A number of nine digits or more.
  private static func writeLong(
    _ number: UInt64, to place: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    let (high, low) = number.quotientAndRemainder(dividingBy: 100_000_000)
    let end = write(high, to: place)
    store(eight(low), to: end)
    return end + 8
  }

  /// Eight digits of a number below 10^8 in ASCII, the first in the lowest byte.
  @inline(__always)
  private static func eight(_ number: UInt64) -> UInt64 {
    let (high, low) = number.quotientAndRemainder(dividingBy: 10_000)
    let fours = high | low << 32
    let hundreds = (fours &* 5243) >> 19 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) << 16
    let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
    return (tens | (twos &- tens &* 10) << 8) | 0x3030_3030_3030_3030
  }

  @inline(__always)
  private static func store(_ digits: UInt64, to place: UnsafeMutableRawPointer) {
    place.storeBytes(of: digits.littleEndian, as: UInt64.self)
  }
}
