import Foundation

/// A probability distribution of one number.
///
/// Probabilities of tails are computed as such, not as differences from 1, so that 1e-300 keeps its
/// digits on either side. For counts the density is the probability of a whole number.
///
/// Laws: the cumulative rises from 0 to 1; `cumulative + upperTail = 1`; `cumulative(quantile(p)) = p`
/// (for counts: the least k with `cumulative(k) ≥ p`); mean and variance are those of the density.
public protocol Distribution: Sendable {
  /// The least interval that holds all values; its ends may be infinite.
  var support: ClosedRange<Double> { get }
  /// Whether only whole numbers have a probability.
  var isCount: Bool { get }
  /// The mean.
  var mean: Double { get }
  /// The variance.
  var variance: Double { get }
  /// The natural logarithm of the density; −∞ outside the support (and between whole numbers).
  ///
  /// - Parameter x: Any number.
  func logDensity(at x: Double) -> Double
  /// The probability of at most x.
  ///
  /// - Parameter x: Any number.
  func cumulative(at x: Double) -> Double
  /// The probability of more than x.
  ///
  /// - Parameter x: Any number.
  func upperTail(at x: Double) -> Double
  /// The least value that has at least the probability p of not being exceeded.
  ///
  /// - Parameter p: 0 to 1.
  func quantile(at p: Double) -> Double
  /// The least value that is exceeded with at most the probability q.
  ///
  /// - Parameter q: 0 to 1.
  func quantile(upperTail q: Double) -> Double
}

extension Distribution {
  /// Continuous unless a distribution says otherwise.
  public var isCount: Bool { false }

  /// The standard deviation.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The density (for counts: the probability of this number); 0 outside the support.
  ///
  /// - Parameter x: Any number.
  public func density(at x: Double) -> Double { exp(logDensity(at: x)) }

  /// The value drawn by inversion from a uniform number: rising in u, so that correlated and
  /// stratified uniform numbers give correlated and stratified values.
  ///
  /// - Parameter u: Above 0 and below 1.
  public func value(uniform u: Double) -> Double {
    precondition(u > 0 && u < 1, "a value drawn from \(u), not between 0 and 1")
    return u <= 0.5 ? quantile(at: u) : quantile(upperTail: 1 - u)
  }
}

func checkProbability(_ p: Double) {
  precondition(p >= 0 && p <= 1, "a quantile at \(p), outside 0 to 1")
}

extension StatisticsError {
  /// Throws `parameter` unless the value of a distribution's parameter is allowed.
  static func check(
    _ distribution: String, _ parameter: String, _ value: Double, _ allowed: String,
    _ isAllowed: Bool
  ) throws(StatisticsError) {
    guard isAllowed && value.isFinite else {
      throw .parameter(
        distribution: distribution, parameter: parameter, value: value, allowed: allowed)
    }
  }
}
