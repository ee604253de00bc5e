import LinearAlgebra
import TestSupport
import Testing

@Suite struct SingularValuesTests {
  /// By hand: AᵀA = [[25, 20], [20, 25]] has the eigenvalues 45 and 5.
  @Test func byHand() throws {
    let decomposition = try SingularValues(Matrix([[3, 0], [4, 5]]))
    expectClose(
      decomposition.values, [3 * 5.0.squareRoot(), 5.0.squareRoot()], relative: 1e-15)
    expectClose(decomposition.conditionNumber, 3, relative: 1e-14)
    let half = 0.5.squareRoot()
    expectClose(decomposition.right.column(0), [half, half], relative: 1e-14)
  }

  @Test(arguments: [(9, 4), (4, 9), (6, 6), (1, 1), (3, 0), (0, 0)])
  func laws(rows: Int, columns: Int) throws {
    var random = SeededGenerator(seed: 10 * rows + columns)
    let a = Matrix.random(rows, columns, &random)
    let decomposition = try SingularValues(a)
    let k = min(rows, columns)
    var scaled = decomposition.left
    for i in 0..<rows {
      for j in 0..<k { scaled[i, j] *= decomposition.values[j] }
    }
    expectClose(
      scaled * decomposition.right.transposed, a, relative: 1e-13, absolute: 1e-14)
    expectClose(decomposition.left.gram, .identity(k), relative: 1e-14, absolute: 1e-14)
    expectClose(decomposition.right.gram, .identity(k), relative: 1e-14, absolute: 1e-14)
    expectClose(
      decomposition.values.reduce(0) { $0 + $1 * $1 }, a.elements.reduce(0) { $0 + $1 * $1 },
      relative: 1e-13)
    #expect(zip(decomposition.values, decomposition.values.dropFirst()).allSatisfy { $0 >= $1 })
  }

  /// x + y = 2 twice: of all solutions (1, 1) is nearest to 0. An inconsistent pair is averaged.
  @Test func shortestSolutions() throws {
    let decomposition = try SingularValues(Matrix([[1, 1], [1, 1]]))
    #expect(decomposition.rank == 1)
    expectClose(decomposition.shortestSolution([2, 2]), [1, 1], relative: 1e-14)
    expectClose(decomposition.shortestSolution([1, 3]), [1, 1], relative: 1e-14)
    #expect(try SingularValues(Matrix([[0, 0]])).conditionNumber == .infinity)
  }

  /// Of full rank, the solution is that of least squares.
  @Test(arguments: 1...4) func agreesWithLeastSquares(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let a = Matrix.random(10 * seed, 5, &random)
    let b = Matrix.random(1, 10 * seed, &random).elements
    let fit = try LeastSquares(design: a, target: b)
    expectClose(
      try SingularValues(a).shortestSolution(b), fit.solution, relative: 1e-11, "seed \(seed)")
  }

  /// Closed forms: orthogonal columns, and two columns at a known angle.
  @Test func conditionNumberOfLeastSquares() throws {
    let line = try LeastSquares(design: Matrix([[1, 0], [0, 2], [0, 0]]), target: [1, 1, 1])
    expectClose(line.conditionNumber, 1, relative: 1e-15)
    // Two unit columns at an angle with cosine c: (1 + c) / (1 − c) is the squared ratio.
    let c = 0.96
    let angle = try LeastSquares(
      design: Matrix([[5, c], [0, (1 - c * c).squareRoot()], [0, 0]]), target: [1, 1, 1])
    expectClose(angle.conditionNumber, 7, relative: 1e-13)
  }

  @Test func refusesWhatIsNotANumber() {
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
      try SingularValues(Matrix([[1], [.infinity]]))
    }
  }
}
