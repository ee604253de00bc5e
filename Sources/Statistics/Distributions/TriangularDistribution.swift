import Foundation

/// The triangular distribution: density rising in a line from a to the mode c, falling to b.
///
/// `F(x) = (x − a)² / ((b − a)(c − a))` up to c, `1 − (b − x)² / ((b − a)(b − c))` from there.
public struct TriangularDistribution: Distribution, Equatable {
  /// a and b.
  public let support: ClosedRange<Double>
  /// c, a to b.
  public let mode: Double

  /// A triangular distribution.
  ///
  /// - Parameters:
  ///   - minimum: a, finite.
  ///   - mode: c, a to b.
  ///   - maximum: b, above a.
  /// - Throws: `parameter`.
  public init(minimum: Double, mode: Double, maximum: Double) throws(StatisticsError) {
    try StatisticsError.check("triangular", "minimum", minimum, "finite", true)
    try StatisticsError.check(
      "triangular", "maximum", maximum, "above the minimum of \(minimum)", maximum > minimum)
    try StatisticsError.check(
      "triangular", "mode", mode, "\(minimum) to \(maximum)", mode >= minimum && mode <= maximum)
    support = minimum...maximum
    self.mode = mode
  }

  private var width: Double { support.upperBound - support.lowerBound }
  private var left: Double { mode - support.lowerBound }
  private var right: Double { support.upperBound - mode }
  /// The mean.
  public var mean: Double { (support.lowerBound + mode + support.upperBound) / 3 }
  /// The variance.
  public var variance: Double { (left * left + left * right + right * right) / 18 }

  /// See ``Distribution/logDensity(at:)``.
  public func logDensity(at x: Double) -> Double {
    guard support.contains(x) else { return -.infinity }
    let height =
      x < mode
      ? (x - support.lowerBound) / left : x > mode ? (support.upperBound - x) / right : 1
    return log(2 * height / width)
  }

  /// See ``Distribution/cumulative(at:)``.
  public func cumulative(at x: Double) -> Double {
    if x <= support.lowerBound { return 0 }
    let part = x - support.lowerBound
    return x < mode ? part * part / (width * left) : 1 - upperTail(at: x)
  }

  /// See ``Distribution/upperTail(at:)``.
  public func upperTail(at x: Double) -> Double {
    if x >= support.upperBound { return 0 }
    let part = support.upperBound - x
    return x >= mode ? part * part / (width * right) : 1 - cumulative(at: x)
  }

  /// See ``Distribution/quantile(at:)``.
  public func quantile(at p: Double) -> Double {
    checkProbability(p)
    return p <= left / width
      ? support.lowerBound + (p * width * left).squareRoot() : fromAbove(1 - p)
  }

  /// See ``Distribution/quantile(upperTail:)``.
  public func quantile(upperTail q: Double) -> Double {
    checkProbability(q)
    return q <= right / width
      ? fromAbove(q) : support.lowerBound + ((1 - q) * width * left).squareRoot()
  }

  private func fromAbove(_ q: Double) -> Double {
    support.upperBound - (q * width * right).squareRoot()
  }
}
