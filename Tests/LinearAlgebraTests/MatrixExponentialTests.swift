import Foundation
import LinearAlgebra
import TestSupport
import Testing

@Suite struct MatrixExponentialTests {
  @Test func literature() {
    for (q, t, expected) in ExponentialOracles.generators {
      expectClose(exponential(of: t * q), expected, relative: 1e-12, absolute: 1e-15)
    }
  }

  /// Conditioning costs three digits here whatever the method.
  @Test func molerVanLoan() {
    let (a, expected) = ExponentialOracles.molerVanLoan
    expectClose(exponential(of: a), expected, relative: 1e-11)
  }

  @Test func closedForms() {
    expectClose(exponential(of: Matrix([[1]]))[0, 0], exp(1), relative: 1e-15)
    #expect(exponential(of: .identity(0)).rows == 0)
    let turn = 0.7
    expectClose(
      exponential(of: Matrix([[0, -turn], [turn, 0]])),
      Matrix([[cos(turn), -sin(turn)], [sin(turn), cos(turn)]]), relative: 1e-14)
  }

  @Test(arguments: 1...5) func timesTheExponentialOfTheNegativeIsIdentity(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let a = Matrix.random(2 * seed, 2 * seed, &random)
    expectClose(
      exponential(of: a) * exponential(of: -1 * a), .identity(2 * seed), relative: 1e-11,
      absolute: 1e-11, "seed \(seed)")
  }
}
