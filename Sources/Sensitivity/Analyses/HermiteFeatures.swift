import Foundation
import LinearAlgebra
import Statistics

/// Functions whose products add up to the normal kernel `exp(−(x − x')² / 2)`, as far as twelve of them
/// reach: to 10⁻³ for numbers within two of 0. What they add up to is a kernel of its own.
///
/// They are eigenfunctions of the kernel for standard normal x, times the root of the eigenvalue:
///
/// ```
/// √(λ_n β / (2ⁿ n!)) exp(−d x²) H_n(β x / √2)
/// β⁴ = 5        d = (β² − 1) / 4        λ_n = (½ / (1 + d))^(n + ½)
/// ```
/// - SeeAlso: [FasshauerMcCourt2012], section 3, with ε = α = 1/√2.
enum HermiteFeatures {
  /// Number of functions.
  static let count = 12

  private static let beta = 5.0.squareRoot().squareRoot()
  private static let d = (beta * beta - 1) / 4
  /// Root of the ratio of neighbouring eigenvalues.
  private static let ratio = (0.5 / (1 + d)).squareRoot()

  /// Writes the functions' values at x.
  static func fill(_ to: UnsafeMutablePointer<Double>, at x: Double) {
    let t = beta * x / 2.0.squareRoot()
    // h_n = H_n(t) / √(2ⁿ n!): h_(n+1) = t √(2 / (n + 1)) h_n − √(n / (n + 1)) h_(n−1).
    var (before, now) = (0.0, 1.0)
    var scale = (ratio * beta).squareRoot() * exp(-d * x * x)
    for n in 0..<count {
      to[n] = scale * now
      scale *= ratio
      let k = Double(n + 1)
      let next = t * (2 / k).squareRoot() * now - ((k - 1) / k).squareRoot() * before
      (before, now) = (now, next)
    }
  }

  /// The functions of some numbers: one row each.
  static func rows(_ numbers: [Double]) -> Matrix {
    let elements = [Double](unsafeUninitializedCapacity: numbers.count * count) { buffer, used in
      for (k, x) in numbers.enumerated() { fill(buffer.baseAddress! + k * count, at: x) }
      used = numbers.count * count
    }
    return Matrix(rows: numbers.count, columns: count, elements: elements)
  }

  /// Covariances of the functions of some numbers with those of others.
  ///
  /// - Parameters:
  ///   - a: One row a run.
  ///   - b: The same of the others.
  ///   - weights: How often each run counts.
  static func covariance(_ a: Matrix, _ b: Matrix, _ weights: [Double]) -> Matrix {
    let total = weights.reduce(0, +)
    var weighted = b.elements
    for run in weights.indices {
      for q in 0..<count { weighted[run * count + q] *= weights[run] / total }
    }
    let scaled = Matrix(rows: b.rows, columns: count, elements: weighted)
    var result = MatrixView(a).transposed * MatrixView(scaled)
    let means = rowVector(weights.map { $0 / total }, times: a)
    let others = rowVector(Array(repeating: 1, count: b.rows), times: scaled)
    for p in 0..<count { for q in 0..<count { result[p, q] -= means[p] * others[q] } }
    return result
  }

  /// Covariances of the functions for standard normal numbers.
  static let normal: Matrix = {
    let n = 4096
    let all = rows((0..<n).map { standardNormalQuantile((Double($0) + 0.5) / Double(n)) })
    return covariance(all, all, Array(repeating: 1, count: n))
  }()
}
