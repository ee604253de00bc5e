import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import TestSupport
import Testing

/// The method `fractional-factorial`.
@Suite struct FractionalFactorialTests {
  private static func result(
    _ inputs: Int, dummy: Bool = false, _ function: @escaping @Sendable ([Double]) -> Double
  ) throws -> (result: SensitivityResult, rows: Matrix) {
    // At the tenths of −1.25 … 1.25 inputs are −1 and 1.
    let level = try UniformDistribution(minimum: -1.25, maximum: 1.25)
    var study = try Study(
      .fractionalFactorial, of: TestFunction.problem(inputs, level),
      settings: .with {
        $0.dummy = dummy
        $0.secondOrder = true
      })
    try study.extend(to: 1) { [function($0)] }
    return (try study.result(), study.rows(of: 0..<1))
  }

  /// Each input is high in half of the runs, and so is each product of two or of three of them.
  @Test(arguments: [1, 2, 5, 8, 9, 30]) func balance(inputs: Int) throws {
    let (result, rows) = try Self.result(inputs) { $0[0] }
    var half = 1
    while half < inputs { half *= 2 }
    #expect(rows.rows == 2 * half && result.runs == rows.rows)
    let signs = (0..<rows.rows).map { rows.row($0).map { $0.rounded() } }
    #expect(signs.allSatisfy { $0.allSatisfy { abs($0) == 1 } })
    for a in 0..<inputs {
      #expect(signs.reduce(0) { $0 + $1[a] } == 0)
      for b in 0..<a {
        #expect(signs.reduce(0) { $0 + $1[a] * $1[b] } == 0)
        for c in 0..<b { #expect(signs.reduce(0) { $0 + $1[a] * $1[b] * $1[c] } == 0) }
      }
    }
  }

  /// Effects of a function of pairs are those of all corners: here its slopes, twice, whatever pairs do.
  @Test func pairsDoNotDisturbEffects() throws {
    let slopes = [3.0, -2, 0.5, 0, 1, 4, -1]
    let (result, _) = try Self.result(7) { x in
      var y = 10.0
      for i in 0..<7 {
        y += slopes[i] * x[i]
        for j in 0..<i { y += Double(i * j % 5) * x[i] * x[j] }
      }
      return y
    }
    for (i, slope) in slopes.enumerated() {
      let found = try #require(result.estimate("effect", of: "x\(i + 1)"))
      expectClose(found.value, 2 * slope, relative: 1e-12, absolute: 1e-12)
    }
    expectClose(
      try #require(result.estimate("mean", of: Measure.allName)).value, 10, relative: 1e-12)
  }

  /// What an effect is aliased with is what it says: a product of three inputs appears as the effect of each
  /// input whose note may name it, and in no other.
  @Test func aliasesAreSaid() throws {
    let (result, _) = try Self.result(8, dummy: true) { x in x[1] * x[2] * x[4] }
    for i in 1...8 {
      let measure = try #require(
        result.measures.first { $0.kind == "effect" && $0.input == "x\(i)" })
      // Columns 1, 2 and 4 (from 0) make column 7.
      expectClose(try #require(measure.estimate).value, i == 8 ? 2 : 0, relative: 1e-12)
      #expect(
        measure.note?.hasPrefix("aliased with x") == true && measure.note?.contains(" more") == true
      )
    }
    expectClose(
      try #require(result.estimate("effect", of: Measure.dummyName)).value, 0, relative: 0,
      absolute: 1e-12)
    // Of four inputs the only product of three that is aliased with an effect is that of the others; pairs go
    // in twos.
    let (four, _) = try Self.result(4) { $0[0] * $0[1] + $0[1] * $0[2] * $0[3] }
    let first = try #require(four.measures.first { $0.kind == "effect" && $0.input == "x1" })
    #expect(first.note == "aliased with x2 × x3 × x4" && first.estimate?.value == 2)
    for (a, b) in [("x1", "x2"), ("x3", "x4")] {
      expectClose(
        try #require(four.estimate("interaction", of: a, with: b)).value, 2, relative: 1e-12)
    }
    let pair = try #require(
      four.measures.first { $0.kind == "interaction" && $0.input == "x1" && $0.other == "x2" })
    #expect(pair.note == "aliased with x3 × x4")
    expectClose(
      try #require(four.estimate("interaction", of: "x1", with: "x3")).value, 0, relative: 0,
      absolute: 1e-12)
  }
}
