import Foundation

/// The beta distribution: density `x^(a−1) (1 − x)^(b−1) / B(a, b)` on 0 to 1.
///
/// Tails to about 1e-13 relative; shapes of 0.001 to 10⁸. Values near 1 have no more digits than
/// 1 − x has in a double: where those matter use the distribution of 1 − x, which has a and b
/// exchanged.
///
/// - SeeAlso: [AbramowitzStegun1964], for where the search for a quantile begins.
public struct BetaDistribution: Distribution, Equatable {
  /// a, > 0.
  public let a: Double
  /// b, > 0.
  public let b: Double

  /// A beta distribution.
  ///
  /// - Parameters:
  ///   - a: Shape at 0, 0.001 to 10⁸; with b: successes and failures seen, plus the prior's.
  ///   - b: Shape at 1, 0.001 to 10⁸.
  /// - Throws: `parameter`.
  public init(a: Double, b: Double) throws(StatisticsError) {
    try StatisticsError.check("beta", "a", a, "0.001 to 1e8", a >= 0.001 && a <= 1e8)
    try StatisticsError.check("beta", "b", b, "0.001 to 1e8", b >= 0.001 && b <= 1e8)
    self.init(checkedA: a, b)
  }

  private init(checkedA a: Double, _ b: Double) {
    self.a = a
    self.b = b
  }

  /// The distribution of 1 − x.
  public var complement: BetaDistribution { BetaDistribution(checkedA: b, a) }

  /// The interval that holds all values.
  public var support: ClosedRange<Double> { 0...1 }
  /// The mean.
  public var mean: Double { a / (a + b) }
  /// The variance.
  public var variance: Double { mean * (b / (a + b)) / (a + b + 1) }

  /// See ``Distribution/logDensity(at:)``.
  public func logDensity(at x: Double) -> Double {
    guard x >= 0 && x <= 1 else { return -.infinity }
    guard x > 0 else { return a > 1 ? -.infinity : a < 1 ? .infinity : log(b) }
    guard x < 1 else { return b > 1 ? -.infinity : b < 1 ? .infinity : log(a) }
    return logBinomialTerm(a, b, x, 1 - x) + log(a) - log(x) + log(b / (a + b)) - log1p(-x)
  }

  /// See ``Distribution/cumulative(at:)``.
  public func cumulative(at x: Double) -> Double {
    x <= 0 ? 0 : x >= 1 ? 1 : regularisedBeta(a, b, x, 1 - x).lower
  }

  /// See ``Distribution/upperTail(at:)``.
  public func upperTail(at x: Double) -> Double {
    x <= 0 ? 1 : x >= 1 ? 0 : regularisedBeta(a, b, x, 1 - x).upper
  }

  /// See ``Distribution/quantile(at:)``.
  public func quantile(at p: Double) -> Double {
    checkProbability(p)
    return p <= 0.5 ? lowerQuantile(p) : 1 - complement.lowerQuantile(1 - p)
  }

  /// See ``Distribution/quantile(upperTail:)``.
  public func quantile(upperTail q: Double) -> Double {
    checkProbability(q)
    return q <= 0.5 ? 1 - complement.lowerQuantile(q) : lowerQuantile(1 - q)
  }

  /// The quantile at p ≤ ½.
  private func lowerQuantile(_ p: Double) -> Double {
    if p == 0 { return 0 }
    return positiveRoot(
      logTarget: log(p), rising: true, logGuess: logGuess(p), logLimit: 0,
      logProbability: { log(regularisedBeta(a, b, $0, 1 - $0).lower) },
      logDensity: { logDensity(at: $0) },
      densitySlope: { a - 1 - (b - 1) * $0 / (1 - $0) })
  }

  /// The logarithm of a number near the quantile at p.
  private func logGuess(_ p: Double) -> Double {
    guard a > 1 && b > 1 else {
      // I_x(a, b) is near xᵃ / (a B(a, b)) for small x.
      let small = (log(p) + log(a) + logGamma(a) + logGamma(b) - logGamma(a + b)) / a
      return min(small, log(mean))
    }
    // From the normal quantile; 26.5.22 of the source.
    let normal = -standardNormalQuantile(p)
    let (inverseA, inverseB) = (1 / (2 * a - 1), 1 / (2 * b - 1))
    let skew = (normal * normal - 3) / 6
    let size = 2 / (inverseA + inverseB)
    let shift =
      normal * (size + skew).squareRoot() / size
      - (inverseB - inverseA) * (skew + 5 / 6 - 2 / (3 * size))
    return -log1p(b / a * exp(2 * shift))
  }
}
