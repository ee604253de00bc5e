import Foundation

/// Student's t distribution with ν degrees of freedom, by the beta distribution: `ν / (ν + t²)` is
/// Beta(ν/2, ½).
///
/// Tails to about 1e-13 relative. Laws: symmetric; the quantile inverts the cumulative; for large ν the
/// standard normal one.
///
/// - SeeAlso: [AbramowitzStegun1964], 26.7.1.
public struct StudentDistribution: Sendable, Equatable {
  /// ν, 0.002 to 2 · 10⁸.
  public let freedom: Double

  /// A t distribution.
  ///
  /// - Parameter freedom: ν, 0.002 to 2 · 10⁸; need not be whole.
  public init(freedom: Double) {
    precondition((0.002...2e8).contains(freedom), "\(freedom) degrees of freedom")
    self.freedom = freedom
  }

  /// The probability of more than t.
  public func upperTail(at t: Double) -> Double {
    let square = t * t
    guard square < .infinity else { return t > 0 ? 0 : 1 }
    let all = freedom + square
    let half = regularisedBeta(freedom / 2, 0.5, freedom / all, square / all).lower / 2
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
    p < 0.5 ? -quantile(upperTail: p) : quantile(upperTail: 1 - p)
  }

  /// The value that is exceeded with a probability, which keeps its digits where that is small.
  ///
  /// - Parameter q: Above 0, below 1.
  public func quantile(upperTail q: Double) -> Double {
    precondition(q > 0 && q < 1, "a quantile at \(q)")
    guard q <= 0.5 else { return -quantile(upperTail: 1 - q) }
    do {
      let far = try BetaDistribution(a: freedom / 2, b: 0.5)
      // Of the two parts that add up to 1, the one that is small.
      if q <= 0.25 {
        let part = far.quantile(at: 2 * q)
        return (freedom * (1 - part) / part).squareRoot()
      }
      let part = far.complement.quantile(at: 1 - 2 * q)
      return (freedom * part / (1 - part)).squareRoot()
    } catch {
      preconditionFailure("\(freedom) degrees of freedom: \(error)")
    }
  }
}
