/// Eigenvalues and eigenvectors of a symmetric matrix: `A = V · diag(λ) · Vᵀ`, by LAPACK `dsyev`.
///
/// Signs: the largest element of each vector (the first of them) is positive.
///
/// Laws: `A · v_k = λ_k · v_k`; `Vᵀ · V = I`; the values sum to the trace.
/// - SeeAlso: [GolubVanLoan2013], section 8.3.
public struct SymmetricEigen: Sendable, Equatable {
  /// The eigenvalues, rising. Length n.
  public let values: [Double]
  /// V, n × n: column k belongs to value k; orthonormal.
  public let vectors: Matrix

  /// Decomposes a symmetric matrix.
  ///
  /// - Parameter matrix: n × n, n ≥ 0. Only the lower triangle is read.
  /// - Throws: `notFinite`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    precondition(matrix.isSquare, "eigenvalues of \(matrix.rows) × \(matrix.columns)")
    try matrix.checkFinite()
    guard matrix.rows > 0 else {
      (values, vectors) = ([], matrix)
      return
    }
    var (values, rows) = BLAS.symmetricEigen(matrix)
    for k in values.indices where rows.largestElement(ofRow: k) < 0 {
      for j in 0..<rows.columns { rows[k, j] = -rows[k, j] }
    }
    self.values = values
    vectors = rows.transposed
  }

  /// `V · diag(f(λ)) · Vᵀ`: a function of the matrix, such as its symmetric root or an inverse
  /// without small values.
  ///
  /// - Parameter function: Of one eigenvalue.
  /// - Returns: n × n, symmetric.
  public func matrix(applying function: (Double) -> Double) -> Matrix {
    let changed = values.map(function)
    var scaled = vectors
    for i in 0..<scaled.rows {
      for k in changed.indices { scaled[i, k] *= changed[k] }
    }
    var result = MatrixView(scaled) * MatrixView(vectors).transposed
    for i in 0..<result.rows {
      for j in 0..<i { result[i, j] = result[j, i] }
    }
    return result
  }
}
