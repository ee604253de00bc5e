/// Equations `A · x = b` with the columns of A scaled to length 1, in few rows with the same least-squares
/// solution if there were many.
///
/// Many rows are brought down by orthogonal transformations of a block at a time, which fits a near
/// cache: `Qᵀ · (A b)` of the rows so far and the next block is a triangle, and stands for both. No digits
/// are lost by it that one transformation of all rows would keep.
/// - SeeAlso: [GolubVanLoan2013], section 5.2.
struct ScaledEquations {
  /// Length of each column as given, 1 for a column of zeros. Length n.
  let lengths: [Double]
  /// k × n, columns of length 1.
  let design: Matrix
  /// Length k.
  let target: [Double]

  /// Scales equations.
  ///
  /// - Parameters:
  ///   - design: A, m × n, finite.
  ///   - target: b, length m, finite.
  init(_ design: Matrix, _ target: [Double]) {
    lengths = design.columnLengths
    if design.columns > 0 && design.rows > 8 * (design.columns + 1) {
      let triangle = BLAS.triangle(of: design, over: lengths, beside: target)
      let n = design.columns
      self.design = Matrix(triangle[rows: 0..<n, columns: 0..<n])
      self.target = (0..<n).map { triangle[$0, n] }
    } else {
      var scaled = design
      scaled.divideColumns(by: lengths)
      self.design = scaled
      self.target = target
    }
  }
}

extension Matrix {
  /// The Euclidean length of each column, 1 for a column of zeros.
  fileprivate var columnLengths: [Double] {
    var largest = [Double](repeating: 0, count: columns)
    eachRow { row in
      for j in 0..<columns { largest[j] = max(largest[j], abs(row[j])) }
    }
    let scales = largest.map { $0 > 0 ? $0 : 1 }
    var squares = [Double](repeating: 0, count: columns)
    eachRow { row in
      for j in 0..<columns {
        let part = row[j] / scales[j]
        squares[j] += part * part
      }
    }
    return (0..<columns).map { largest[$0] > 0 ? largest[$0] * squares[$0].squareRoot() : 1 }
  }

  private func eachRow(_ body: (UnsafePointer<Double>) -> Void) {
    elements.withUnsafeBufferPointer { elements in
      for i in 0..<rows { body(elements.baseAddress! + i * columns) }
    }
  }

  fileprivate mutating func divideColumns(by divisors: [Double]) {
    for i in 0..<rows {
      for j in 0..<columns { elements[i * columns + j] /= divisors[j] }
    }
  }
}
