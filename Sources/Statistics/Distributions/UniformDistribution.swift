import Foundation

/// The uniform distribution: density `1 / (b − a)` from a to b.
public struct UniformDistribution: Distribution, Equatable {
  /// a and b.
  public let support: ClosedRange<Double>

  /// A uniform distribution.
  ///
  /// - Parameters:
  ///   - minimum: a, finite.
  ///   - maximum: b, above a.
  /// - Throws: `parameter`.
  public init(minimum: Double, maximum: Double) throws(StatisticsError) {
    try StatisticsError.check("uniform", "minimum", minimum, "finite", true)
    try StatisticsError.check(
      "uniform", "maximum", maximum, "above the minimum of \(minimum)", maximum > minimum)
    support = minimum...maximum
  }

  private var width: Double { support.upperBound - support.lowerBound }
  /// The mean.
  public var mean: Double { support.lowerBound + width / 2 }
  /// The variance.
  public var variance: Double { width * width / 12 }

  /// See ``Distribution/logDensity(at:)``.
  public func logDensity(at x: Double) -> Double {
    support.contains(x) ? -log(width) : -.infinity
  }

  /// See ``Distribution/cumulative(at:)``.
  public func cumulative(at x: Double) -> Double {
    min(max((x - support.lowerBound) / width, 0), 1)
  }

  /// See ``Distribution/upperTail(at:)``.
  public func upperTail(at x: Double) -> Double {
    min(max((support.upperBound - x) / width, 0), 1)
  }

  /// See ``Distribution/quantile(at:)``.
  public func quantile(at p: Double) -> Double {
    checkProbability(p)
    return p <= 0.5 ? support.lowerBound + p * width : support.upperBound - (1 - p) * width
  }

  /// See ``Distribution/quantile(upperTail:)``.
  public func quantile(upperTail q: Double) -> Double {
    checkProbability(q)
    return q <= 0.5 ? support.upperBound - q * width : support.lowerBound + (1 - q) * width
  }
}
