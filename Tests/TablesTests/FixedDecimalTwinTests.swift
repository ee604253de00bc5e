import TestSupport
import Tables
import Testing

/// Fixed decimals beside the slow way: all digits of the binary value, then rounding by hand.
@Suite struct FixedDecimalTwinTests {
  /// The exact decimal digits of a double: those before and after the point.
  struct Digits {
    var whole: [UInt8]
    var fraction: [UInt8] = []

    init(_ number: Double) {
      whole = String(number.significandBitPattern | (number.isNormal ? 1 << 52 : 0)).utf8.map {
        $0 - 48
      }
      let exponent = number == 0 ? 0 : max(Int(number.exponent), -1022) - 52
      for _ in 0..<max(exponent, 0) { double() }
      for _ in 0..<max(-exponent, 0) { halve() }
    }

    private mutating func double() {
      var carry: UInt8 = 0
      for place in whole.indices.reversed() {
        let sum = 2 * whole[place] + carry
        whole[place] = sum % 10
        carry = sum / 10
      }
      if carry > 0 { whole.insert(carry, at: 0) }
    }

    private mutating func halve() {
      var rest: UInt8 = 0
      for place in whole.indices {
        let ten = 10 * rest + whole[place]
        whole[place] = ten / 2
        rest = ten % 2
      }
      for place in fraction.indices {
        let ten = 10 * rest + fraction[place]
        fraction[place] = ten / 2
        rest = ten % 2
      }
      if rest > 0 { fraction.append(5) }
    }

    /// The text with some decimals, ties to even.
    func text(decimals: Int, isNegative: Bool) -> String {
      var kept = whole + fraction.prefix(decimals)
      kept += [UInt8](repeating: 0, count: whole.count + decimals - kept.count)
      let rest = Array(fraction.dropFirst(decimals))
      let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
      let isMore = !isHalf && (rest.first ?? 0) >= 5
      if isMore || (isHalf && kept[kept.count - 1] % 2 == 1) {
        var place = kept.count - 1
        while place >= 0, kept[place] == 9 {
          kept[place] = 0
          place -= 1
        }
        if place >= 0 { kept[place] += 1 } else { kept.insert(1, at: 0) }
      }
      let isZero = kept.allSatisfy { $0 == 0 }
      let digits = String(decoding: kept.map { $0 + 48 }, as: UTF8.self)
      let before = digits.dropLast(decimals).drop { $0 == "0" }
      return (isNegative && !isZero ? "-" : "") + (before.isEmpty ? "0" : before)
        + (decimals > 0 ? "." : "") + digits.suffix(decimals)
    }
  }

  static func numbers(_ random: inout SeededGenerator) -> [Double] {
    let size = Double.random(in: 0...17, using: &random)
    var large = Double.random(in: 1...10, using: &random)
    for _ in 0..<Int(size) { large *= 10 }
    let bits = Double(bitPattern: UInt64.random(in: 0..<(2047 << 52), using: &random))
    let places = Int.random(in: 0...20, using: &random)
    // Odd multiples of a power of a half are exact halves of a last place.
    let half = Double(Int.random(in: 0...1 << 40, using: &random)) / Double(1 << places)
    let hundredths = Double(Int.random(in: 0...10_000_000, using: &random)) / 1000 + 0.0005
    let unit = Double.random(in: 0..<1, using: &random)
    return [
      large, large.rounded(), bits, half, half.nextUp, half.nextDown.magnitude, hundredths,
      hundredths.nextUp, unit, unit / 1e6, unit * 1e-15, 1 - unit * 1e-15,
    ]
  }

  static let edges: [Double] = [
    0, .leastNonzeroMagnitude, .leastNormalMagnitude, 0.5, 0.25, 1.5, 0x1p52 - 0.5, 0x1p52 + 1,
    0x1p53 - 1, 0x1p53, 0x1p53 + 2, 0x1p63, 0x1p64, 0x1p64.nextDown, 1e22, 99_999_999,
    99_999_999.5, 100_000_000, 1e15, 1e16, 9_999_999_999_999_998, .greatestFiniteMagnitude,
    0.999_999_999_999_999_9, 9.995, 99.999_999_999_999_99,
  ]

  private func check(_ number: Double, _ seed: String) {
    let digits = Digits(number)
    for decimals in 0...FixedDecimal.mostDecimals {
      for signed in [number, -number] {
        let expected = digits.text(decimals: decimals, isNegative: signed < 0)
        let text = FixedDecimal.text(signed, decimals: decimals)
        if text != expected {
          Issue.record("\(seed): \(signed) with \(decimals): \(text), not \(expected)")
        }
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func everyDecimalIsThatOfTheExactDigits(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      for number in Self.numbers(&random) { check(number, "seed \(seed)") }
    }
  }

  @Test func edgesToo() {
    for number in Self.edges { check(number, "edge") }
  }
}
