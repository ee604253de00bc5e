import Foundation

/// The normal distribution: density `exp(−z² / 2) / (σ √2π)`, `z = (x − μ) / σ`.
///
/// Tail probabilities carry the rounding of z: relative error about z² · 2⁻⁵³.
public struct NormalDistribution: Distribution, Equatable {
  /// μ.
  public let mean: Double
  /// σ, > 0.
  public let standardDeviation: Double

  /// A normal distribution.
  ///
  /// - Parameters:
  ///   - mean: μ, finite.
  ///   - standardDeviation: σ, > 0.
  /// - Throws: `parameter`.
  public init(mean: Double, standardDeviation: Double) throws(StatisticsError) {
    try StatisticsError.check("normal", "mean", mean, "finite", true)
    try StatisticsError.check(
      "normal", "standard deviation", standardDeviation, "above 0", standardDeviation > 0)
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// The interval that holds all values.
  public var support: ClosedRange<Double> { -.infinity ... .infinity }
  /// The variance.
  public var variance: Double { standardDeviation * standardDeviation }

  /// See ``Distribution/logDensity(at:)``.
  public func logDensity(at x: Double) -> Double {
    let z = (x - mean) / standardDeviation
    return -0.5 * z * z - halfLogTwoPi - log(standardDeviation)
  }

  /// See ``Distribution/cumulative(at:)``.
  public func cumulative(at x: Double) -> Double {
    standardNormalCumulative((x - mean) / standardDeviation)
  }

  /// See ``Distribution/upperTail(at:)``.
  public func upperTail(at x: Double) -> Double {
    standardNormalCumulative((mean - x) / standardDeviation)
  }

  /// See ``Distribution/quantile(at:)``.
  public func quantile(at p: Double) -> Double {
    mean + standardDeviation * standardNormalQuantile(p)
  }

  /// See ``Distribution/quantile(upperTail:)``.
  public func quantile(upperTail q: Double) -> Double {
    mean + standardDeviation * standardNormalQuantile(upperTail: q)
  }
}

/// The standard normal distribution function, `Φ(z) = ½ erfc(−z / √2)`.
///
/// - Parameter z: Any number.
public func standardNormalCumulative(_ z: Double) -> Double {
  0.5 * erfc(-z * 0.5.squareRoot())
}
