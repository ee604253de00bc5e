import Foundation

extension GeneralisedLinearModel {
  /// How far a response is from its mean.
  public enum Residual: String, Sendable, CaseIterable {
    /// `y − μ`
    case response
    /// `(y − μ) √(w / V)`: their squares add up to Pearson's statistic.
    case pearson
    /// The root of the response's part of the deviance, with the sign of `y − μ`.
    case deviance
  }

  /// The residuals. Length n.
  ///
  /// - Parameter kind: Which.
  /// - SeeAlso: [McCullaghNelder1989], section 2.4.
  public func residuals(_ kind: Residual) -> [Double] {
    fitted.indices.map { i in
      let (y, mean, weight) = (problem.response[i], fitted[i], problem.weights[i])
      switch kind {
      case .response: return y - mean
      case .pearson: return (y - mean) * (weight / family.variance(mean)).squareRoot()
      case .deviance:
        let size = max(0, weight * family.deviance(y, mean)).squareRoot()
        return y < mean ? -size : size
      }
    }
  }
}
