import Foundation
import LinearAlgebra

/// Matérn's kernel of smoothness 5/2, a product over inputs: how alike a function's values at two points are.
///
/// ```
/// k(x, x') = Π_i (1 + s_i + s_i² / 3) exp(−s_i)        s_i = √5 |x_i − x_i'| / length_i
/// ```
///
/// Functions of such a process have two derivatives. Laws: 1 at one point; the longer a length the less the
/// input matters.
/// - SeeAlso: [RasmussenWilliams2006], section 4.2.
struct ProcessKernel: Sendable {
  /// Lengths, one an input, in the input's own measure; > 0.
  let lengths: [Double]

  /// Factors after which their exponents are taken together, so that no product overflows.
  private static let block = 16

  /// Runs with each number in lengths over √5.
  ///
  /// - Parameter rows: n × D.
  /// - Returns: n × D.
  func scaled(_ rows: Matrix) -> Matrix {
    let factors = lengths.map { 5.0.squareRoot() / $0 }
    let elements = rows.elements.enumerated().map { $1 * factors[$0 % factors.count] }
    return Matrix(rows: rows.rows, columns: rows.columns, elements: elements)
  }

  /// The kernel of every two runs.
  ///
  /// - Parameter rows: ``scaled(_:)`` runs, n × D.
  /// - Returns: n × n, symmetric.
  static func matrix(_ rows: Matrix) -> Matrix {
    let (n, d) = (rows.rows, rows.columns)
    var result = [Double](repeating: 1, count: n * n)
    rows.elements.withUnsafeBufferPointer { x in
      result.withUnsafeMutableBufferPointer { to in
        for a in 0..<n {
          for b in 0..<a {
            var value = 1.0
            for start in stride(from: 0, to: d, by: block) {
              var exponent = 0.0
              for i in start..<min(start + block, d) {
                let s = abs(x[a * d + i] - x[b * d + i])
                exponent += s
                value *= 1 + s + s * s / 3
              }
              value *= exp(-exponent)
            }
            to[a * n + b] = value
            to[b * n + a] = value
          }
        }
      }
    }
    return Matrix(rows: n, columns: n, elements: result)
  }

  /// The factor of one input.
  ///
  /// - Parameters:
  ///   - input: Its place.
  ///   - rows: Values of it, m of them.
  ///   - columns: Values of it, n of them.
  /// - Returns: m × n.
  func factor(_ input: Int, _ rows: [Double], _ columns: [Double]) -> Matrix {
    let scale = 5.0.squareRoot() / lengths[input]
    let elements = [Double](unsafeUninitializedCapacity: rows.count * columns.count) {
      buffer, used in
      for (a, x) in rows.enumerated() {
        for (b, y) in columns.enumerated() {
          let s = abs(x - y) * scale
          buffer[a * columns.count + b] = (1 + s + s * s / 3) * exp(-s)
        }
      }
      used = rows.count * columns.count
    }
    return Matrix(rows: rows.count, columns: columns.count, elements: elements)
  }

  /// What a sum over pairs of runs owes to the logarithm of each length: `Σ_(a > b) w_ab ∂k_ab / ∂ ln length_i`,
  /// with `∂k / ∂ ln length_i = k s_i² (1 + s_i) / (3 + 3 s_i + s_i²)`.
  ///
  /// - Parameters:
  ///   - weights: `w_ab k_ab`, n × n; the lower triangle is read.
  ///   - rows: ``scaled(_:)`` runs, n × D.
  /// - Returns: D numbers.
  static func slopes(_ weights: Matrix, _ rows: Matrix) -> [Double] {
    let (n, d) = (rows.rows, rows.columns)
    var result = [Double](repeating: 0, count: d)
    rows.elements.withUnsafeBufferPointer { x in
      weights.elements.withUnsafeBufferPointer { weights in
        result.withUnsafeMutableBufferPointer { result in
          for a in 0..<n {
            for b in 0..<a {
              let weight = weights[a * n + b]
              for i in 0..<d {
                let s = abs(x[a * d + i] - x[b * d + i])
                result[i] += weight * (s * s * (1 + s) / (3 + s * (3 + s)))
              }
            }
          }
        }
      }
    }
    return result
  }
}
