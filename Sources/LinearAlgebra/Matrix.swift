/// A matrix of double-precision numbers, stored row after row without gaps.
///
/// A value: copies are independent. Indices count from 0. Sizes of 0 are allowed. Wrong shapes and
/// indices are broken promises of the program and stop it, printing both sides.
public struct Matrix: Sendable, Equatable {
  /// Number of rows, ≥ 0.
  public let rows: Int
  /// Number of columns, ≥ 0.
  public let columns: Int
  /// All elements, row-major: element (i, j) is at `i * columns + j`. Length rows × columns.
  public internal(set) var elements: [Double]

  /// A matrix with every element the same.
  ///
  /// - Parameters:
  ///   - rows: Number of rows, ≥ 0.
  ///   - columns: Number of columns, ≥ 0.
  ///   - value: The value of every element.
  public init(rows: Int, columns: Int, repeating value: Double) {
    precondition(rows >= 0 && columns >= 0, "a matrix of \(rows) × \(columns)")
    self.rows = rows
    self.columns = columns
    elements = Array(repeating: value, count: rows * columns)
  }

  /// A matrix written out as its rows.
  ///
  /// - Parameter rows: The rows, all of one length. No rows give a 0 × 0 matrix.
  public init(_ rows: [[Double]]) {
    self.rows = rows.count
    columns = rows.first?.count ?? 0
    elements = []
    elements.reserveCapacity(rows.count * columns)
    for (i, row) in rows.enumerated() {
      precondition(
        row.count == columns, "row \(i) has \(row.count) elements, row 0 has \(columns)")
      elements += row
    }
  }

  /// A matrix from its elements in row-major order.
  ///
  /// - Parameters:
  ///   - rows: Number of rows, ≥ 0.
  ///   - columns: Number of columns, ≥ 0.
  ///   - elements: rows × columns numbers, row after row.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(
      rows >= 0 && columns >= 0 && elements.count == rows * columns,
      "\(elements.count) elements for a matrix of \(rows) × \(columns)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// The identity matrix.
  ///
  /// - Parameter n: Number of rows and of columns, ≥ 0.
  public static func identity(_ n: Int) -> Matrix {
    var result = Matrix(rows: n, columns: n, repeating: 0)
    for i in 0..<n { result.elements[i * n + i] = 1 }
    return result
  }

  /// The element in row `i` and column `j`.
  public subscript(i: Int, j: Int) -> Double {
    get {
      checkIndex(i, j)
      return elements[i * columns + j]
    }
    set {
      checkIndex(i, j)
      elements[i * columns + j] = newValue
    }
  }

  /// The elements of row `i`, left to right.
  public func row(_ i: Int) -> [Double] {
    precondition(i >= 0 && i < rows, "row \(i) of a matrix of \(rows) × \(columns)")
    return Array(elements[i * columns..<(i + 1) * columns])
  }

  /// The elements of column `j`, top to bottom.
  public func column(_ j: Int) -> [Double] {
    precondition(j >= 0 && j < columns, "column \(j) of a matrix of \(rows) × \(columns)")
    return (0..<rows).map { elements[$0 * columns + j] }
  }

  /// The matrix with rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows, repeating: 0)
    for i in 0..<rows {
      for j in 0..<columns { result.elements[j * rows + i] = elements[i * columns + j] }
    }
    return result
  }

  /// Whether there are as many rows as columns.
  public var isSquare: Bool { rows == columns }

  private func checkIndex(_ i: Int, _ j: Int) {
    precondition(
      i >= 0 && i < rows && j >= 0 && j < columns,
      "element (\(i), \(j)) of a matrix of \(rows) × \(columns)")
  }
}
