import Foundation

/// The log-normal distribution: ln x is normal with mean μ and standard deviation σ.
///
/// `E x = exp(μ + σ²/2)`, `Var x = (exp(σ²) − 1) · (E x)²`.
public struct LogNormalDistribution: Distribution, Equatable {
  /// The distribution of ln x.
  public let logarithm: NormalDistribution

  /// A log-normal distribution.
  ///
  /// - Parameters:
  ///   - logMean: μ, the mean of ln x, finite.
  ///   - logStandardDeviation: σ, the standard deviation of ln x, > 0.
  /// - Throws: `parameter`.
  public init(logMean: Double, logStandardDeviation: Double) throws(StatisticsError) {
    try StatisticsError.check("log-normal", "mean of the logarithm", logMean, "finite", true)
    try StatisticsError.check(
      "log-normal", "standard deviation of the logarithm", logStandardDeviation, "above 0",
      logStandardDeviation > 0)
    logarithm = try NormalDistribution(mean: logMean, standardDeviation: logStandardDeviation)
  }

  /// The interval that holds all values.
  public var support: ClosedRange<Double> { 0 ... .infinity }
  /// The mean.
  public var mean: Double { exp(logarithm.mean + logarithm.variance / 2) }
  /// The variance.
  public var variance: Double { expm1(logarithm.variance) * mean * mean }

  /// See ``Distribution/logDensity(at:)``.
  public func logDensity(at x: Double) -> Double {
    x > 0 && x < .infinity ? logarithm.logDensity(at: log(x)) - log(x) : -.infinity
  }

  /// See ``Distribution/cumulative(at:)``.
  public func cumulative(at x: Double) -> Double {
    x > 0 ? logarithm.cumulative(at: log(x)) : 0
  }

  /// See ``Distribution/upperTail(at:)``.
  public func upperTail(at x: Double) -> Double {
    x > 0 ? logarithm.upperTail(at: log(x)) : 1
  }

  /// See ``Distribution/quantile(at:)``.
  public func quantile(at p: Double) -> Double { exp(logarithm.quantile(at: p)) }

  /// See ``Distribution/quantile(upperTail:)``.
  public func quantile(upperTail q: Double) -> Double {
    exp(logarithm.quantile(upperTail: q))
  }
}
