import Statistics

/// Student's t distribution by the beta distribution: `t² / (ν + t²)` is Beta(½, ν/2).
///
/// Laws: symmetric; the quantile inverts the cumulative; for large ν the standard normal one.
struct StudentT {
  /// ν, ≥ 1.
  let freedom: Double

  private var square: BetaDistribution {
    do {
      return try BetaDistribution(a: 0.5, b: freedom / 2)
    } catch {
      preconditionFailure("\(freedom) degrees of freedom: \(error)")
    }
  }

  /// The probability of at most t.
  func cumulative(at t: Double) -> Double {
    let half = square.upperTail(at: t * t / (freedom + t * t)) / 2
    return t > 0 ? 1 - half : half
  }

  /// The value not exceeded with a probability.
  ///
  /// - Parameter p: ½ or more, below 1.
  func quantile(at p: Double) -> Double {
    precondition(p >= 0.5 && p < 1, "a quantile at \(p), from 0.5 to below 1 needed")
    let x = square.quantile(at: 2 * p - 1)
    return (freedom * x / (1 - x)).squareRoot()
  }
}
