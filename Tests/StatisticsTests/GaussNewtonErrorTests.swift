import Foundation
import LinearAlgebra
import Statistics
import Testing

@Suite struct GaussNewtonErrorTests {
  @Test func residualNotFinite() {
    let expected = StatisticsError.residualNotFinite(index: 1)
    #expect(throws: expected) { try GaussNewton().fit(from: [-1]) { [$0[0], log($0[0])] } }
    #expect(expected.description.contains("residual 1 is not a finite number"))
  }

  @Test func jacobianNotFinite() {
    let expected = StatisticsError.jacobianNotFinite(parameter: 0)
    #expect(throws: expected) {
      try GaussNewton().fit(from: [1], jacobian: { _ in Matrix([[.nan]]) }) { $0 }
    }
    #expect(expected.description.contains("by parameter 0 are not finite"))
  }

  @Test func notIdentified() {
    // Only the sum of the last two matters.
    let expected = StatisticsError.notIdentified(parameter: 2)
    let jacobian = Matrix([[1, 1, 1], [1, 2, 2], [1, 3, 3], [1, 5, 5]])
    #expect(throws: expected) {
      try GaussNewton().fit(from: [0, 0, 0], jacobian: { _ in jacobian }) { x in
        zip(jacobian * x, [1, 2, 4, 4]).map { $0 - $1 }
      }
    }
    // The second has no effect at all.
    #expect(throws: StatisticsError.notIdentified(parameter: 1)) {
      try GaussNewton().fit(from: [0, 0]) { [$0[0] - 1, $0[0] - 2] }
    }
    #expect(expected.description.contains("do not set parameter 2"))
  }

  @Test func iterationsRunOut() {
    let error = #expect(throws: StatisticsError.self) {
      try GaussNewton(maximumIterations: 3).fit(from: [-1.2, 1]) {
        [10 * ($0[1] - $0[0] * $0[0]), 1 - $0[0]]
      }
    }
    guard case .searchNotConverged(iterations: 3, let sumOfSquares) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(sumOfSquares > 0 && error!.description.contains("after 3 iterations"))
  }

  /// With the Jacobian's sign wrong no step helps, however short: not a convergence.
  @Test func wrongJacobian() {
    #expect(throws: StatisticsError.searchNotConverged(iterations: 1, sumOfSquares: 16)) {
      try GaussNewton().fit(from: [5], jacobian: { _ in Matrix([[-1]]) }) { [$0[0] - 1] }
    }
  }

  @Test func errorsOfTheFunctionPass() {
    struct Refusal: Error {}
    #expect(throws: Refusal.self) { try GaussNewton().fit(from: [1]) { _ in throw Refusal() } }
  }
}
