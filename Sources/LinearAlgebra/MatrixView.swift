/// A rectangle of a matrix, or its transpose, without copying the elements.
///
/// The view holds on to the matrix's storage as it was: changing the matrix afterwards does not
/// change the view. Indices count from 0 at the rectangle's corner.
public struct MatrixView: Sendable {
  /// Number of rows, ≥ 0.
  public let rows: Int
  /// Number of columns, ≥ 0.
  public let columns: Int
  let storage: [Double]
  /// Place in the storage of element (0, 0).
  let offset: Int
  /// Elements from one row to the next where rows lie together, else from one column to the next.
  let stride: Int
  /// Whether neighbours in a row are neighbours in the storage; if not, neighbours in a column are.
  let hasRowsTogether: Bool

  /// The whole of a matrix.
  ///
  /// - Parameter matrix: m × n.
  public init(_ matrix: Matrix) {
    self.init(
      rows: matrix.rows, columns: matrix.columns, matrix.elements, offset: 0,
      stride: matrix.columns, hasRowsTogether: true)
  }

  private init(
    rows: Int, columns: Int, _ storage: [Double], offset: Int, stride: Int, hasRowsTogether: Bool
  ) {
    self.rows = rows
    self.columns = columns
    self.storage = storage
    self.offset = offset
    self.stride = stride
    self.hasRowsTogether = hasRowsTogether
  }

  /// The element in row `i` and column `j`.
  public subscript(i: Int, j: Int) -> Double {
    precondition(
      i >= 0 && i < rows && j >= 0 && j < columns,
      "element (\(i), \(j)) of a view of \(rows) × \(columns)")
    return storage[offset + (hasRowsTogether ? i * stride + j : j * stride + i)]
  }

  /// A rectangle of this view.
  ///
  /// - Parameters:
  ///   - rows: The rows kept, within those of the view; may be none.
  ///   - columns: The columns kept, within those of the view; may be none.
  public subscript(rows rows: Range<Int>, columns columns: Range<Int>) -> MatrixView {
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= self.rows && columns.lowerBound >= 0
        && columns.upperBound <= self.columns,
      "rows \(rows) and columns \(columns) of \(self.rows) × \(self.columns)")
    let (i, j) = (rows.lowerBound, columns.lowerBound)
    return MatrixView(
      rows: rows.count, columns: columns.count, storage,
      offset: offset + (hasRowsTogether ? i * stride + j : j * stride + i), stride: stride,
      hasRowsTogether: hasRowsTogether)
  }

  /// The view with rows and columns exchanged.
  public var transposed: MatrixView {
    MatrixView(
      rows: columns, columns: rows, storage, offset: offset, stride: stride,
      hasRowsTogether: !hasRowsTogether)
  }

  /// The matrix product by BLAS `dgemm`; see ``Matrix/*(_:_:)-(Matrix,Matrix)``.
  ///
  /// - Parameters:
  ///   - a: m × k.
  ///   - b: k × n.
  /// - Returns: m × n.
  public static func * (a: MatrixView, b: MatrixView) -> Matrix {
    Matrix.checkInner(a.rows, a.columns, b.rows, b.columns)
    return BLAS.product(a, b)
  }
}

extension Matrix {
  /// The elements of a view, copied.
  ///
  /// - Parameter view: m × n.
  public init(_ view: MatrixView) {
    self.init(rows: view.rows, columns: view.columns, repeating: 0)
    for i in 0..<rows {
      for j in 0..<columns { elements[i * columns + j] = view[i, j] }
    }
  }

  /// A rectangle of the matrix, without copying.
  ///
  /// - Parameters:
  ///   - rows: The rows kept, within those of the matrix; may be none.
  ///   - columns: The columns kept, within those of the matrix; may be none.
  public subscript(rows rows: Range<Int>, columns columns: Range<Int>) -> MatrixView {
    MatrixView(self)[rows: rows, columns: columns]
  }
}
