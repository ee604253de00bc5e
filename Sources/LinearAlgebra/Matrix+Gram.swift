extension Matrix {
  /// The Gram matrix of the columns: a symmetric product at half the work of a general one (BLAS
  /// `dsyrk`).
  ///
  /// `G[i, j] = Σ_k A[k, i] · A[k, j]`
  ///
  /// Laws: symmetric to the last bit; positive semidefinite up to rounding.
  ///
  /// - Returns: n × n, if this matrix is m × n.
  public var gram: Matrix {
    var result = Matrix(rows: columns, columns: columns, repeating: 0)
    result.addGram(of: MatrixView(self))
    return result
  }

  /// The Gram matrix with a weight for each row.
  ///
  /// `G[i, j] = Σ_k w[k] · A[k, i] · A[k, j]`
  ///
  /// - Parameter weights: Length m, each ≥ 0 and finite, if this matrix is m × n.
  /// - Returns: n × n.
  public func gram(weights: [Double]) -> Matrix {
    precondition(weights.count == rows, "\(weights.count) weights, \(rows) rows")
    precondition(
      weights.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight below 0 or not finite: \(weights)")
    var scaled = self
    for i in 0..<rows {
      let root = weights[i].squareRoot()
      for j in 0..<columns { scaled.elements[i * columns + j] *= root }
    }
    return scaled.gram
  }

  /// Adds a multiple of the Gram matrix of another's columns to this symmetric matrix: normal
  /// equations and covariances of tiles of rows, one tile after the other.
  ///
  /// `G[i, j] += factor · Σ_k A[k, i] · A[k, j]`
  ///
  /// - Parameters:
  ///   - a: m × n, if this matrix is n × n. Only the upper triangle of this matrix is read.
  ///   - factor: Finite.
  public mutating func addGram(of a: MatrixView, times factor: Double = 1) {
    precondition(
      isSquare && columns == a.columns,
      "a Gram matrix of \(a.rows) × \(a.columns) added to \(rows) × \(columns)")
    BLAS.addGram(a, times: factor, to: &self)
    for i in 0..<rows {
      for j in 0..<i { elements[i * columns + j] = elements[j * columns + i] }
    }
  }
}
