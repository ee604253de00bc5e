/// The solution of a linear least-squares problem: the x that makes `‖A · x − b‖²` smallest.
///
/// Columns are scaled to length 1, then Householder QR with column exchanges (LAPACK `dgeqp3`),
/// which keeps about twice the digits that normal equations do. Weighted problems: multiply each
/// row of A and element of b by the root of its weight.
///
/// Laws: residuals are orthogonal to every column of A; scaling a column by c divides its
/// coefficient by c.
/// - SeeAlso: [GolubVanLoan2013], section 5.3.
public struct LeastSquares: Sendable, Equatable {
  /// The coefficients x. Length n.
  public let solution: [Double]
  /// `b − A · x` for the given equations (those of a prior left out). Length m.
  public let residuals: [Double]
  /// The sum of squared residuals of the given equations.
  public let residualSumOfSquares: Double
  /// `(Aᵀ · A + W)⁻¹`, n × n, W the diagonal of prior precisions or 0. Times the residual variance
  /// it is the covariance of the coefficients.
  public let inverseNormalMatrix: Matrix
  /// R of the scaled equations.
  private let triangle: Matrix

  /// Solves `min ‖A · x − b‖²`.
  ///
  /// - Parameters:
  ///   - design: A, m × n, m ≥ n.
  ///   - target: b, length m.
  /// - Throws: `underdetermined` if m < n; `rankDeficient`, when a column adds less than
  ///   max(m, n) · 2⁻⁵² of the length of the longest to the columns before it; `notFinite`.
  public init(design: Matrix, target: [Double]) throws(LinearAlgebraError) {
    try self.init(design, target, extra: Matrix(rows: 0, columns: design.columns, repeating: 0), [])
  }

  /// Solves `min ‖A · x − b‖² + Σ_j w[j] · (x[j] − p[j])²`: ridge regression (all p = 0) or a normal
  /// prior with mean p and precision w, in units of the residual variance.
  ///
  /// - Parameters:
  ///   - design: A, m × n; m ≥ n is not needed if enough precisions are above 0.
  ///   - target: b, length m.
  ///   - prior: p, length n.
  ///   - precisions: w, length n; each ≥ 0, 0 where there is no prior.
  /// - Throws: As without a prior, the prior counting as n more equations.
  public init(
    design: Matrix, target: [Double], prior: [Double], precisions: [Double]
  ) throws(LinearAlgebraError) {
    let n = design.columns
    precondition(
      prior.count == n && precisions.count == n,
      "\(prior.count) prior means, \(precisions.count) precisions, \(n) columns")
    precondition(precisions.allSatisfy { $0 >= 0 }, "a precision below 0 in \(precisions)")
    let roots = precisions.map { $0.squareRoot() }
    var extra = Matrix(rows: n, columns: n, repeating: 0)
    for j in 0..<n { extra[j, j] = roots[j] }
    try self.init(design, target, extra: extra, zip(roots, prior).map { $0 * $1 })
  }

  private init(
    _ design: Matrix, _ target: [Double], extra: Matrix, _ extraTarget: [Double]
  ) throws(LinearAlgebraError) {
    precondition(
      design.rows == target.count, "\(design.rows) equations, \(target.count) right-hand sides")
    try design.checkFinite()
    if let row = target.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(row: row, column: -1)
    }
    let n = design.columns
    let equations = design.rows + (0..<extra.rows).count { extra[$0, $0] > 0 }
    guard equations >= n else { throw .underdetermined(equations: equations, unknowns: n) }
    let all =
      extra.rows == 0
      ? design
      : Matrix(
        rows: design.rows + extra.rows, columns: n, elements: design.elements + extra.elements)
    let scaledEquations = ScaledEquations(all, target + extraTarget)
    let lengths = scaledEquations.lengths
    var inverse = Matrix.identity(n)
    let qr = try PivotedQR(scaledEquations.design, standingFor: all.rows)
    guard qr.rank == n else {
      throw .rankDeficient(rank: qr.rank, columns: n, dependent: qr.order[qr.rank...].sorted())
    }
    let order = qr.order
    let projected = qr.transposedProduct(scaledEquations.target)
    var scaled = Matrix(rows: n, columns: 1, elements: Array(projected[..<n]))
    BLAS.solveUpper(qr.r, &scaled)
    BLAS.solveUpper(qr.r, &inverse)
    var solution = [Double](repeating: 0, count: n)
    for (place, j) in order.enumerated() { solution[j] = scaled[place, 0] / lengths[j] }
    let products = inverse * inverse.transposed
    var inverseNormal = Matrix(rows: n, columns: n, repeating: 0)
    for (p, i) in order.enumerated() {
      for (q, j) in order.enumerated() {
        inverseNormal[i, j] = products[p, q] / (lengths[i] * lengths[j])
      }
    }
    self.solution = solution
    residuals = zip(target, design * solution).map { $0 - $1 }
    residualSumOfSquares = residuals.reduce(0) { $0 + $1 * $1 }
    inverseNormalMatrix = inverseNormal
    triangle = qr.r
  }

  /// The condition number of the equations with their columns scaled to length 1: the largest over
  /// the least singular value, ≥ 1. About `log₁₀` of it decimal digits of the coefficients are lost.
  public var conditionNumber: Double {
    do {
      return try SingularValues(triangle).conditionNumber
    } catch {
      preconditionFailure("a triangle that is not finite: \(error)")
    }
  }
}
