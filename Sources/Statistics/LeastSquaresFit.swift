public import LinearAlgebra

/// The parameters that make the sum of squared residuals least, and how sure they are.
public struct LeastSquaresFit: Sendable, Equatable {
  /// Why the search stopped.
  public enum Stop: Sendable, Equatable {
    /// The residuals are orthogonal to every column of the Jacobian, within the tolerance.
    case gradient
    /// The step is below the tolerance, relative to the parameters.
    case step
    /// The sum of squares can fall, and fell, by less than the tolerance.
    case reduction
  }

  /// The parameters. Length p.
  public let estimate: [Double]
  /// The residuals at the estimate. Length m.
  public let residuals: [Double]
  /// The sum of the squared residuals.
  public let sumOfSquares: Double
  /// `(Jᵀ J)⁻¹`, p × p, with J the Jacobian of the residuals at the estimate (after a stop by
  /// `reduction`: one negligible step before it). It is the covariance of
  /// the parameters if the residuals have variance 1; else multiply by their variance.
  public let covarianceFactor: Matrix
  /// Number of Jacobians computed.
  public let iterations: Int
  /// Why the search stopped. All three are convergence; without it the search throws.
  public let stop: Stop

  /// Standard errors with the residual variance estimated: `√(RSS / (m − p) · (Jᵀ J)⁻¹[j, j])`.
  ///
  /// Needs m > p.
  public var standardErrors: [Double] {
    let freedom = residuals.count - estimate.count
    precondition(
      freedom > 0, "\(residuals.count) residuals, \(estimate.count) parameters: no variance")
    return estimate.indices.map {
      (sumOfSquares / Double(freedom) * covarianceFactor[$0, $0]).squareRoot()
    }
  }
}
