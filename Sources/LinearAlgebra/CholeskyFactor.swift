import Foundation

/// The Cholesky factor of a symmetric positive definite matrix: `A = L · Lᵀ`.
///
/// By LAPACK `dpotrf`. Laws: `L · Lᵀ = A`; `A · solve(b) = b`; `inverse · A = I`.
public struct CholeskyFactor: Sendable, Equatable {
  /// L, n × n, zeros above the diagonal, the diagonal above 0.
  public let lower: Matrix

  /// Factors a symmetric positive definite matrix.
  ///
  /// - Parameter matrix: n × n, n ≥ 0. Only the lower triangle is read.
  /// - Throws: `notPositiveDefinite`, naming the first leading minor that is not above 0;
  ///   `notFinite`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    precondition(matrix.isSquare, "a Cholesky factor of \(matrix.rows) × \(matrix.columns)")
    try matrix.checkFinite()
    var lower = matrix
    let minor = BLAS.factorCholesky(&lower)
    guard minor == 0 else {
      throw .notPositiveDefinite(minor: minor, order: matrix.rows)
    }
    for i in 0..<lower.rows {
      for j in i + 1..<max(lower.rows, i + 1) { lower[i, j] = 0 }
    }
    self.lower = lower
  }

  /// The solution x of `A · x = b`.
  ///
  /// - Parameter b: Length n.
  /// - Returns: Length n.
  public func solve(_ b: [Double]) -> [Double] {
    solve(Matrix(rows: b.count, columns: 1, elements: b)).elements
  }

  /// The solution X of `A · X = B`, all columns at once.
  ///
  /// - Parameter b: n × m.
  /// - Returns: n × m.
  public func solve(_ b: Matrix) -> Matrix {
    precondition(
      b.rows == lower.rows, "\(b.rows) rows on the right, \(lower.rows) rows in the matrix")
    var x = b
    BLAS.solveLower(lower, transposed: false, &x)
    BLAS.solveLower(lower, transposed: true, &x)
    return x
  }

  /// The natural logarithm of the determinant of A: `2 · Σ ln L[i, i]`.
  public var logDeterminant: Double {
    var sum = 0.0
    for i in 0..<lower.rows { sum += log(lower[i, i]) }
    return 2 * sum
  }

  /// The inverse of A, n × n, symmetric up to rounding.
  public var inverse: Matrix { solve(.identity(lower.rows)) }
}

extension Matrix {
  /// Throws `notFinite` at the first element that is infinite or not a number.
  func checkFinite() throws(LinearAlgebraError) {
    if let place = elements.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(row: place / columns, column: place % columns)
    }
  }
}
