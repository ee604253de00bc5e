import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct TruncatedDistributionTests {
  /// Closed forms: mean `m + s (φ(a) − φ(b)) / Z`, variance
  /// `s² (1 + (a φ(a) − b φ(b)) / Z − ((φ(a) − φ(b)) / Z)²)`, a and b standardised ends.
  @Test(arguments: [(-1.0, 2.0), (-3, 0.5), (1, 4)]) func normal(a: Double, b: Double) throws {
    let base = try NormalDistribution(mean: 10, standardDeviation: 2)
    let cut = try TruncatedDistribution(base, to: 10 + 2 * a...10 + 2 * b)
    func phi(_ z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }
    let mass = standardNormalCumulative(b) - standardNormalCumulative(a)
    let shift = (phi(a) - phi(b)) / mass
    expectClose(cut.mean, 10 + 2 * shift, relative: 1e-12)
    let variance = 4 * (1 + (a * phi(a) - b * phi(b)) / mass - shift * shift)
    expectClose(cut.variance, variance, relative: 1e-10)
    let middle = 10 + a + b
    expectClose(cut.density(at: middle), base.density(at: middle) / mass, relative: 1e-13)
    #expect(cut.density(at: 10 + 2 * b + 0.1) == 0)
    for u in [1e-9, 0.2, 0.5, 0.99] {
      let x = cut.value(uniform: u)
      expectClose(cut.cumulative(at: x), u, relative: 1e-6, absolute: 1e-13)
      expectClose(cut.cumulative(at: x) + cut.upperTail(at: x), 1, relative: 1e-14)
    }
  }

  /// Above 30 standard deviations the normal tail is nearly exponential:
  /// `P(> 30 + t/30 | > 30) ≈ exp(−t − t²/1800)` times a correction of order 1/900.
  @Test func farOutInATail() throws {
    let base = try NormalDistribution(mean: 0, standardDeviation: 1)
    let cut = try TruncatedDistribution(base, to: 30...40)
    expectClose(cut.quantile(upperTail: exp(-1)), 30 + 1.0 / 30, relative: 1e-4)
    let low = try TruncatedDistribution(base, to: -40 ... -30)
    for u in [0.001, 0.25, 0.5, 0.9] {
      expectClose(low.quantile(upperTail: u), -cut.quantile(at: u), relative: 1e-13)
      expectClose(cut.upperTail(at: cut.quantile(upperTail: u)), u, relative: 1e-10)
    }
    expectClose(cut.mean, 30.0332, relative: 1e-5)
  }

  /// A Poisson count that cannot be 0: mean `λ / (1 − e⁻^λ)`; and both ends of an interval are kept.
  @Test func counts() throws {
    let base = try PoissonDistribution(mean: 1.5)
    let positive = try TruncatedDistribution(base, to: 0.5 ... .infinity)
    #expect(positive.support.lowerBound == 1 && positive.isCount)
    expectClose(positive.mean, 1.5 / -expm1(-1.5), relative: 1e-13)
    #expect(positive.value(uniform: 1e-6) == 1 && positive.cumulative(at: 0.9) == 0)
    let three = try TruncatedDistribution(base, to: 2...4)
    let weights = [1.0, 1.5 / 3, 1.5 * 1.5 / 12]
    let whole = weights.reduce(0, +)
    for (k, weight) in zip([2.0, 3, 4], weights) {
      expectClose(three.density(at: k), weight / whole, relative: 1e-13)
    }
    expectClose(three.cumulative(at: 3), 1.5 / whole, relative: 1e-13)
    #expect(three.quantile(at: 1.5 / whole - 1e-9) == 3)
    #expect(three.quantile(at: 1.5 / whole + 1e-9) == 4)
    #expect(three.cumulative(at: 4) == 1 && three.upperTail(at: 1) == 1)
  }

  @Test func nothingLeft() throws {
    let base = try GammaDistribution(shape: 2, scale: 1)
    let expected = StatisticsError.emptyTruncation(lower: -3, upper: 0)
    #expect(throws: expected) { try TruncatedDistribution(base, to: -3...0) }
    #expect(expected.description.contains("cut to -3.0 to 0.0"))
    #expect(throws: StatisticsError.emptyTruncation(lower: 0.2, upper: 0.8)) {
      try TruncatedDistribution(PoissonDistribution(mean: 1), to: 0.2...0.8)
    }
  }
}
