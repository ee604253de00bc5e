import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import TestSupport
import Testing

/// The method `shapley`, and inputs that depend on each other.
@Suite struct ShapleyTests {
  /// `Σ c x` of normal numbers with standard deviations and one correlation of a pair: effects in closed
  /// form, as of Song, Nelson and Staum 2016 and of Iooss and Prieur 2019.
  struct Case: Sendable, CustomTestStringConvertible {
    let c: [Double]
    let sds: [Double]
    let pair: (Int, Int)
    let correlation: Double
    let effects: [Double]
    var testDescription: String { "\(c), correlation \(correlation)" }

    var problem: Problem {
      get throws {
        var matrix = Matrix.identity(c.count)
        (matrix[pair.0, pair.1], matrix[pair.1, pair.0]) = (correlation, correlation)
        return try Problem(
          sds.enumerated().map {
            Input(
              "x\($0.offset + 1)", try NormalDistribution(mean: 1, standardDeviation: $0.element))
          }, correlations: CorrelationMatrix(matrix))
      }
    }

    func blocks(_ rows: Matrix) -> Matrix {
      Matrix(
        rows: rows.rows, columns: 1,
        elements: (0..<rows.rows).map { row in
          c.indices.reduce(0) { $0 + c[$1] * rows[row, $1] }
        })
    }
  }

  static let cases: [Case] = [
    Case(
      c: [1, 1], sds: [1, 2], pair: (0, 1), correlation: 0.5,
      effects: [0.339285714285714, 0.660714285714286]),
    Case(
      c: [1, 2], sds: [1, 1], pair: (0, 1), correlation: -0.3,
      effects: [0.140789473684211, 0.859210526315789]),
    Case(c: [1, 0], sds: [1, 1], pair: (0, 1), correlation: 0.8, effects: [0.68, 0.32]),
    Case(
      c: [1, 1, 1], sds: [1, 1, 2], pair: (1, 2), correlation: 0.8,
      effects: [0.108695652173913, 0.386956521739130, 0.504347826086956]),
  ]

  /// By value with many runs, and 95 % intervals that hold the exact effects: in 930 to 1,000 of 1,000
  /// seeds, with independent points at most 970; see ``CoverageTests``.
  @Test(arguments: cases, [false, true]) func linear(example: Case, isMonteCarlo: Bool) throws {
    let problem = try example.problem
    let seeds = CoverageTests.seeds(of: "shapley")
    let found = try concurrently(0..<seeds) { seed -> [Estimate] in
      let settings = Settings.with {
        $0.seed = UInt64(seed + 1)
        if isMonteCarlo { $0.sampling = .monteCarlo(resamples: 100) }
      }
      var study = try Study(.shapley, of: problem, settings: settings)
      try study.extend(to: 1024, blocks: example.blocks)
      let result = try study.result()
      return try example.c.indices.map {
        try #require(result.estimate("shapley", of: "x\($0 + 1)"))
      }
    }
    for (i, exact) in example.effects.enumerated() {
      CoverageTests.expectFair(
        "shapley", found.count { $0[i].interval.contains(exact) }, isMonteCarlo: isMonteCarlo,
        "\(example.testDescription): effect \(i + 1)")
      let values = found.map { $0[i].value }
      let error = (variance(of: values) / Double(seeds)).squareRoot()
      #expect(abs(mean(of: values) - exact) < 5 * error)
    }
    #expect(found.allSatisfy { abs($0.reduce(0) { $0 + $1.value } - 1) < 1e-10 })
  }

  /// Ishigami's function: interactions are divided evenly. Grouped inputs have one effect.
  @Test func ishigami() throws {
    let function = try TestFunction.ishigami(b: 0.1)
    let result = try function.study(.shapley, 1 << 15).result()
    for (i, exact) in [0.435747023178885, 0.442411144790041, 0.121841832031074].enumerated() {
      let found = try #require(result.estimate("shapley", of: "x\(i + 1)"))
      #expect(abs(found.value - exact) < 0.01 && found.halfWidth < 0.02, "\(found)")
    }
    let grouped = try TestFunction.problem(
      3, TestFunction.circle(), groups: ["odd": ["x1", "x3"]])
    var study = try Study(.shapley, of: grouped)
    try study.extend(to: 1 << 13, blocks: function.blocks)
    let odd = try #require(try study.result().estimate("shapley", of: "odd"))
    #expect(abs(odd.value - 0.557588855209959) < 0.02)
  }

  /// A sample has the correlations asked for, in the places of any distributions; the dummy has none.
  @Test func correlatedSample() throws {
    let correlations = try CorrelationMatrix(
      rankCorrelations: Matrix([[1, 0.6, 0], [0.6, 1, -0.5], [0, -0.5, 1]]))
    let problem = try Problem(
      [
        Input("g", try GammaDistribution(shape: 2, scale: 1)),
        Input("u", try UniformDistribution(minimum: -1, maximum: 1)),
        Input("n", try NormalDistribution(mean: 0, standardDeviation: 1)),
      ], correlations: correlations)
    var study = try Study(.rankFirstOrder, of: problem)
    try study.extend(to: 8192) { [$0[0]] }
    let rows = study.rows(of: 0..<8192)
    for (i, j, rank) in [(0, 1, 0.6), (0, 2, 0), (1, 2, -0.5)] {
      let a = rows.column(i).enumerated().sorted { $0.element < $1.element }.map(\.offset)
      let b = rows.column(j).enumerated().sorted { $0.element < $1.element }.map(\.offset)
      var ranks = [Double](repeating: 0, count: 8192)
      for (k, run) in b.enumerated() { ranks[run] = Double(k) }
      let middle = 8191.0 / 2
      let products = a.enumerated().reduce(0.0) {
        $0 + (Double($1.offset) - middle) * (ranks[$1.element] - middle)
      }
      let n = 8192.0
      expectClose(products / (n * (n * n - 1) / 12), rank, relative: 0, absolute: 0.04)
    }
    // What g says of itself u says in part: E[g | u] varies with u alone.
    let result = try study.result()
    #expect(try #require(result.estimate("first-order", of: "g")).value > 0.98)
    let other = try #require(result.estimate("first-order", of: "u"))
    #expect(other.value > 0.2 && other.value < 0.5)
    let dummy = try #require(result.estimate("first-order", of: Measure.dummyName))
    #expect(abs(dummy.value) < 0.06)
  }

  /// Methods that move one input without the others refuse; so does a matrix of another size.
  @Test func refusals() throws {
    let example = Self.cases[0]
    let problem = try example.problem
    for method in SensitivityMethod.all {
      if method.takesCorrelated {
        _ = try Study(method, of: problem)
        continue
      }
      let allowed = SensitivityMethod.all.filter(\.takesCorrelated).map(\.id)
      let error = #expect(
        throws: SensitivityError.correlatedInputs(method: method.id, allowed: allowed)
      ) { try Study(method, of: problem) }
      #expect(error?.description.contains("'\(method.id)'") == true)
      #expect(error?.description.contains("shapley") == true)
    }
    #expect(
      SensitivityMethod.all.filter { !$0.takesCorrelated }.map(\.id) == [
        "tornado", "fractional-factorial", "morris", "polynomial-chaos", "gaussian-process", "dgsm",
        "sobol", "fast",
      ])
    let wrong = SensitivityError.correlations(rows: 2, inputs: 1)
    #expect(throws: wrong) {
      try Problem(
        [Input("a", try TestFunction.unit())],
        correlations: CorrelationMatrix(Matrix([[1, 0.5], [0.5, 1]])))
    }
    #expect(wrong.description.contains("of 2 inputs"))
  }
}
