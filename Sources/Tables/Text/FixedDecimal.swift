/// Writes numbers with a fixed number of decimals, exactly rounded.
///
/// The binary value of the number is rounded to the nearest multiple of `10^-decimals`; a number
/// exactly half way goes to the even neighbour (0.125 → 0.12, 0.375 → 0.38; 2.675, whose binary
/// value lies below the half, → 2.67). No exponent, no negative zero, no grouping; every finite
/// number of any size is written out in full.
///
/// Laws: the text read back lies within half a unit of the last place of the number;
/// `text(-x)` is `text(x)` with a minus sign, unless that is zero.
public enum FixedDecimal {
  /// The most decimals that can be asked for; `10^15` and the scaled fraction are exact doubles.
  public static let mostDecimals = 15

  /// The number as text.
  ///
  /// - Parameters:
  ///   - number: Finite.
  ///   - decimals: 0 to `mostDecimals`.
  public static func text(_ number: Double, decimals: Int) -> String {
    withUnsafeTemporaryAllocation(byteCount: room(for: number), alignment: 1) { memory in
      let start = memory.baseAddress!
      let end = write(number, decimals: decimals, to: start)
      return String(decoding: memory[..<(end - start)], as: UTF8.self)
    }
  }

  /// The number as text with commas between thousands, for the terminal; never for a file.
  public static func grouped(_ number: Double, decimals: Int) -> String {
    let plain = text(number, decimals: decimals)
    let start = plain.first == "-" ? plain.index(after: plain.startIndex) : plain.startIndex
    let whole = plain[start...].prefix { $0 != "." }
    var result = String(plain[..<start])
    for (place, digit) in zip((0..<whole.count).reversed(), whole) {
      result.append(digit)
      if place > 0 && place % 3 == 0 { result.append(",") }
    }
    return result + plain[whole.endIndex...]
  }

  /// The most bytes that `write` writes.
  @inline(__always)
  static func room(for number: Double) -> Int {
    number.magnitude < exactWhole ? 2 * Digits.room + 2 : largestRoom
  }

  /// Writes the number's ASCII characters; parameters as for `text`.
  ///
  /// - Parameter start: Where; at least `room(for:)` bytes from there are writable.
  /// - Returns: The place after the last character.
  @inline(__always)
  static func write(
    _ number: Double, decimals: Int, to start: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    precondition(
      0...mostDecimals ~= decimals, "\(decimals) decimals, outside 0...\(mostDecimals)")
    let size = number.magnitude
    guard size < exactWhole else { return writeLarge(number, decimals: decimals, to: start) }
    let (whole, fraction) = rounded(size, decimals: decimals)
    var place = start
    if number < 0 && whole | fraction != 0 { place = write("-", to: place) }
    place = Digits.write(whole, to: place)
    return writeFraction(fraction, decimals: decimals, to: place)
  }

  /// The whole part, and the fraction in units of the last place, of a number below 2^53 rounded.
  ///
  /// Added to 2^52, a double below 2^52 is rounded to a whole number, ties to even, which is then
  /// the significand. The fraction times `10^decimals` is rounded before, when the product is not
  /// exact; that can only hide on which side of a half it lies, so only an apparent half needs a
  /// second look.
  @inline(__always)
  private static func rounded(
    _ size: Double, decimals: Int
  ) -> (whole: UInt64, fraction: UInt64) {
    let whole = Int64(size)
    let fraction = size - Double(whole)
    let scale = powersOfTen[decimals]
    let product = fraction * scale
    let sum = product + 0x1p52
    var units = sum.significandBitPattern
    if (product - (sum - 0x1p52)).magnitude == 0.5 {
      units = UInt64(product)
      let isOdd = (decimals == 0 ? UInt64(whole) : units) % 2 == 1
      if roundsUp(fraction, scale, product: product, isOdd: isOdd) { units += 1 }
    }
    let carries = Double(units) == scale
    return carries ? (UInt64(whole) + 1, 0) : (UInt64(whole), units)
  }

  /// Whether a product that is a half when rounded lies above it, or on it after an odd number; the
  /// fused multiply-add recovers the product's error.
  private static func roundsUp(
    _ fraction: Double, _ scale: Double, product: Double, isOdd: Bool
  ) -> Bool {
    let error = (-product).addingProduct(fraction, scale)
    return error == 0 ? isOdd : error > 0
  }

  /// Writes a number of 2^53 or more, which has no fraction: its significand, doubled in groups of
  /// nine digits.
  private static func writeLarge(
    _ number: Double, decimals: Int, to start: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    precondition(number.isFinite, "not a finite number: \(number)")
    let base: UInt64 = 1_000_000_000
    var groups = [number.magnitude.significandBitPattern | 1 << 52]  // lowest first
    for doubling in 0...(Int(number.exponent) - 52) {
      var carry: UInt64 = 0
      for index in groups.indices {
        let sum = (doubling == 0 ? groups[index] : groups[index] * 2) + carry
        groups[index] = sum % base
        carry = sum / base
      }
      while carry > 0 {
        groups.append(carry % base)
        carry /= base
      }
    }
    var place = Digits.write(groups.removeLast(), to: number < 0 ? write("-", to: start) : start)
    for group in groups.reversed() { place = Digits.write(group, width: 9, to: place) }
    return writeFraction(0, decimals: decimals, to: place)
  }

  @inline(__always)
  private static func writeFraction(
    _ units: UInt64, decimals: Int, to place: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    decimals == 0 ? place : Digits.write(units, width: decimals, to: write(".", to: place))
  }

  @inline(__always)
  private static func write(
    _ character: Unicode.Scalar, to place: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    place.storeBytes(of: UInt8(ascii: character), as: UInt8.self)
    return place + 1
  }

  /// Below this, every double has its whole part exact in 64 bits and may have a fraction.
  private static let exactWhole = 0x1p53
  /// For a sign, 309 digits, a point and decimals.
  private static let largestRoom = 311 + Digits.room

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
