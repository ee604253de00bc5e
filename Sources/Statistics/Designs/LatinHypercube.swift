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
    // Eight columns at a time, so that a row's eight neighbours are written together.
    for first in stride(from: 0, to: dimensions, by: 8) {
      let columns = (first..<min(first + 8, dimensions)).map {
        LatinHypercube.column(
          count, RandomStream(seed: seed, purpose: purpose, draw: UInt32($0)))
      }
      elements.withUnsafeMutableBufferPointer { elements in
        for i in 0..<count {
          for (d, column) in columns.enumerated() {
            elements[i * dimensions + first + d] = column[i]
          }
        }
      }
    }
    points = Matrix(rows: count, columns: dimensions, elements: elements)
  }

  private static func column(_ count: Int, _ stream: RandomStream) -> [Double] {
    let places = stream.permutation(of: count)
    var column = stream.uniforms(count, from: UInt64(count))
    let width = Double(count)
    for i in 0..<count { column[i] = (Double(places[i]) + column[i]) / width }
    return column
  }
}

extension RandomStream {
  /// The numbers 0 to n − 1 in random order, each order equally likely (Fisher and Yates), from the
  /// stream's first n numbers.
  ///
  /// - Parameter n: ≥ 0.
  public func permutation(of n: Int) -> [Int] {
    var order = Array(0..<n)
    let block = 4096
    for start in stride(from: 0, to: n, by: block) {
      let numbers = bits(min(block, n - start), from: UInt64(start))
      for (place, number) in numbers.enumerated() {
        let i = start + place
        order.swapAt(i, i + Int(number.multipliedFullWidth(by: UInt64(n - i)).high))
      }
    }
    return order
  }
}
