import Foundation
import LinearAlgebra
import Statistics

/// A Gaussian process with a constant mean that runs have been told to: `m(x) = β + Σ_a k(x, x_a) α_a`.
///
/// Lengths and nugget are the likeliest, weakly drawn to what suits any function: lengths to 2 √D of each
/// input's standard deviations (times or over fifty), so that runs are neither all alike nor all strangers
/// whatever the number of inputs, the nugget to 10⁻⁴ of the variance (times or over 2,500).
/// - SeeAlso: [RasmussenWilliams2006], chapters 2 and 5.
struct ProcessFit: Sendable {
  /// The kernel.
  let kernel: ProcessKernel
  /// Share of the process's variance that runs have for themselves, η.
  let nugget: Double
  /// The kernel of every two runs, without the nugget: n × n.
  let likeness: Matrix
  /// α, n.
  let weights: [Double]
  /// By how much each output exceeds what the other runs foretell.
  let leftOut: [Double]

  /// Runs by which lengths are found; of more the first.
  static let mostSearched = 400
  /// Lengths from which the search may begin, over √D standard deviations.
  private static let starts = [0.5, 1, 2, 4]
  /// Where penalties pull: the logarithms of the length over √D and of the nugget, with the standard deviations of
  /// a normal prior.
  private static let usualLength = (center: log(2.0), spread: 2.0)
  private static let usualNugget = (center: log(1e-4), spread: 4.0)
  private static let mostSteps = 80

  /// - Parameters:
  ///   - rows: Runs in standard deviations of each input: n × D, D ≥ 1.
  ///   - target: Outputs that vary, n.
  /// - Returns: `nil` where the equations cannot be solved.
  init?(_ rows: Matrix, _ target: [Double]) {
    let n = min(rows.rows, Self.mostSearched)
    let parameters = Self.likeliest(
      ProcessLikelihood(
        rows: Matrix(rows[rows: 0..<n, columns: 0..<rows.columns]), target: Array(target[..<n])))
    kernel = ProcessKernel(lengths: parameters.dropLast().map { exp($0) })
    nugget = ProcessLikelihood.leastNugget + exp(parameters[rows.columns])
    likeness = ProcessKernel.matrix(kernel.scaled(rows))
    guard let equations = ProcessEquations(likeness, nugget: nugget, target: target) else {
      return nil
    }
    weights = equations.alpha
    leftOut = equations.leftOut
  }

  /// Logarithms of the likeliest lengths and nugget.
  private static func likeliest(_ likelihood: ProcessLikelihood) -> [Double] {
    let d = likelihood.rows.columns
    let root = log(Double(d)) / 2
    let penalties =
      (0..<d).map {
        penalty($0, usualLength.center + root, usualLength.spread)
      } + [penalty(d, usualNugget.center, usualNugget.spread)]
    var best = (value: Double.infinity, parameters: [Double]())
    func loss(_ parameters: [Double]) -> (value: Double, gradient: [Double]) {
      let (value, gradient) = likelihood.loss(parameters)
      let whole = penalties.reduce(value) {
        let away = parameters[$1.parameter] - $1.center
        return $0 + 0.5 * $1.precision * away * away
      }
      if whole < best.value || best.parameters.isEmpty { best = (whole, parameters) }
      return (value, gradient)
    }
    for start in starts {
      _ = loss(
        Array(repeating: log(start) + root, count: d) + [usualNugget.center])
    }
    do {
      _ = try QuasiNewton(maximumIterations: mostSteps, tolerance: 1e-5).minimum(
        from: best.parameters, penalties: penalties, of: loss)
    } catch {
      // Where the search ends early the best point on its way is as good as any.
    }
    return best.parameters
  }

  private static func penalty(
    _ parameter: Int, _ center: Double, _ spread: Double
  ) -> QuasiNewton.Penalty {
    QuasiNewton.Penalty(parameter: parameter, center: center, precision: 1 / (spread * spread))
  }
}
