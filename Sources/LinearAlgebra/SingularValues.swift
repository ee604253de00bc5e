/// The singular value decomposition `A = U · S · Vᵀ`, by LAPACK `dgesvd`.
///
/// k below is the lesser of m and n. Signs: the largest element of each right vector (the first of
/// them) is positive.
///
/// Laws: `U · S · Vᵀ = A`; `Uᵀ · U = Vᵀ · V = I`; the squares of the values sum to those of the
/// elements.
/// - SeeAlso: [GolubVanLoan2013], sections 2.4 and 5.5.
public struct SingularValues: Sendable, Equatable {
  /// The singular values, falling, each ≥ 0. Length k.
  public let values: [Double]
  /// U, m × k, orthonormal columns.
  public let left: Matrix
  /// V, n × k, orthonormal columns.
  public let right: Matrix

  /// Decomposes a matrix of any shape.
  ///
  /// - Parameter matrix: m × n, m and n ≥ 0.
  /// - Throws: `notFinite`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.checkFinite()
    guard min(matrix.rows, matrix.columns) > 0 else {
      values = []
      left = Matrix(rows: matrix.rows, columns: 0, repeating: 0)
      right = Matrix(rows: matrix.columns, columns: 0, repeating: 0)
      return
    }
    var (u, values, vt) = BLAS.singularValues(matrix)
    for k in values.indices where vt.largestElement(ofRow: k) < 0 {
      for j in 0..<vt.columns { vt[k, j] = -vt[k, j] }
      for i in 0..<u.rows { u[i, k] = -u[i, k] }
    }
    self.values = values
    left = u
    right = vt.transposed
  }

  /// Values above `max(m, n) · 2⁻⁵²` of the largest: the rank in double precision, 0 to k.
  public var rank: Int {
    let smallest =
      (values.first ?? 0) * Double(max(left.rows, right.rows)) * Double.ulpOfOne
    return values.count { $0 > smallest }
  }

  /// The largest value over the least, ≥ 1; infinite if the least is 0, and 1 if there is none.
  public var conditionNumber: Double {
    guard let largest = values.first, let least = values.last else { return 1 }
    return least > 0 ? largest / least : .infinity
  }

  /// The least-squares solution of `A · x = b` that is shortest: unlike ``LeastSquares`` it exists
  /// for every rank. Directions beyond ``rank`` are left at 0.
  ///
  /// `x = Σ_{k < rank} v_k · (u_kᵀ · b) / s_k`
  ///
  /// - Parameter b: Length m, finite.
  /// - Returns: Length n.
  public func shortestSolution(_ b: [Double]) -> [Double] {
    precondition(b.count == left.rows, "\(b.count) elements on the right, \(left.rows) rows")
    let projected = rowVector(b, times: left)
    let rank = rank
    return right * values.indices.map { $0 < rank ? projected[$0] / values[$0] : 0 }
  }
}

extension Matrix {
  /// The element of a row that is largest in size, the first of equals; 0 in an empty row.
  func largestElement(ofRow i: Int) -> Double {
    (0..<columns).reduce(0) { abs(self[i, $1]) > abs($0) ? self[i, $1] : $0 }
  }
}
