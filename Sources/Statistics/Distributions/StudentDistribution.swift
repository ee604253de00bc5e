import Foundation

/// Student's t distribution with ν degrees of freedom, by the beta distribution: `t² / (ν + t²)` is
/// Beta(½, ν/2).
///
/// Laws: symmetric; the quantile inverts the cumulative; for large ν the standard normal one.
public struct StudentDistribution: Sendable, Equatable {
  /// ν, > 0.
  public let freedom: Double

  /// A t distribution.
  ///
  /// - Throws: `parameter`.
  public init(freedom: Double) throws(StatisticsError) {
    try StatisticsError.check("Student's t", "freedom", freedom, "above 0", freedom > 0)
    self.freedom = freedom
  }

  private var square: BetaDistribution {
    do {
      return try BetaDistribution(a: 0.5, b: freedom / 2)
    } catch {
      preconditionFailure("\(freedom) degrees of freedom: \(error)")
    }
  }

  /// The probability of more than t.
  public func upperTail(at t: Double) -> Double {
    let half = square.upperTail(at: t * t / (freedom + t * t)) / 2
    return t > 0 ? half : 1 - half
  }

  /// The probability of at most t.
  public func cumulative(at t: Double) -> Double { upperTail(at: -t) }

  /// The probability of a distance from 0 of at least that of t.
  public func bothTails(at t: Double) -> Double { 2 * upperTail(at: abs(t)) }

  /// The value that is not exceeded with a probability.
  ///
  /// - Parameter p: Above 0, below 1.
  public func quantile(at p: Double) -> Double {
    precondition(p > 0 && p < 1, "a quantile at \(p)")
    guard p >= 0.5 else { return -quantile(at: 1 - p) }
    let x = square.quantile(at: 2 * p - 1)
    return (freedom * x / (1 - x)).squareRoot()
  }
}
