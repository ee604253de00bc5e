extension Matrix {
  /// The matrix product in plain loops, with the same bits on every processor.
  ///
  /// `C[i, j] = ((A[i, 0] · B[0, j]) + A[i, 1] · B[1, j]) + …`, k ascending
  ///
  /// Every element is added up in this one order, each product rounded before it is added (no fused
  /// multiply-add), so neither the width of the vector unit, nor the BLAS, nor threads can change a
  /// bit. Numbers that are exported come from here. Zeros of the left matrix are skipped, which
  /// makes a sparse left matrix fast and asks for finite elements on the right.
  ///
  /// - Parameter b: k × n, if this matrix is m × k. All elements finite.
  /// - Returns: m × n.
  public func fixedOrderProduct(_ b: Matrix) -> Matrix {
    var result = Matrix(rows: rows, columns: b.columns, repeating: 0)
    result.addFixedOrderProduct(self, b)
    return result
  }

  /// Adds the product of two matrices to this one, in the order of ``fixedOrderProduct(_:)`` with
  /// the present value as the first summand.
  ///
  /// - Parameters:
  ///   - a: m × k, if this matrix is m × n.
  ///   - b: k × n. All elements finite.
  mutating func addFixedOrderProduct(_ a: Matrix, _ b: Matrix) {
    Matrix.checkInner(a.rows, a.columns, b.rows, b.columns)
    precondition(
      rows == a.rows && columns == b.columns,
      "a product of \(a.rows) × \(b.columns) added to \(rows) × \(columns)")
    let (m, inner, n) = (a.rows, a.columns, b.columns)
    guard inner > 0, n > 0 else { return }
    a.elements.withUnsafeBufferPointer { a in
      b.elements.withUnsafeBufferPointer { b in
        elements.withUnsafeMutableBufferPointer { c in
          withUnsafeTemporaryAllocation(of: Int.self, capacity: inner) { places in
            for i in 0..<m {
              let row = a.baseAddress! + i * inner
              var used = 0
              for k in 0..<inner where row[k] != 0 {
                places[used] = k
                used += 1
              }
              addRows(
                places.prefix(used), of: b.baseAddress!, weighted: row,
                to: c.baseAddress! + i * n, count: n)
            }
          }
        }
      }
    }
  }
}

/// `c[j] += Σ_k weights[k] · b[k, j]` over the listed rows k in order, four at a time so that c stays
/// in registers; the inner loop is over j, which the compiler turns into vector instructions.
private func addRows(
  _ places: Slice<UnsafeMutableBufferPointer<Int>>, of b: UnsafePointer<Double>,
  weighted weights: UnsafePointer<Double>, to c: UnsafeMutablePointer<Double>, count n: Int
) {
  var p = 0
  while p + 4 <= places.count {
    let (k0, k1, k2, k3) = (places[p], places[p + 1], places[p + 2], places[p + 3])
    let (w0, w1, w2, w3) = (weights[k0], weights[k1], weights[k2], weights[k3])
    let (b0, b1, b2, b3) = (b + k0 * n, b + k1 * n, b + k2 * n, b + k3 * n)
    for j in 0..<n {
      c[j] = (((c[j] + w0 * b0[j]) + w1 * b1[j]) + w2 * b2[j]) + w3 * b3[j]
    }
    p += 4
  }
  while p < places.count {
    let (w0, b0) = (weights[places[p]], b + places[p] * n)
    for j in 0..<n { c[j] += w0 * b0[j] }
    p += 1
  }
}
