import Foundation

/// The Poisson distribution of a count: `P(k) = λᵏ e⁻^λ / k!`, mean and variance λ.
public struct PoissonDistribution: CountDistribution, Equatable {
  /// λ, > 0.
  public let mean: Double

  /// A Poisson distribution.
  ///
  /// - Parameter mean: λ, above 0, at most 10⁸.
  /// - Throws: `parameter`.
  public init(mean: Double) throws(StatisticsError) {
    try StatisticsError.check(
      "Poisson", "mean", mean, "above 0, at most 1e8", mean > 0 && mean <= 1e8)
    self.mean = mean
  }

  /// The variance.
  public var variance: Double { mean }

  /// See ``CountDistribution/logProbability(_:)``.
  public func logProbability(_ k: Double) -> Double {
    k > 0 ? logPoissonTerm(k, mean) : -mean
  }

  /// See ``CountDistribution/tails(_:)``.
  public func tails(_ k: Double) -> (lower: Double, upper: Double) {
    let (above, atMost) = regularisedGamma(k + 1, mean)
    return (atMost, above)
  }
}
