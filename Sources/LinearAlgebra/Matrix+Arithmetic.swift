extension Matrix {
  /// The sum, element by element. Both matrices have one shape.
  public static func + (a: Matrix, b: Matrix) -> Matrix {
    var result = a
    result += b
    return result
  }

  /// Adds `b` to `a`, element by element. Both matrices have one shape.
  public static func += (a: inout Matrix, b: Matrix) {
    checkSameShape(a, b, "+")
    for i in a.elements.indices { a.elements[i] += b.elements[i] }
  }

  /// Adds a multiple of another matrix of the same shape, `A[i, j] += factor · B[i, j]`, rounding
  /// the product before the sum.
  mutating func add(_ factor: Double, times b: Matrix) {
    Matrix.checkSameShape(self, b, "+")
    elements.withUnsafeMutableBufferPointer { a in
      b.elements.withUnsafeBufferPointer { b in
        for i in a.indices { a[i] += factor * b[i] }
      }
    }
  }

  /// The difference, element by element. Both matrices have one shape.
  public static func - (a: Matrix, b: Matrix) -> Matrix {
    checkSameShape(a, b, "-")
    var result = a
    for i in result.elements.indices { result.elements[i] -= b.elements[i] }
    return result
  }

  /// The matrix with every element multiplied by `factor`.
  public static func * (factor: Double, a: Matrix) -> Matrix {
    var result = a
    for i in result.elements.indices { result.elements[i] *= factor }
    return result
  }

  /// The matrix product, by BLAS `dgemm`.
  ///
  /// `C[i, j] = Σ_k A[i, k] · B[k, j]`
  ///
  /// The last bits depend on the kernel OpenBLAS picks for the processor, not on threads. Where the
  /// result is exported, use ``fixedOrderProduct(_:)``, whose bits are the same everywhere.
  ///
  /// - Parameters:
  ///   - a: m × k.
  ///   - b: k × n.
  /// - Returns: m × n.
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    checkInner(a.rows, a.columns, b.rows, b.columns)
    return BLAS.product(MatrixView(a), MatrixView(b))
  }

  /// The matrix times a column vector, added up left to right in plain loops: the same bits
  /// everywhere.
  ///
  /// `w[i] = Σ_j A[i, j] · v[j]`
  ///
  /// - Parameters:
  ///   - a: m × n.
  ///   - v: Length n.
  /// - Returns: Length m.
  public static func * (a: Matrix, v: [Double]) -> [Double] {
    checkInner(a.rows, a.columns, v.count, 1)
    return (0..<a.rows).map { i in
      var sum = 0.0
      for j in 0..<a.columns { sum += a.elements[i * a.columns + j] * v[j] }
      return sum
    }
  }

  /// The largest sum of absolute values of a row (the norm ‖A‖∞); 0 for an empty matrix.
  public var maximumRowSum: Double {
    var largest = 0.0
    for i in 0..<rows {
      var sum = 0.0
      for j in 0..<columns { sum += abs(elements[i * columns + j]) }
      largest = max(largest, sum)
    }
    return largest
  }

  static func checkInner(_ m: Int, _ k: Int, _ k2: Int, _ n: Int) {
    precondition(k == k2, "a product of \(m) × \(k) by \(k2) × \(n): \(k) columns, \(k2) rows")
  }

  private static func checkSameShape(_ a: Matrix, _ b: Matrix, _ sign: String) {
    precondition(
      a.rows == b.rows && a.columns == b.columns,
      "\(a.rows) × \(a.columns) \(sign) \(b.rows) × \(b.columns)")
  }
}

/// A row vector times a matrix, added up over the rows from the top in plain loops: the same bits
/// everywhere.
///
/// `w[j] = Σ_i v[i] · A[i, j]`
///
/// - Parameters:
///   - v: Length m.
///   - matrix: m × n.
/// - Returns: Length n.
public func rowVector(_ v: [Double], times matrix: Matrix) -> [Double] {
  Matrix.checkInner(1, v.count, matrix.rows, matrix.columns)
  return Matrix(rows: 1, columns: v.count, elements: v).fixedOrderProduct(matrix).elements
}
