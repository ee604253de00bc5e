import LinearAlgebra
import Markov
import Testing

@Suite struct TransitionMatrixTests {
  @Test func stepByHand() throws {
    let transitions = try TransitionMatrix(Matrix([[0.5, 0.5], [0.25, 0.75]]))
    #expect(advanced([8, 4], through: transitions, adding: [0, 1]) == [5, 8])
  }

  @Test func noStates() throws {
    let none = try TransitionMatrix(.identity(0))
    #expect(advanced([], through: none, adding: []) == [])
  }

  @Test(arguments: [-0.5, 1.5, .nan]) func probability(value: Double) {
    let error = #expect(throws: MarkovError.self) {
      try TransitionMatrix(Matrix([[1, 0], [value, 1 - value]]))
    }
    guard case .probability(from: 1, to: 0, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error!.description.contains("state 1 to state 0 is \(value), outside 0 to 1"))
  }

  @Test func rowSum() {
    let expected = MarkovError.rowSum(state: 1, sum: 0.75)
    #expect(throws: expected) { try TransitionMatrix(Matrix([[1, 0], [0.5, 0.25]])) }
    #expect(expected.description.contains("from state 1 sum to 0.75, not 1"))
    #expect(throws: Never.self) { try TransitionMatrix(Matrix([[1 - 1e-13, 0], [0.5, 0.5]])) }
    #expect(throws: MarkovError.self) {
      try TransitionMatrix(Matrix([[1 - 1e-11, 0], [0.5, 0.5]]))
    }
  }
}
