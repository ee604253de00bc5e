/// The quantile of the standard normal distribution, Φ⁻¹(p).
///
/// Wichura's AS241 (PPND16): a rational function of `(p − ½)²` in the middle 85 %, of `√(−ln p)` in the
/// tails. Relative error about 1e-15 for any p. Plain arithmetic and a logarithm of our own, so the
/// same bits everywhere.
///
/// Laws: rising in p; `Φ⁻¹(1 − p) = −Φ⁻¹(p)` exactly if 1 − p is.
///
/// - Parameter p: 0 to 1; at 0 and 1 the result is infinite.
/// - SeeAlso: [Wichura1988].
public func standardNormalQuantile(_ p: Double) -> Double {
  precondition(p >= 0 && p <= 1, "a normal quantile at \(p), outside 0 to 1")
  let q = p - 0.5
  if abs(q) <= centralHalfWidth { return centralQuantile(q) }
  return q < 0 ? tailQuantile(p) : -tailQuantile(1 - p)
}

/// The value that a standard normal number exceeds with probability q: `−Φ⁻¹(q)`, accurate for tiny q.
///
/// - Parameter q: 0 to 1; at 0 and 1 the result is infinite.
public func standardNormalQuantile(upperTail q: Double) -> Double { -standardNormalQuantile(q) }

/// Replaces each p of (0, 1) by Φ⁻¹(p), bit for bit ``standardNormalQuantile(_:)``, eight at a time: the
/// central formula for all, then that of the tails for those it is not for, as they come together.
func replaceByStandardNormalQuantiles(_ values: UnsafeMutableBufferPointer<Double>) {
  guard let base = values.baseAddress else { return }
  let whole = values.count / 8 * 8
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 16) { places in
    var waiting = 0
    for start in stride(from: 0, to: whole, by: 8) {
      let address = UnsafeMutableRawPointer(base + start)
      let p = address.loadUnaligned(as: SIMD8<Double>.self)
      let q = p - 0.5
      let isCentral = (q .<= centralHalfWidth) .& (q .>= -centralHalfWidth)
      address.storeBytes(
        of: p.replacing(with: centralQuantiles(q), where: isCentral), as: SIMD8<Double>.self)
      for lane in 0..<8 {
        places[waiting] = start + lane
        if !isCentral[lane] { waiting += 1 }
      }
      if waiting >= 8 {
        replaceTails(base, places)
        waiting -= 8
        for place in 0..<waiting { places[place] = places[8 + place] }
      }
    }
    for place in 0..<waiting { base[places[place]] = standardNormalQuantile(base[places[place]]) }
  }
  for place in whole..<values.count { base[place] = standardNormalQuantile(base[place]) }
}

/// Replaces eight p of the tails.
@inline(__always)
private func replaceTails(
  _ base: UnsafeMutablePointer<Double>, _ places: UnsafeMutableBufferPointer<Int>
) {
  var p = SIMD8<Double>()
  for lane in 0..<8 { p[lane] = base[places[lane]] }
  let isLower = p .< 0.5
  let outer = (1 - p).replacing(with: p, where: isLower)
  let r = (-fixedOrderLogarithms(outer)).squareRoot()
  let near = ratio(r - 1.6, nearNumerator, nearDenominator)
  let value = near.replacing(with: -near, where: isLower)
  for lane in 0..<8 {
    base[places[lane]] = r[lane] <= 5 ? value[lane] : standardNormalQuantile(p[lane])
  }
}

/// Half the width of the middle part.
private let centralHalfWidth = 0.425
/// Its square, exactly representable to the last digit shown in the source.
private let centralSquare = 0.180625

@inline(__always)
private func centralQuantile(_ q: Double) -> Double {
  q * ratio(centralSquare - q * q, centralNumerator, centralDenominator)
}

@inline(__always)
private func centralQuantiles(_ q: SIMD8<Double>) -> SIMD8<Double> {
  q * ratio(centralSquare - q * q, centralNumerator, centralDenominator)
}

/// Φ⁻¹(p) for p below the middle part.
private func tailQuantile(_ p: Double) -> Double {
  guard p > 0 else { return -.infinity }
  let r = (-fixedOrderLogarithm(p)).squareRoot()
  return r <= 5
    ? -ratio(r - 1.6, nearNumerator, nearDenominator)
    : -ratio(r - 5, farNumerator, farDenominator)
}

@inline(__always)
private func ratio(_ x: Double, _ a: SIMD8<Double>, _ b: SIMD8<Double>) -> Double {
  let up = ((((((a[7] * x + a[6]) * x + a[5]) * x + a[4]) * x + a[3]) * x + a[2]) * x + a[1]) * x
  let down = ((((((b[7] * x + b[6]) * x + b[5]) * x + b[4]) * x + b[3]) * x + b[2]) * x + b[1]) * x
  return (up + a[0]) / (down + b[0])
}

@inline(__always)
private func ratio(_ x: SIMD8<Double>, _ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> {
  var up = x * a[7] + a[6]
  var down = x * b[7] + b[6]
  for k in [5, 4, 3, 2, 1, 0] {
    up = up * x + a[k]
    down = down * x + b[k]
  }
  return up / down
}

/// Coefficients of rising powers, [Wichura1988], algorithm AS 241, PPND16.
private let centralNumerator = SIMD8<Double>(
  3.387_132_872_796_366_608_0, 133.141_667_891_784_377_45, 1_971.590_950_306_551_442_7,
  13_731.693_765_509_461_125, 45_921.953_931_549_871_457, 67_265.770_927_008_700_853,
  33_430.575_583_588_128_105, 2_509.080_928_730_122_672_7)
private let centralDenominator = SIMD8<Double>(
  1, 42.313_330_701_600_911_252, 687.187_007_492_057_908_30, 5_394.196_021_424_751_107_7,
  21_213.794_301_586_595_867, 39_307.895_800_092_710_610, 28_729.085_735_721_942_674,
  5_226.495_278_852_854_561_0)
private let nearNumerator = SIMD8<Double>(
  1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_90, 5.769_497_221_460_691_405_50,
  3.647_848_324_763_204_605_04, 1.270_458_252_452_368_382_58, 0.241_780_725_177_450_611_770,
  0.022_723_844_989_269_184_583_3, 0.000_774_545_014_278_341_407_640)
private let nearDenominator = SIMD8<Double>(
  1, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_40, 0.689_767_334_985_100_004_550,
  0.148_103_976_427_480_074_590, 0.015_198_666_563_616_457_196_6,
  0.000_547_593_808_499_534_494_600, 1.050_750_071_644_416_843_24e-9)
private let farNumerator = SIMD8<Double>(
  6.657_904_643_501_103_777_20, 5.463_784_911_164_114_369_90, 1.784_826_539_917_291_335_80,
  0.296_560_571_828_504_891_230, 0.026_532_189_526_576_123_093_0,
  0.001_242_660_947_388_078_438_60, 2.711_555_568_743_487_578_15e-5,
  2.010_334_399_292_288_132_65e-7)
private let farDenominator = SIMD8<Double>(
  1, 0.599_832_206_555_887_937_690, 0.136_929_880_922_735_805_310,
  0.014_875_361_290_850_614_852_5, 0.000_786_869_131_145_613_259_100,
  1.846_318_317_510_054_681_80e-5, 1.421_511_758_316_445_888_70e-7,
  2.044_263_103_389_939_785_64e-15)
