/// The same sums in Swift, for processors without kernels in C, and to test these.
extension CountedMatrix {
  mutating func addPortably(_ other: CountedMatrix, times factor: Lanes) {
    for place in elements.indices { elements[place] += factor * other.elements[place] }
  }

  func portableProduct(_ b: CountedMatrix, isGenerator: Bool = false) -> CountedMatrix {
    let n = placements
    var c = CountedMatrix(placements: n)
    for i in 0..<n {
      let first = elements[parts.first + i]
      let second = elements[parts.second + i]
      c.elements[parts.first + i] = first * b.elements[parts.first + i]
      c.elements[parts.second + i] = second * b.elements[parts.second + i]
      for j in 0..<n {
        let e = i * n + j
        c.elements[parts.oneMove + e] =
          first * b.elements[parts.oneMove + e]
          + elements[parts.oneMove + e] * b.elements[parts.second + j]
        c.elements[parts.twoMoves + e] = first * b.elements[parts.twoMoves + e]
        c.elements[parts.fromSecond + e] = second * b.elements[parts.fromSecond + e]
      }
    }
    var products = [
      (parts.oneMove, parts.fromSecond, parts.twoMoves),
      (parts.fromSecond, parts.third, parts.fromSecond),
      (parts.third, parts.third, parts.third),
    ]
    if !isGenerator { products.insert((parts.twoMoves, parts.third, parts.twoMoves), at: 1) }
    for (left, right, result) in products {
      for i in 0..<n {
        for j in 0..<n {
          var sum = c.elements[result + i * n + j]
          for k in 0..<n { sum += elements[left + i * n + k] * b.elements[right + k * n + j] }
          c.elements[result + i * n + j] = sum
        }
      }
    }
    return c
  }

  func addRowPortably(_ row: [Lanes], to sum: inout [Lanes]) {
    let n = placements
    for i in 0..<n {
      sum[i] += row[i] * elements[parts.first + i]
      sum[n + i] += row[n + i] * elements[parts.second + i]
    }
    let products = [
      (0, parts.oneMove, n), (0, parts.twoMoves, 2 * n), (n, parts.fromSecond, 2 * n),
      (2 * n, parts.third, 2 * n),
    ]
    for (from, part, to) in products {
      for j in 0..<n {
        for i in 0..<n { sum[to + j] += row[from + i] * elements[part + i * n + j] }
      }
    }
  }
}
