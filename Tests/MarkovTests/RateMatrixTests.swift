import LinearAlgebra
import Markov
import Testing

@Suite struct RateMatrixTests {
  @Test func generatorByHand() throws {
    let rates = try RateMatrix(moves: Matrix([[0, 1], [0.25, 0]]), exits: [0.5, 2])
    #expect(rates.generator == Matrix([[-1.5, 1], [0.25, -2.25]]))
    #expect(rates.states == 2)
  }

  @Test func noStates() throws {
    #expect(try RateMatrix(moves: .identity(0), exits: []).states == 0)
  }

  @Test(arguments: [-0.1, .nan, .infinity]) func moveRate(rate: Double) {
    let error = #expect(throws: MarkovError.self) {
      try RateMatrix(moves: Matrix([[0, 1], [rate, 0]]), exits: [0, 0])
    }
    guard case .moveRate(from: 1, to: 0, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error!.description.contains("from state 1 to state 0 is \(rate)"))
  }

  @Test func moveToSelf() {
    let expected = MarkovError.moveToSelf(state: 1, rate: 3)
    #expect(throws: expected) {
      try RateMatrix(moves: Matrix([[0, 1], [1, 3]]), exits: [0, 0])
    }
    #expect(expected.description.contains("state 1 to itself is 3.0"))
  }

  @Test func exitRate() {
    let expected = MarkovError.exitRate(state: 0, rate: -1)
    #expect(throws: expected) {
      try RateMatrix(moves: Matrix([[0, 1], [1, 0]]), exits: [-1, 0])
    }
    #expect(expected.description.contains("exits from state 0 is -1.0"))
  }
}
