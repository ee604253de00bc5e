/// A number as it is written in files: an optional sign, digits, optionally a point with digits and
/// an exponent. No spaces, thousands commas, hexadecimal, `nan` or `inf`.
///
/// Read from bytes as `± significand / 10^decimals`. Where the significand is at most 2^53, it and the
/// power of ten, up to 10^22, are exact doubles, so that one division gives the nearest double
/// [Clinger1990]. Other numbers, and those with an exponent, are read by the standard library.
struct PlainNumber {
  private var isNegative = false
  private var significand: UInt64 = 0
  private var decimals = 0
  /// Whether all digits are in the significand, and no exponent follows.
  private var isExact = true
  private var isWhole = true
  private let text: UnsafeRawBufferPointer
  /// How many bytes it takes.
  private(set) var length = 0

  /// Reads bytes that outlive the number; `nil` unless they are one.
  init?(_ text: UnsafeRawBufferPointer) {
    self.init(startOf: text)
    guard length == text.count else { return nil }
  }

  /// Reads the number that bytes begin with; `nil` unless they do.
  @inline(__always)
  init?(startOf text: UnsafeRawBufferPointer) {
    self.text = text
    if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      length = 1
    }
    let whole = takeDigits()
    guard whole > 0 else { return nil }
    if length < text.count, text[length] == UInt8(ascii: ".") {
      length += 1
      isWhole = false
      decimals = takeDigits()
      guard decimals > 0 else { return nil }
    }
    isExact = whole + decimals <= PlainNumber.mostDigits
    if length < text.count, text[length] | 0x20 == UInt8(ascii: "e") {
      guard takeExponent() else { return nil }
    }
  }

  /// The nearest double; `nil` if that is infinite.
  @inline(__always)
  var double: Double? {
    guard isExact, significand <= 1 << 53 else { return slowDouble }
    let value = Double(significand) / powersOfTen[decimals]
    return isNegative ? -value : value
  }

  /// The whole number that is written without a point or exponent; `nil` for others, and outside
  /// the range of `Int`.
  @inline(__always)
  var whole: Int? {
    guard isWhole, isExact else { return nil }
    return isNegative ? Int(exactly: -Int128(significand)) : Int(exactly: significand)
  }

  /// Adds digits to the significand, which wraps around after nineteen; returns how many.
  @inline(__always)
  private mutating func takeDigits() -> Int {
    let start = length
    while length < text.count {
      let digit = text[length] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      significand = significand &* 10 &+ UInt64(digit)
      length += 1
    }
    return length - start
  }

  /// Takes an exponent; returns whether it has digits.
  private mutating func takeExponent() -> Bool {
    isWhole = false
    isExact = false
    length += 1
    if length < text.count, text[length] == UInt8(ascii: "-") || text[length] == UInt8(ascii: "+") {
      length += 1
    }
    return takeDigits() > 0
  }

  /// Any number of as many digits fits 64 bits.
  private static let mostDigits = 19

  private var slowDouble: Double? {
    guard let value = Double(String(decoding: text[..<length], as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19,
]
