import Foundation
import LinearAlgebra
import Statistics

/// How likely lengths and a nugget make the outputs of some runs: the logarithm of a Gaussian process's
/// likelihood, its mean and variance being the best there are for them.
///
/// ```
/// −ln L = ½ (n ln σ² + ln |K|) + constant        K = k(X, X) + η I
/// σ² = yᵀ α / n        α = K⁻¹ (y − β)        β = 1ᵀ K⁻¹ y / 1ᵀ K⁻¹ 1
/// ```
///
/// Gradients are exact: `∂/∂θ = ½ Σ_ab (K⁻¹ − α αᵀ / σ²)_ab ∂K_ab / ∂θ`.
/// - SeeAlso: [RasmussenWilliams2006], section 5.4.1.
struct ProcessLikelihood: Sendable {
  /// Runs, n × D.
  let rows: Matrix
  /// Their outputs, n of them, that vary.
  let target: [Double]

  /// The least nugget: smaller ones make α so large that its rounding would show in indices.
  static let leastNugget = 1e-7

  /// Inputs, D.
  private var inputs: Int { rows.columns }

  /// −ln L with its gradient at the logarithms of D lengths and of what the nugget exceeds the least by.
  /// Infinite where K cannot be factored.
  func loss(_ parameters: [Double]) -> (value: Double, gradient: [Double]) {
    let nowhere = (Double.infinity, [Double](repeating: 0, count: parameters.count))
    guard parameters.allSatisfy({ abs($0) < 100 }) else { return nowhere }
    let lengths = parameters.prefix(inputs).map { exp($0) }
    let excess = exp(parameters[inputs])
    let scaled = ProcessKernel(lengths: lengths).scaled(rows)
    let kernel = ProcessKernel.matrix(scaled)
    guard
      let equations = ProcessEquations(
        kernel, nugget: Self.leastNugget + excess, target: target)
    else { return nowhere }
    let n = target.count
    let alpha = equations.alpha
    let variance = zip(target, alpha).reduce(0) { $0 + $1.0 * $1.1 } / Double(n)
    guard variance > 0 else { return nowhere }
    let inverse = equations.inverse
    var weights = kernel.elements
    var nugget = 0.0
    for a in 0..<n {
      nugget += 0.5 * (inverse[a, a] - alpha[a] * alpha[a] / variance)
      for b in 0..<a {
        let weight = inverse.elements[a * n + b] - alpha[a] * alpha[b] / variance
        weights[a * n + b] *= weight
      }
    }
    return (
      0.5 * (Double(n) * log(variance) + equations.logDeterminant),
      ProcessKernel.slopes(Matrix(rows: n, columns: n, elements: weights), scaled) + [
        excess * nugget
      ]
    )
  }
}

/// The equations of a Gaussian process with a constant mean, solved.
struct ProcessEquations: Sendable {
  /// K⁻¹, n × n.
  let inverse: Matrix
  /// `K⁻¹ (y − β)`.
  let alpha: [Double]
  /// β.
  let mean: Double
  /// ln |K|.
  let logDeterminant: Double
  /// `K⁻¹ 1` and its sum.
  private let ones: (values: [Double], sum: Double)

  /// - Parameters:
  ///   - kernel: n × n.
  ///   - nugget: η.
  ///   - target: y.
  /// - Returns: `nil` where K is not positive definite but for rounding.
  init?(_ kernel: Matrix, nugget: Double, target: [Double]) {
    var matrix = kernel
    for a in 0..<matrix.rows { matrix[a, a] += nugget }
    do {
      let factor = try CholeskyFactor(matrix)
      inverse = factor.inverse
      logDeterminant = factor.logDeterminant
      let ones = factor.solve(Array(repeating: 1, count: target.count))
      let (own, sum) = (factor.solve(target), ones.reduce(0, +))
      let mean = zip(ones, target).reduce(0) { $0 + $1.0 * $1.1 } / sum
      alpha = zip(own, ones).map { $0 - mean * $1 }
      self.mean = mean
      self.ones = (ones, sum)
    } catch {
      return nil
    }
  }

  /// By how much each run's output exceeds what the other runs foretell of it: `α_k / Q_kk`,
  /// `Q = K⁻¹ − K⁻¹ 1 1ᵀ K⁻¹ / 1ᵀ K⁻¹ 1`.
  /// - SeeAlso: [Dubrule1983].
  var leftOut: [Double] {
    alpha.indices.map { k in
      alpha[k] / (inverse[k, k] - ones.values[k] * ones.values[k] / ones.sum)
    }
  }
}
