/// Eight square matrices of one order, element by element side by side.
struct LaneMatrix {
  let order: Int
  /// Element (i, j) of all eight at i · order + j.
  private var elements: [SIMD8<Double>]

  /// Eight matrices, n × n.
  init(_ matrices: [Matrix]) {
    precondition(matrices.count == 8, "\(matrices.count) matrices in 8 lanes")
    order = matrices[0].rows
    elements = (0..<order * order).map { place in SIMD8(matrices.map { $0.elements[place] }) }
  }

  private init(zerosOf order: Int) {
    self.order = order
    elements = Array(repeating: .zero, count: order * order)
  }

  /// The matrix of one lane.
  func matrix(_ lane: Int) -> Matrix {
    Matrix(rows: order, columns: order, elements: elements.map { $0[lane] })
  }

  func scaled(by factors: SIMD8<Double>) -> LaneMatrix {
    var result = self
    for place in elements.indices { result.elements[place] *= factors }
    return result
  }

  mutating func add(_ other: LaneMatrix, times factors: SIMD8<Double>) {
    for place in elements.indices { elements[place] += factors * other.elements[place] }
  }

  func product(_ other: LaneMatrix) -> LaneMatrix {
    var result = LaneMatrix(zerosOf: order)
    result.addProduct(self, other)
    return result
  }

  /// `C[i, j] = ((C[i, j] + A[i, 0] · B[0, j]) + A[i, 1] · B[1, j]) + …`, the order of
  /// ``Matrix/fixedOrderProduct(_:)``; rows of B whose weight is 0 in every lane are left out.
  mutating func addProduct(_ a: LaneMatrix, _ b: LaneMatrix) {
    let n = order
    a.elements.withUnsafeBufferPointer { a in
      b.elements.withUnsafeBufferPointer { b in
        elements.withUnsafeMutableBufferPointer { c in
          for i in 0..<n {
            for k in 0..<n {
              let weight = a[i * n + k]
              if weight == .zero { continue }
              for j in 0..<n { c[i * n + j] += weight * b[k * n + j] }
            }
          }
        }
      }
    }
  }
}
