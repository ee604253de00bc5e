import Foundation

/// The negative binomial distribution of a count: Poisson with a gamma-distributed mean.
///
/// `P(k) = Γ(k + θ) / (Γ(θ) k!) · (θ / (θ + μ))^θ · (μ / (θ + μ))ᵏ`, mean μ, variance `μ + μ² / θ`.
public struct NegativeBinomialDistribution: CountDistribution, Equatable {
  /// μ, > 0.
  public let mean: Double
  /// θ, > 0: the smaller, the more the counts spread beyond Poisson.
  public let size: Double

  /// A negative binomial distribution.
  ///
  /// - Parameters:
  ///   - mean: μ, above 0, at most 10⁸.
  ///   - size: θ, 0.001 to 10⁸.
  /// - Throws: `parameter`.
  public init(mean: Double, size: Double) throws(StatisticsError) {
    try StatisticsError.check(
      "negative binomial", "mean", mean, "above 0, at most 1e8", mean > 0 && mean <= 1e8)
    try StatisticsError.check(
      "negative binomial", "size", size, "0.001 to 1e8", size >= 0.001 && size <= 1e8)
    self.mean = mean
    self.size = size
  }

  /// The variance.
  public var variance: Double { mean + mean * mean / size }
  private var failure: Double { size / (size + mean) }
  private var success: Double { mean / (size + mean) }

  /// See ``CountDistribution/logProbability(_:)``.
  public func logProbability(_ k: Double) -> Double {
    k > 0
      ? logBinomialTerm(size, k, failure, success) + log(size / (size + k))
      : -size * log1p(mean / size)
  }

  /// See ``CountDistribution/tails(_:)``.
  public func tails(_ k: Double) -> (lower: Double, upper: Double) {
    regularisedBeta(size, k + 1, failure, success)
  }
}
