public import LinearAlgebra

/// A Latin hypercube: n points, each coordinate with one point in every interval of width 1/n, at a random
/// place within it, the intervals of different coordinates paired at random.
///
/// `x[i, d] = (π_d(i) + u) / n` with independent random permutations π_d (Fisher and Yates).
///
/// Averages over it have the mean's expectation, and a variance below that of independent points by what
/// is additive in the function.
/// - SeeAlso: [McKay1979].
public struct LatinHypercube: Sendable {
  /// n × dimensions, elements between 0 and 1.
  public let points: Matrix

  /// Draws a design.
  ///
  /// - Parameters:
  ///   - count: n, ≥ 1.
  ///   - dimensions: ≥ 1, below 2³².
  ///   - seed: Any; with the purpose it decides the design.
  ///   - purpose: What the points are for, as in ``RandomStream``.
  public init(count: Int, dimensions: Int, seed: UInt64, purpose: UInt32) {
    precondition(count >= 1 && dimensions >= 1, "a design of \(count) × \(dimensions)")
    var elements = [Double](repeating: 0, count: count * dimensions)
    for d in 0..<dimensions {
      let stream = RandomStream(seed: seed, purpose: purpose, draw: UInt32(d))
      let places = stream.permutation(of: count)
      let within = stream.uniforms(count, from: UInt64(count))
      for i in 0..<count {
        elements[i * dimensions + d] = (Double(places[i]) + within[i]) / Double(count)
      }
    }
    points = Matrix(rows: count, columns: dimensions, elements: elements)
  }
}

extension RandomStream {
  /// The numbers 0 to n − 1 in random order, each order equally likely (Fisher and Yates), from the
  /// stream's first n numbers.
  ///
  /// - Parameter n: ≥ 0.
  public func permutation(of n: Int) -> [Int] {
    var order = Array(0..<n)
    for i in 0..<n {
      order.swapAt(i, i + integer(below: n - i, at: UInt64(i)))
    }
    return order
  }
}
