import Foundation

/// Diebold and Mariano's test that two forecasts of one series lose as much as each other, on average.
///
/// With d the loss of the first less that of the second, h the steps ahead and γ_k the autocovariances of d
/// with divisor n: `d̄ / √((γ₀ + 2 Σ_{k<h} γ_k) / n)`, times `√((n + 1 − 2h + h (h − 1) / n) / n)` for short
/// series, by Student's t with n − 1 degrees of freedom.
///
/// Law: exchanging the forecasts changes the sign and nothing else.
/// - SeeAlso: [DieboldMariano1995]; [Harvey1997] for the factor.
public struct DieboldMariano: Sendable, Equatable {
  /// What is lost by an error e.
  public enum Loss: String, Sendable, CaseIterable {
    /// |e|
    case absolute
    /// e²
    case squared

    fileprivate func of(_ error: Double) -> Double {
      self == .absolute ? abs(error) : error * error
    }
  }

  /// The mean loss of the first forecast less that of the second: below 0 where the first is better.
  public let difference: Double
  /// The test that it is 0; `nil` where the variance is not above 0, as between equal forecasts or with
  /// autocovariances that outweigh it.
  public let test: TestResult?

  /// Compares forecasts by their errors.
  ///
  /// - Parameters:
  ///   - errors: Of the first forecast, in order of time; at least 2 and more than the steps ahead.
  ///   - others: Of the second at the same times.
  ///   - horizon: Steps ahead, h ≥ 1.
  ///   - loss: What is lost by an error.
  public init(_ errors: [Double], _ others: [Double], horizon: Int = 1, loss: Loss = .squared) {
    precondition(
      errors.count == others.count && errors.count >= 2,
      "\(errors.count) and \(others.count) errors")
    precondition(
      (1..<errors.count).contains(horizon), "\(horizon) steps ahead, \(errors.count) errors")
    self.init(
      differences: zip(errors, others).map { loss.of($0) - loss.of($1) }, horizon: horizon)
  }

  /// Compares forecasts by what they lost, in any score in which less is better.
  ///
  /// - Parameters:
  ///   - differences: The loss of the first less that of the second, in order of time; at least 2 and more
  ///     than the steps ahead.
  ///   - horizon: Steps ahead, h ≥ 1.
  public init(differences: [Double], horizon: Int = 1) {
    precondition(
      differences.count >= 2 && (1..<differences.count).contains(horizon),
      "\(horizon) steps ahead, \(differences.count) differences")
    let n = Double(differences.count)
    let h = Double(horizon)
    let centre = mean(of: differences)
    func covariance(_ lag: Int) -> Double {
      sum(
        of: zip(differences, differences.dropFirst(lag)).lazy.map {
          ($0 - centre) * ($1 - centre)
        }) / n
    }
    let variance = covariance(0) + 2 * (1..<horizon).reduce(0) { $0 + covariance($1) }
    difference = centre
    guard variance > 0 else {
      test = nil
      return
    }
    let factor = ((n + 1 - 2 * h + h * (h - 1) / n) / n).squareRoot()
    test = .student(factor * centre / (variance / n).squareRoot(), freedom: n - 1)
  }
}
