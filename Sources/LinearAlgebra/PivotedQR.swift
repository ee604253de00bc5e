/// Orthogonal factors with column exchanges: `A · Π = Q · R`, by Householder reflections (LAPACK
/// `dgeqp3`).
///
/// At each place stands the column that adds most to those before it, so the diagonal of R falls in
/// size and shows the rank. k below is the lesser of m and n.
///
/// Laws: `Q · R` is A with its columns in the new order; `Qᵀ · Q = I`; `|R[i, i]|` does not rise.
/// - SeeAlso: [GolubVanLoan2013], section 5.4.
public struct PivotedQR: Sendable {
  /// R, k × n, zeros below the diagonal.
  public let r: Matrix
  /// The original column at each place of R. Length n.
  public let order: [Int]
  /// Places of R whose diagonal exceeds `max(m, n) · 2⁻⁵²` of the first: the number of columns that
  /// are independent in double precision, 0 to k.
  public let rank: Int
  private let rows: Int
  private let factors: [Double]
  private let tau: [Double]

  /// Factors a matrix of any shape.
  ///
  /// - Parameter matrix: m × n, m and n ≥ 0.
  /// - Throws: `notFinite`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try self.init(matrix, standingFor: matrix.rows)
  }

  /// Factors a matrix that was brought down from more rows.
  ///
  /// - Parameters:
  ///   - matrix: m × n.
  ///   - allRows: How many rows there were: m of the rank.
  init(_ matrix: Matrix, standingFor allRows: Int) throws(LinearAlgebraError) {
    try matrix.checkFinite()
    (factors, tau, order) = BLAS.pivotedQR(matrix)
    rows = matrix.rows
    var r = Matrix(rows: tau.count, columns: matrix.columns, repeating: 0)
    for j in 0..<r.columns {
      for i in 0..<min(j + 1, r.rows) { r[i, j] = factors[j * matrix.rows + i] }
    }
    self.r = r
    if r.rows > 0 {
      let smallest = abs(r[0, 0]) * Double(max(allRows, r.columns)) * Double.ulpOfOne
      rank = (0..<r.rows).count { abs(r[$0, $0]) > smallest }
    } else {
      rank = 0
    }
  }

  /// The first k columns of Q, m × k: an orthonormal basis of what the columns of A span, if they
  /// are independent.
  public var q: Matrix {
    var basis = Matrix(rows: rows, columns: r.rows, repeating: 0)
    for i in 0..<r.rows { basis[i, i] = 1 }
    return BLAS.orthogonalProduct(factors, tau, transposed: false, basis)
  }

  /// `Qᵀ · b` with all m columns of Q: the first k elements lie in the span of A, the rest is what
  /// no combination of columns reaches.
  ///
  /// - Parameter b: Length m.
  /// - Returns: Length m.
  public func transposedProduct(_ b: [Double]) -> [Double] {
    precondition(b.count == rows, "\(b.count) elements on the right, \(rows) rows")
    return BLAS.orthogonalProduct(
      factors, tau, transposed: true, Matrix(rows: rows, columns: 1, elements: b)
    ).elements
  }
}
