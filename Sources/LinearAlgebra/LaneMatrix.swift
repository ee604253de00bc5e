/// Eight square matrices of one order, element by element side by side.
struct LaneMatrix {
  let order: Int
  /// Element (i, j) of all eight at i · order + j.
  private var elements: [SIMD8<Double>]

  /// Eight matrices, n × n.
  init(_ matrices: [Matrix]) {
    precondition(matrices.count == 8, "\(matrices.count) matrices in 8 lanes")
    self.init(zerosOf: matrices[0].rows)
    for (lane, matrix) in matrices.enumerated() {
      matrix.elements.withUnsafeBufferPointer { source in
        elements.withUnsafeMutableBufferPointer { elements in
          for place in 0..<source.count { elements[place][lane] = source[place] }
        }
      }
    }
  }

  /// Eight diagonal matrices, each with one value along it.
  init(order: Int, diagonal: SIMD8<Double>) {
    self.init(zerosOf: order)
    for i in 0..<order { elements[i * order + i] = diagonal }
  }

  private init(zerosOf order: Int) {
    self.order = order
    elements = Array(repeating: .zero, count: order * order)
  }

  /// The matrix of one lane.
  func matrix(_ lane: Int) -> Matrix {
    var result = Matrix(rows: order, columns: order, repeating: 0)
    for place in elements.indices { result.elements[place] = elements[place][lane] }
    return result
  }

  func scaled(by factors: SIMD8<Double>) -> LaneMatrix {
    var result = self
    for place in elements.indices { result.elements[place] *= factors }
    return result
  }

  mutating func add(_ other: LaneMatrix, times factors: SIMD8<Double>) {
    other.elements.withUnsafeBufferPointer { other in
      elements.withUnsafeMutableBufferPointer { elements in
        for place in 0..<other.count { elements[place] += factors * other[place] }
      }
    }
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
          withUnsafeTemporaryAllocation(of: Int.self, capacity: n) { places in
            for i in 0..<n {
              var used = 0
              for k in 0..<n where a[i * n + k] != .zero {
                places[used] = k
                used += 1
              }
              addRow(
                UnsafeBufferPointer(places.extracting(0..<used)), of: b.baseAddress!,
                weighted: a.baseAddress! + i * n, to: c.baseAddress! + i * n, count: n)
            }
          }
        }
      }
    }
  }
}

/// `c[j] += Σ_k weights[k] · b[k, j]` over the listed k in order, two columns at a time so that a weight
/// is loaded once for both and the sums stay in registers.
private func addRow(
  _ places: UnsafeBufferPointer<Int>, of b: UnsafePointer<SIMD8<Double>>,
  weighted weights: UnsafePointer<SIMD8<Double>>, to c: UnsafeMutablePointer<SIMD8<Double>>,
  count n: Int
) {
  var j = 0
  while j + 2 <= n {
    var (first, second) = (c[j], c[j + 1])
    for k in places {
      let weight = weights[k]
      first += weight * b[k * n + j]
      second += weight * b[k * n + j + 1]
    }
    c[j] = first
    c[j + 1] = second
    j += 2
  }
  if j < n {
    var last = c[j]
    for k in places { last += weights[k] * b[k * n + j] }
    c[j] = last
  }
}
