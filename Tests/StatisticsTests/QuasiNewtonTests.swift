import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

@Suite struct QuasiNewtonTests {
  /// Rosenbrock's valley, its least value 0 at (1, 1).
  private func rosenbrock(_ x: [Double]) -> (value: Double, gradient: [Double]) {
    let (a, b) = (1 - x[0], x[1] - x[0] * x[0])
    return (a * a + 100 * b * b, [-2 * a - 400 * x[0] * b, 200 * b])
  }

  @Test(arguments: [[-1.2, 1], [5, 5], [0, 0], [-30, 2]]) func valley(start: [Double]) throws {
    let minimum = try QuasiNewton().minimum(from: start, of: rosenbrock)
    expectClose(minimum.parameters, [1, 1], relative: 1e-7)
    #expect(minimum.value < 1e-14 && minimum.iterations < 200)
  }

  /// `½ xᵀ A x − bᵀ x` of any scale: the solution of A x = b.
  @Test(arguments: 1...6) func quadratics(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let n = 2 * seed
    let root = Matrix(
      rows: n, columns: n,
      elements: (0..<n * n).map { _ in .random(in: -1...1, using: &random) })
    let a = root.gram + 0.1 * .identity(n)
    let b = (0..<n).map { _ in Double.random(in: -1...1, using: &random) }
    let minimum = try QuasiNewton(tolerance: 1e-11).minimum(
      from: Array(repeating: 3, count: n)
    ) { x in
      let ax = a * x
      let value = zip(x, zip(ax, b)).reduce(0) { $0 + $1.0 * (0.5 * $1.1.0 - $1.1.1) }
      return (value, zip(ax, b).map { $0 - $1 })
    }
    expectClose(
      minimum.parameters, try CholeskyFactor(a).solve(b), relative: 1e-7, absolute: 1e-8,
      "seed \(seed)")
  }

  /// Penalised least squares has a closed form: least squares with a normal prior.
  @Test func penaltiesAreNormalPriors() throws {
    let design = Matrix([[1, 0.5], [1, 1.5], [1, -2], [1, 4]])
    let target = [1.0, 2, 0, 7]
    let closed = try LeastSquares(
      design: design, target: target, prior: [3, 0], precisions: [2, 5])
    let minimum = try QuasiNewton().minimum(
      from: [0, 0],
      penalties: [
        QuasiNewton.Penalty(parameter: 0, center: 3, precision: 2),
        QuasiNewton.Penalty(parameter: 1, center: 0, precision: 4),
        QuasiNewton.Penalty(parameter: 1, center: 0, precision: 1),
      ]
    ) { x in
      let residuals = zip(design * x, target).map { $0 - $1 }
      return (
        0.5 * residuals.reduce(0) { $0 + $1 * $1 }, rowVector(residuals, times: design)
      )
    }
    expectClose(minimum.parameters, closed.solution, relative: 1e-8)
    #expect(minimum.gradient.allSatisfy { abs($0) < 1e-7 })
  }

  /// A Poisson likelihood: the generalised linear model finds the same.
  @Test func poissonLikelihood() throws {
    let counts: [Double] = [2, 0, 5, 9, 14, 3]
    let design = Matrix([[1, 0.1], [1, -1], [1, 0.9], [1, 1.6], [1, 2], [1, 0.4]])
    let minimum = try QuasiNewton().minimum(from: [0, 0]) { x in
      let means = (design * x).map { exp($0) }
      let value = zip(zip(design * x, counts), means).reduce(0) { $0 + $1.1 - $1.0.0 * $1.0.1 }
      return (value, rowVector(zip(means, counts).map { $0 - $1 }, times: design))
    }
    let model = try GeneralisedLinearModel(.poisson, design: design, response: counts)
    expectClose(minimum.parameters, model.coefficients, relative: 1e-7)
  }

  /// A function that is infinite outside its domain: `x − ln x`, start far out and near the edge.
  @Test(arguments: [1e-3, 0.5, 1, 400]) func domain(start: Double) throws {
    let minimum = try QuasiNewton().minimum(from: [start]) { x in
      x[0] > 0 ? (x[0] - log(x[0]), [1 - 1 / x[0]]) : (.infinity, [.nan])
    }
    expectClose(minimum.parameters, [1], relative: 1e-8)
  }

  @Test func refusals() {
    #expect(throws: StatisticsError.objectiveNotFinite) {
      try QuasiNewton().minimum(from: [0]) { x in (log(x[0]), [1 / x[0]]) }
    }
    #expect(StatisticsError.objectiveNotFinite.description.contains("not finite"))
    let error = #expect(throws: StatisticsError.self) {
      try QuasiNewton(maximumIterations: 3).minimum(from: [-1.2, 1], of: rosenbrock)
    }
    guard case .minimumNotFound(iterations: 3, let value, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(value > 0 && error!.description.contains("after 3 iterations"))
    // A gradient of the wrong sign leads nowhere.
    #expect(throws: StatisticsError.self) {
      try QuasiNewton().minimum(from: [3]) { x in (x[0] * x[0], [-2 * x[0]]) }
    }
  }
}
