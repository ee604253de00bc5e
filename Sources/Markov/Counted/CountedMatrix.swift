import CKernels

/// Eight matrices over the states of counted moves: placement × placements so far (1, 2, 3 or more).
///
/// Every move, within a placement type or between types, adds one to the count, so that only six
/// parts are not 0: what keeps the first placement and the second (diagonal), one move (1 → 2), two
/// moves (1 → 3), a move from the second (2 → 3), and the moves of those with three or more. Sums and
/// products have the same parts.
struct CountedMatrix: Sendable, Equatable {
  /// Placement types, n.
  let placements: Int
  /// The six parts, one after the other: n, n, n², n², n², n².
  var elements: [Lanes]

  /// Where each part begins.
  struct Parts {
    let n: Int
    var first: Int { 0 }
    var second: Int { n }
    var oneMove: Int { 2 * n }
    var twoMoves: Int { 2 * n + n * n }
    var fromSecond: Int { 2 * n + 2 * n * n }
    var third: Int { 2 * n + 3 * n * n }
    var count: Int { 2 * n + 4 * n * n }
  }

  var parts: Parts { Parts(n: placements) }

  /// A matrix of zeros.
  init(placements: Int) {
    self.placements = placements
    elements = Array(repeating: .zero, count: Parts(n: placements).count)
  }

  /// A matrix of which every element will be set.
  init(uninitialized placements: Int) {
    self.placements = placements
    let count = Parts(n: placements).count
    elements = Array(unsafeUninitializedCapacity: count) { _, used in used = count }
  }

  /// Adds a number along the diagonal.
  mutating func addToDiagonal(_ number: Lanes) {
    for i in 0..<placements {
      elements[parts.first + i] += number
      elements[parts.second + i] += number
      elements[parts.third + i * placements + i] += number
    }
  }

  /// Adds another matrix times a factor.
  mutating func add(_ other: CountedMatrix, times factor: Lanes) {
    #if arch(x86_64)
      let count = elements.count
      elements.withMutableDoubles { sum in
        other.elements.withDoubles { term in
          [factor].withDoubles { carecast_add_scaled(count, $0, term, sum) }
        }
      }
    #else
      addPortably(other, times: factor)
    #endif
  }

  /// The product with a matrix on the right.
  ///
  /// - Parameter isGenerator: Whether this matrix has no two moves at once.
  func product(_ other: CountedMatrix, isGenerator: Bool = false) -> CountedMatrix {
    #if arch(x86_64)
      var result = CountedMatrix(uninitialized: placements)
      elements.withDoubles { left in
        other.elements.withDoubles { right in
          result.elements.withMutableDoubles {
            carecast_counted_product(placements, isGenerator ? 1 : 0, left, right, $0)
          }
        }
      }
      return result
    #else
      return portableProduct(other, isGenerator: isGenerator)
    #endif
  }

  /// Adds a row times this matrix to a sum; both of 3n states.
  func addRow(_ row: [Lanes], to sum: inout [Lanes]) {
    #if arch(x86_64)
      elements.withDoubles { matrix in
        row.withDoubles { row in
          sum.withMutableDoubles { carecast_add_counted_row(placements, row, matrix, $0) }
        }
      }
    #else
      addRowPortably(row, to: &sum)
    #endif
  }

  /// Whichever of two matrices each run is to have.
  func replacing(with other: CountedMatrix, where mask: SIMDMask<SIMD8<Int64>>) -> CountedMatrix {
    if all(mask) { return other }
    var result = self
    for place in elements.indices {
      result.elements[place].replace(with: other.elements[place], where: mask)
    }
    return result
  }
}
