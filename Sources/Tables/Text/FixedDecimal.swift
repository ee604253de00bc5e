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
    var bytes: [UInt8] = []
    append(number, decimals: decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
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

  /// Appends the number's ASCII characters to a buffer; parameters as for `text`.
  static func append(_ number: Double, decimals: Int, to bytes: inout [UInt8]) {
    precondition(number.isFinite, "not a finite number: \(number)")
    precondition(
      0...mostDecimals ~= decimals, "\(decimals) decimals, outside 0...\(mostDecimals)")
    let size = number.magnitude
    var whole = size.rounded(.towardZero)
    let scale = powersOfTen[decimals]
    var fraction = roundedToEven(size - whole, scale: scale, wholeIsOdd: isOdd(whole))
    if fraction == UInt64(scale) {
      whole += 1
      fraction = 0
    }
    if number < 0 && (whole > 0 || fraction > 0) { bytes.append(UInt8(ascii: "-")) }
    appendWhole(whole, to: &bytes)
    if decimals > 0 {
      bytes.append(UInt8(ascii: "."))
      appendDigits(fraction, width: decimals, to: &bytes)
    }
  }

  /// `fraction · scale` rounded to the nearest whole number, ties to even.
  ///
  /// The product is rounded once more when it is not exact, which can only hide on which side of a
  /// half it lies; the fused multiply-add recovers its error.
  private static func roundedToEven(_ fraction: Double, scale: Double, wholeIsOdd: Bool) -> UInt64 {
    let product = fraction * scale
    let floor = product.rounded(.down)
    let rest = product - floor
    let lower = UInt64(floor)
    guard rest == 0.5 else { return rest > 0.5 ? lower + 1 : lower }
    let error = (-product).addingProduct(fraction, scale)
    if error != 0 { return error > 0 ? lower + 1 : lower }
    let lowerIsOdd = scale == 1 ? wholeIsOdd : lower % 2 == 1
    return lowerIsOdd ? lower + 1 : lower
  }

  private static func isOdd(_ whole: Double) -> Bool {
    whole.truncatingRemainder(dividingBy: 2) == 1
  }

  private static func appendWhole(_ whole: Double, to bytes: inout [UInt8]) {
    if let small = UInt64(exactly: whole) {
      appendDigits(small, width: 1, to: &bytes)
    } else {
      appendLarge(whole, to: &bytes)
    }
  }

  /// Writes at least `width` digits, with zeros in front.
  private static func appendDigits(_ number: UInt64, width: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0 || bytes.count - start < width
    bytes[start...].reverse()
  }

  /// Writes a whole number of 2^64 or more: its significand, doubled in groups of nine digits.
  private static func appendLarge(_ whole: Double, to bytes: inout [UInt8]) {
    let base: UInt64 = 1_000_000_000
    var groups = [(1 << 52) | whole.significandBitPattern]  // lowest first
    for doubling in 0...(Int(whole.exponent) - 52) {
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
    appendDigits(groups[groups.count - 1], width: 1, to: &bytes)
    for group in groups.dropLast().reversed() { appendDigits(group, width: 9, to: &bytes) }
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
