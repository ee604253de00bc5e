import LinearAlgebra
import TestSupport
import Testing

@Suite struct LeastSquaresTests {
  @Test func lineThroughThreePointsByHand() throws {
    // y = 1, 2, 4 at x = 0, 1, 2: slope 3/2, intercept 5/6.
    let fit = try LeastSquares(design: Matrix([[1, 0], [1, 1], [1, 2]]), target: [1, 2, 4])
    expectClose(fit.solution, [5.0 / 6, 1.5], relative: 1e-14)
    expectClose(fit.residuals, [1.0 / 6, -1.0 / 3, 1.0 / 6], relative: 1e-13)
    expectClose(fit.residualSumOfSquares, 1.0 / 6, relative: 1e-13)
    expectClose(
      fit.inverseNormalMatrix, Matrix([[5.0 / 6, -0.5], [-0.5, 0.5]]), relative: 1e-14)
  }

  @Test(arguments: 1...5) func residualsAreOrthogonalToColumns(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let design = Matrix.random(12 * seed, 4 * seed, &random)
    let target = Matrix.random(1, 12 * seed, &random).elements
    let fit = try LeastSquares(design: design, target: target)
    expectClose(
      rowVector(fit.residuals, times: design), Array(repeating: 0, count: 4 * seed), relative: 0,
      absolute: 1e-13, "seed \(seed)")
    let normal = try CholeskyFactor(design.transposed * design)
    expectClose(
      fit.inverseNormalMatrix, normal.inverse, relative: 1e-9, absolute: 1e-12, "seed \(seed)")
  }

  /// The twin of many equations, which are brought down by blocks of rows: orthogonal factors of all
  /// rows at once. Columns of very different lengths; rows of one block, of many, and some left over.
  @Test(arguments: [65, 512, 513, 5000]) func manyEquationsAsAllAtOnce(rows: Int) throws {
    var random = SeededGenerator(seed: rows)
    var design = Matrix.random(rows, 7, &random)
    for i in 0..<rows {
      for j in 0..<7 { design[i, j] *= [1, 1e-9, 1e6, 1, 1e150, 3, 1e-150][j] }
    }
    let target = Matrix.random(1, rows, &random).elements
    let fit = try LeastSquares(design: design, target: target)
    let normal = rowVector(fit.residuals, times: design)
    for j in 0..<7 {
      let length = design.column(j).map { abs($0) }.max()! * Double(rows).squareRoot()
      #expect(abs(normal[j]) < 1e-13 * length * Double(rows).squareRoot(), "column \(j)")
    }
    let exact = try LeastSquares(design: design, target: design.column(2))
    expectClose(exact.solution[2], 1, relative: 1e-12, "\(rows) rows")
    #expect(exact.residualSumOfSquares < 1e-20 * 1e12 * Double(rows))
    let prior = try LeastSquares(
      design: design, target: target, prior: fit.solution,
      precisions: [0, 0, 0, 1, 0, 2, 0])
    expectClose(prior.solution, fit.solution, relative: 1e-9, "\(rows) rows")
  }

  @Test func dependentColumnsOfManyEquationsAreNamed() {
    var random = SeededGenerator(seed: 3)
    var design = Matrix.random(2000, 4, &random)
    for i in 0..<2000 { design[i, 2] = design[i, 0] - 2 * design[i, 1] }
    let error = #expect(throws: LinearAlgebraError.self) {
      try LeastSquares(design: design, target: design.column(3))
    }
    guard case .rankDeficient(rank: 3, columns: 4, let dependent) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(dependent.count == 1 && dependent[0] < 3)
    for i in 0..<2000 { design[i, 2] = 0 }
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 3, columns: 4, dependent: [2])) {
      try LeastSquares(design: design, target: design.column(3))
    }
  }

  /// Mean of a normal prior and data: precision-weighted. One column of ones, prior 10 with
  /// precision 2, data 1, 2, 3: (2 · 10 + 6) / 5.
  @Test func priorIsWeighedByItsPrecision() throws {
    let fit = try LeastSquares(
      design: Matrix([[1], [1], [1]]), target: [1, 2, 3], prior: [10], precisions: [2])
    expectClose(fit.solution, [5.2], relative: 1e-15)
    expectClose(fit.residuals, [-4.2, -3.2, -2.2], relative: 1e-14)
    expectClose(fit.inverseNormalMatrix[0, 0], 0.2, relative: 1e-15)
  }

  @Test func priorAloneDecidesWhatTheDataDoNot() throws {
    let fit = try LeastSquares(
      design: Matrix([[1, 1]]), target: [4], prior: [0, 1], precisions: [1, 1])
    expectClose(fit.solution, [1, 2], relative: 1e-14)
  }

  @Test func dependentColumnsAreNamed() {
    let design = Matrix([[1, 2, 3], [1, 0, 1], [1, 5, 6], [1, 1, 2]])
    let error = #expect(throws: LinearAlgebraError.self) {
      try LeastSquares(design: design, target: [1, 2, 3, 4])
    }
    guard case .rankDeficient(let rank, let columns, let dependent) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(rank == 2 && columns == 3 && dependent.count == 1)
    #expect(error!.description.contains("rank 2"))
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 0, columns: 1, dependent: [0])) {
      try LeastSquares(design: Matrix([[0], [0]]), target: [1, 2])
    }
  }

  @Test func fewerEquationsThanUnknowns() {
    let expected = LinearAlgebraError.underdetermined(equations: 1, unknowns: 2)
    #expect(throws: expected) { try LeastSquares(design: Matrix([[1, 2]]), target: [1]) }
    #expect(expected.description.contains("1 equations cannot set 2 unknowns"))
  }

  @Test func refusesWhatIsNotANumber() {
    let expected = LinearAlgebraError.notFinite(row: 1, column: -1)
    #expect(throws: expected) {
      try LeastSquares(design: Matrix([[1], [1]]), target: [1, .infinity])
    }
    #expect(expected.description.contains("right-hand side"))
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try LeastSquares(design: Matrix([[.nan], [1]]), target: [1, 1])
    }
  }
}
