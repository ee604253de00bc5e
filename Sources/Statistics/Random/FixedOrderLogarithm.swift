/// The natural logarithm in plain arithmetic, with the same bits on every processor and system;
/// the C library's differs between them in the last bit.
///
/// `ln x = e · ln 2 + 2 Σ_k s^(2k+1) / (2k + 1)` with `x = m · 2^e`, m within √½ to √2 and
/// `s = (m − 1) / (m + 1)`, |s| < 0.172. Error below 2 units in the last place, and below
/// 2⁻⁵² absolutely near 1.
///
/// - Parameter x: > 0, finite.
func fixedOrderLogarithm(_ x: Double) -> Double {
  precondition(x > 0 && x < .infinity, "the logarithm of \(x)")
  var (m, e) = (x.significand, Double(x.exponent))
  if m > 2.0.squareRoot() {
    m /= 2
    e += 1
  }
  let s = (m - 1) / (m + 1)
  let square = s * s
  var series = inverseOdds[inverseOdds.count - 1]
  for k in (0..<inverseOdds.count - 1).reversed() { series = series * square + inverseOdds[k] }
  let small = 2 * s + 2 * s * square * series
  // ln 2 in two parts: the first has 37 bits, so its product with e is exact.
  return e * 0x1.62e42fefap-1 + (e * 0x1.cf79abc9e3b3ap-40 + small)
}

/// The same of eight numbers, bit for bit.
///
/// - Parameter x: Each from 2⁻¹⁰²² (normal), finite.
@inline(__always)
func fixedOrderLogarithms(_ x: SIMD8<Double>) -> SIMD8<Double> {
  let bits = unsafeBitCast(x, to: SIMD8<UInt64>.self)
  let one: UInt64 = 0x3FF0_0000_0000_0000
  var m = unsafeBitCast(bits & 0x000F_FFFF_FFFF_FFFF | one, to: SIMD8<Double>.self)
  // 2⁵² and the biased exponent, as a number.
  var e = unsafeBitCast((bits &>> 52) | 0x4330_0000_0000_0000, to: SIMD8<Double>.self)
  e -= 0x1p52 + 1023
  let isLarge = m .> 2.0.squareRoot()
  m = m.replacing(with: m / 2, where: isLarge)
  e = e.replacing(with: e + 1, where: isLarge)
  let s = (m - 1) / (m + 1)
  let square = s * s
  var series = SIMD8<Double>(repeating: inverseOdds[inverseOdds.count - 1])
  for k in (0..<inverseOdds.count - 1).reversed() { series = series * square + inverseOdds[k] }
  let small = 2 * s + 2 * s * square * series
  return e * 0x1.62e42fefap-1 + (e * 0x1.cf79abc9e3b3ap-40 + small)
}

/// 1/3, 1/5, … 1/21: the first left out is s²² / 23 < 2⁻⁵⁵ · 2⁻⁵ of the sum.
private let inverseOdds: [Double] = (1...10).map { 1 / Double(2 * $0 + 1) }
