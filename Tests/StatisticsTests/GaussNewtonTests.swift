import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

@Suite struct GaussNewtonTests {
  /// NIST Misra1a, lower difficulty: y = b₁ (1 − exp(−b₂ x)), dental research data.
  private let x = [
    77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760,
  ]
  private let y = [
    10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78,
  ]

  private func misra(_ b: [Double]) -> [Double] {
    zip(x, y).map { b[0] * -expm1(-b[1] * $0) - $1 }
  }

  private func misraJacobian(_ b: [Double]) -> Matrix {
    Matrix(x.map { [-expm1(-b[1] * $0), b[0] * $0 * exp(-b[1] * $0)] })
  }

  /// Both starts of NIST. A stop by `reduction` promises 1e-7 · √12 standard errors, which are about
  /// 1 % of the estimates: 5e-9. Forward differences leave half the digits of the Jacobian.
  @Test(arguments: [[500, 0.0001], [250, 0.0005]]) func misra1a(start: [Double]) throws {
    let exact = try GaussNewton().fit(from: start, jacobian: misraJacobian, residuals: misra)
    let differences = try GaussNewton().fit(from: start, residuals: misra)
    for (fit, relative) in [(exact, 5e-9), (differences, 1e-6)] {
      expectClose(fit.estimate, [238.94212918, 5.5015643181e-4], relative: relative)
      expectClose(fit.standardErrors, [2.7070075241, 7.2668688436e-6], relative: relative)
      expectClose(fit.sumOfSquares, 0.12455138894, relative: 1e-10)
      #expect(fit.iterations < 30)
    }
  }

  /// Residuals that are linear in the parameters: the answer of linear least squares. Differences
  /// of residuals of size 1 over a step of 1.5e-8 are off by about 1e-8.
  @Test(arguments: 1...4) func linearResiduals(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let design = Matrix(
      (0..<20).map { _ in (0..<4).map { _ in .random(in: -1...1, using: &random) } })
    let target = (0..<20).map { _ in Double.random(in: -1...1, using: &random) }
    func residuals(_ x: [Double]) -> [Double] { zip(design * x, target).map { $0 - $1 } }
    let start = [0.0, 0, 0, 0]
    let exact = try GaussNewton().fit(from: start, jacobian: { _ in design }, residuals: residuals)
    let differences = try GaussNewton().fit(from: start, residuals: residuals)
    let linear = try LeastSquares(design: design, target: target)
    for (fit, absolute) in [(exact, 1e-9), (differences, 1e-6)] {
      expectClose(
        fit.estimate, linear.solution, relative: 0, absolute: absolute, "seed \(seed)")
      expectClose(
        fit.covarianceFactor, linear.inverseNormalMatrix, relative: 0, absolute: absolute,
        "seed \(seed)")
      expectClose(fit.sumOfSquares, linear.residualSumOfSquares, relative: 1e-12, "seed \(seed)")
    }
  }

  /// Rosenbrock's curved valley, exact fit at (1, 1).
  @Test func rosenbrock() throws {
    let fit = try GaussNewton().fit(from: [-1.2, 1]) { [10 * ($0[1] - $0[0] * $0[0]), 1 - $0[0]] }
    expectClose(fit.estimate, [1, 1], relative: 1e-12)
    // J = [−20 10; −1 0]: (Jᵀ J)⁻¹ = [1 2; 2 4.01].
    expectClose(fit.covarianceFactor, Matrix([[1, 2], [2, 4.01]]), relative: 1e-6)
  }

  /// Units of the parameters change nothing but themselves.
  @Test func scaleOfParameters() throws {
    let plain = try GaussNewton().fit(from: [250, 0.0005], residuals: misra)
    let scaled = try GaussNewton().fit(from: [250e6, 0.0005e-6]) { b in
      misra([b[0] / 1e6, b[1] * 1e6])
    }
    expectClose(scaled.estimate[0], plain.estimate[0] * 1e6, relative: 1e-6)
    expectClose(scaled.standardErrors[1], plain.standardErrors[1] / 1e6, relative: 1e-6)
  }

  /// A first full step leads to the logarithm of a negative number: shorter ones are tried.
  @Test func pointsOutsideTheDomainAreRejected() throws {
    let fit = try GaussNewton().fit(from: [20]) { [log($0[0]) - 1] }
    expectClose(fit.estimate, [exp(1)], relative: 1e-10)
  }

  /// At an estimate of 0 no step is short relative to the parameter; the search still ends.
  @Test func estimateOfZero() throws {
    let fit = try GaussNewton().fit(from: [5]) { $0 }
    expectClose(fit.estimate, [0], relative: 0, absolute: 1e-12)
    let shifted = try GaussNewton().fit(from: [5]) { [$0[0] - 1, $0[0] + 1] }
    expectClose(shifted.estimate, [0], relative: 0, absolute: 1e-7)
  }
}
