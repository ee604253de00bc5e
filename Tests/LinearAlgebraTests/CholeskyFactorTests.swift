import Foundation
import LinearAlgebra
import TestSupport
import Testing

@Suite struct CholeskyFactorTests {
  @Test func factorByHand() throws {
    let factor = try CholeskyFactor(Matrix([[4, 2, -2], [2, 10, 2], [-2, 2, 6]]))
    expectClose(
      factor.lower, Matrix([[2, 0, 0], [1, 3, 0], [-1, 1, 2]]), relative: 1e-15, absolute: 1e-15)
    expectClose(factor.logDeterminant, log(144), relative: 1e-15)
    expectClose(factor.solve([4, 14, 6]), [1, 1, 1], relative: 1e-14)
  }

  @Test(arguments: 1...6) func inverseTimesMatrixIsIdentity(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let n = 4 * seed
    let root = Matrix.random(n, n, &random)
    let a = root * root.transposed + Matrix.identity(n)
    let factor = try CholeskyFactor(a)
    expectClose(
      factor.lower * factor.lower.transposed, a, relative: 1e-14, absolute: 1e-13, "seed \(seed)")
    expectClose(
      factor.inverse * a, .identity(n), relative: 1e-12, absolute: 1e-12, "seed \(seed)")
  }

  @Test func namesTheLeadingMinor() {
    let expected = LinearAlgebraError.notPositiveDefinite(minor: 2, order: 3)
    #expect(throws: expected) {
      try CholeskyFactor(Matrix([[1, 2, 0], [2, 1, 0], [0, 0, 1]]))
    }
    #expect(expected.description.contains("leading minor of order 2"))
  }

  @Test func refusesWhatIsNotANumber() {
    let expected = LinearAlgebraError.notFinite(row: 1, column: 0)
    #expect(throws: expected) { try CholeskyFactor(Matrix([[1, 0], [.nan, 1]])) }
    #expect(expected.description.contains("(1, 0)"))
  }

  @Test func emptyMatrix() throws {
    let factor = try CholeskyFactor(.identity(0))
    #expect(factor.logDeterminant == 0 && factor.inverse == .identity(0))
  }
}
