import Foundation
import LinearAlgebra

/// The likelihood of ``ARIMAModel`` for given φ and θ, with the regression and the variance at their best.
struct ARIMAProblem {
  /// The differenced series, w.
  let series: [Double]
  /// The differenced regressors.
  let columns: [[Double]]

  /// What given terms come to.
  struct Solution {
    let coefficients: [Double]
    let coefficientErrors: [Double]
    let variance: Double
    let logLikelihood: Double
    let residuals: [Double]
    /// Of `w − X β` after the last value.
    let state: [Double]
    let covariance: [Double]
  }

  /// One-step errors of series and regressors by one filter, over their standard deviations, are those of
  /// an ordinary regression.
  ///
  /// - Returns: `nil` where the process is at the edge of stationarity.
  /// - Throws: `LinearAlgebraError` where regressors follow from each other.
  func solution(_ polynomials: ARMAPolynomials) throws(LinearAlgebraError) -> Solution? {
    guard let filter = ARMAFilter(polynomials, [series] + columns) else { return nil }
    let n = series.count
    let roots = filter.variances.map { $0.squareRoot() }
    let target = zip(filter.surprises[0], roots).map { $0 / $1 }
    var (coefficients, precisions) = ([Double](), [Double]())
    var residuals = target
    if !columns.isEmpty {
      let design = Matrix(
        (0..<n).map { t in columns.indices.map { filter.surprises[$0 + 1][t] / roots[t] } })
      let fit = try LeastSquares(design: design, target: target)
      (coefficients, residuals) = (fit.solution, fit.residuals)
      precisions = columns.indices.map { fit.inverseNormalMatrix[$0, $0] }
    }
    let variance = sum(of: residuals.lazy.map { $0 * $0 }) / Double(n)
    let spread = filter.variances.reduce(0) { $0 + log($1) }
    let state = filter.states[0].indices.map { i in
      filter.states[0][i]
        - coefficients.indices.reduce(0) { $0 + coefficients[$1] * filter.states[$1 + 1][i] }
    }
    return Solution(
      coefficients: coefficients,
      coefficientErrors: precisions.map { (variance * $0).squareRoot() }, variance: variance,
      logLikelihood: -0.5 * (Double(n) * (log(2 * Double.pi * variance) + 1) + spread),
      residuals: residuals, state: state, covariance: filter.covariance)
  }
}
