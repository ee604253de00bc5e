import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct RegressionTests {
  private static func linear(_ method: SensitivityMethod, _ runs: Int) throws -> SensitivityResult {
    let inputs = try (1...5).map {
      Input("x\($0)", try UniformDistribution(minimum: 0, maximum: Double($0)))
    }
    var study = try Study(method, of: Problem(inputs))
    try study.extend(to: runs) { x in [(0..<5).reduce(1e5) { $0 + x[$1] / Double($1 + 1) }] }
    return try study.result()
  }

  /// Five equal terms: `SRC² = 0.2` each, R² = 1, partial correlations 1.
  @Test func equalTerms() throws {
    let src = try Self.linear(.standardisedRegression, 16_384)
    let pcc = try Self.linear(.partialCorrelation, 64)
    for i in 1...5 {
      let slope = try #require(src.estimate("src", of: "x\(i)")).value
      expectClose(slope * slope, 0.2, relative: 1e-2)
      expectClose(try #require(pcc.estimate("pcc", of: "x\(i)")).value, 1, relative: 1e-7)
    }
    expectClose(
      try #require(src.estimate("r-squared", of: Measure.allName)).value, 1, relative: 1e-9)
    let dummy = try #require(src.estimate("src", of: Measure.dummyName))
    expectClose(dummy.value, 0, relative: 0, absolute: 1e-9)
  }

  /// The figures of a small sample against least squares on all columns, and residuals correlated.
  @Test func naiveTwin() throws {
    let problem = try TestFunction.problem(3, TestFunction.unit())
    @Sendable func f(_ x: [Double]) -> Double { x[0] - 2 * x[1] + x[2] * x[2] + x[0] * x[1] }
    for (method, isRank) in [
      (SensitivityMethod.standardisedRegression, false), (.standardisedRankRegression, true),
    ] {
      var study = try Study(method, of: problem, settings: .monteCarlo(20) { $0.dummy = false })
      try study.extend(to: 40) { [f($0)] }
      let rows = study.rows(of: 0..<40)
      func standardised(_ values: [Double]) -> [Double] {
        let v = isRank ? ranks(of: values) : values
        let (center, sd) = (mean(of: v), variance(of: v).squareRoot())
        return v.map { ($0 - center) / sd }
      }
      let columns = (0..<3).map { standardised(rows.column($0)) }
      let y = standardised((0..<40).map { f(rows.row($0)) })
      let fit = try LeastSquares(design: Matrix(columns).transposed, target: y)
      for i in 0..<3 {
        let found = try #require(try study.result().estimate(method.id, of: "x\(i + 1)")).value
        expectClose(found, fit.solution[i], relative: 1e-10, absolute: 1e-12)
      }
      let share = try #require(try study.result().estimate("r-squared", of: Measure.allName)).value
      expectClose(share, 1 - fit.residualSumOfSquares / 39, relative: 1e-10)
      // Partial correlation of input 0.
      let partial = isRank ? SensitivityMethod.partialRankCorrelation : .partialCorrelation
      var second = try Study(partial, of: problem, settings: study.settings)
      try second.extend(to: 40) { [f($0)] }
      let others = Matrix([columns[1], columns[2]]).transposed
      let left = try LeastSquares(design: others, target: columns[0]).residuals
      let right = try LeastSquares(design: others, target: y).residuals
      let found = try #require(try second.result().estimate(partial.id, of: "x1")).value
      expectClose(found, correlation(of: left, and: right), relative: 1e-9)
    }
  }

  /// A rising function of the output changes no rank figure, in no resample.
  @Test(arguments: ["srrc", "prcc"]) func ranksSeeTheOrderOnly(method: String) throws {
    let problem = try TestFunction.problem(3, TestFunction.unit())
    func estimates(_ f: @escaping @Sendable (Double) -> Double) throws -> [Estimate?] {
      var study = try Study(.named(method), of: problem)
      try study.extend(to: 300) { [f($0[0] + 2 * $0[1] * $0[2])] }
      return try study.result().measures.map(\.estimate)
    }
    #expect(try estimates { $0 } == estimates { exp(3 * $0) })
  }

  /// Fewer runs than coefficients have no figures, and say so.
  @Test(arguments: ["src", "prcc"]) func tooFewRunsForTheInputs(method: String) throws {
    var study = try Study(.named(method), of: TestFunction.problem(20, TestFunction.unit()))
    try study.extend(to: 16) { [$0[0]] }
    #expect(
      try study.result().measures.allSatisfy {
        $0.estimate == nil && $0.note == "not defined: 16 runs for 21 inputs"
      })
  }
}
