import Foundation
public import LinearAlgebra

extension GeneralisedLinearModel {
  /// What is not taken for granted of the responses' variances.
  public enum RobustErrors: Sendable, Equatable {
    /// That they are the family's: HC0.
    case plain
    /// The same times `n / (n − p)`: HC1.
    case corrected
    /// The same with each residual over one less its leverage: HC3, careful with few rows.
    case careful
    /// That responses of one cluster do not depend on each other, one number for each row: sums over
    /// clusters, times `G / (G − 1) · (n − 1) / (n − p)` with G clusters, at least 2.
    case clusters([Int])
  }

  /// The covariance of the coefficients by the sandwich formula: `B (Σ s sᵀ) B` with `B = (Xᵀ W X)⁻¹` and
  /// s the score `w (y − μ) μ′ / V · x` of a row or of a cluster; W has the expected information.
  ///
  /// Law: with clusters of one row it is ``RobustErrors/corrected``.
  ///
  /// - Parameter errors: What is not taken for granted.
  /// - Returns: p × p.
  /// - SeeAlso: [White1980]; [MacKinnonWhite1985] for corrections; [LiangZeger1986] for clusters.
  public func robustCovariance(_ errors: RobustErrors) -> Matrix {
    let (n, p) = (fitted.count, coefficients.count)
    precondition(n > p, "\(n) rows, \(p) coefficients")
    let bread = (1 / dispersion) * covariance
    var (groups, scale) = (Array(0..<n), 1.0)
    switch errors {
    case .plain, .careful: break
    case .corrected: scale = Double(n) / Double(n - p)
    case .clusters(let numbers):
      precondition(numbers.count == n, "\(numbers.count) clusters' numbers, \(n) rows")
      groups = groupNumbers(of: numbers)
      let count = Double((groups.max() ?? 0) + 1)
      precondition(count >= 2, "\(count) clusters")
      scale = count / (count - 1) * Double(n - 1) / Double(n - p)
    }
    var scores = Matrix(rows: (groups.max() ?? 0) + 1, columns: p, repeating: 0)
    for i in 0..<n {
      let eta = family.link(fitted[i])
      let slope = family.slope(eta)
      let weight = problem.weights[i] * slope / family.variance(fitted[i])
      let row = problem.design.row(i)
      let leverage =
        errors == .careful ? weight * slope * inner(row, bread * row) : 0
      let size = weight * (problem.response[i] - fitted[i]) / (1 - leverage)
      for j in 0..<p { scores[groups[i], j] += size * row[j] }
    }
    return scale * (bread * scores.gram * bread)
  }

  /// The roots of its diagonal. Length p.
  ///
  /// - Parameter errors: What is not taken for granted.
  public func robustErrors(_ errors: RobustErrors) -> [Double] {
    let covariance = robustCovariance(errors)
    return coefficients.indices.map { covariance[$0, $0].squareRoot() }
  }
}
