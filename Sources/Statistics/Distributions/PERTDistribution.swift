import Foundation

/// The PERT distribution: a beta distribution stretched over a to b, with the mean
/// `(a + 4 c + b) / 6` for the mode c, as in project planning.
///
/// Its shapes are `1 + 4 (c − a) / (b − a)` and `1 + 4 (b − c) / (b − a)`.
/// - SeeAlso: [Malcolm1959].
public struct PERTDistribution: Distribution, Equatable {
  /// a and b.
  public let support: ClosedRange<Double>
  /// c, a to b.
  public let mode: Double
  private let beta: BetaDistribution

  /// A PERT distribution.
  ///
  /// - Parameters:
  ///   - minimum: a, finite.
  ///   - mode: c, a to b.
  ///   - maximum: b, above a.
  /// - Throws: `parameter`.
  public init(minimum: Double, mode: Double, maximum: Double) throws(StatisticsError) {
    try StatisticsError.check("PERT", "minimum", minimum, "finite", true)
    try StatisticsError.check(
      "PERT", "maximum", maximum, "above the minimum of \(minimum)", maximum > minimum)
    try StatisticsError.check(
      "PERT", "mode", mode, "\(minimum) to \(maximum)", mode >= minimum && mode <= maximum)
    support = minimum...maximum
    self.mode = mode
    let width = maximum - minimum
    beta = try BetaDistribution(
      a: 1 + 4 * (mode - minimum) / width, b: 1 + 4 * (maximum - mode) / width)
  }

  private var width: Double { support.upperBound - support.lowerBound }
  /// The mean.
  public var mean: Double { (support.lowerBound + 4 * mode + support.upperBound) / 6 }
  /// The variance.
  public var variance: Double { width * width * beta.variance }

  /// See ``Distribution/logDensity(at:)``.
  public func logDensity(at x: Double) -> Double {
    support.contains(x)
      ? beta.logDensity(at: (x - support.lowerBound) / width) - log(width) : -.infinity
  }

  /// See ``Distribution/cumulative(at:)``.
  public func cumulative(at x: Double) -> Double {
    beta.cumulative(at: (x - support.lowerBound) / width)
  }

  /// See ``Distribution/upperTail(at:)``.
  public func upperTail(at x: Double) -> Double {
    beta.complement.cumulative(at: (support.upperBound - x) / width)
  }

  /// See ``Distribution/quantile(at:)``.
  public func quantile(at p: Double) -> Double {
    p <= 0.5
      ? support.lowerBound + width * beta.quantile(at: p)
      : support.upperBound - width * beta.complement.quantile(upperTail: p)
  }

  /// See ``Distribution/quantile(upperTail:)``.
  public func quantile(upperTail q: Double) -> Double {
    q <= 0.5
      ? support.upperBound - width * beta.complement.quantile(at: q)
      : support.lowerBound + width * beta.quantile(upperTail: q)
  }
}
