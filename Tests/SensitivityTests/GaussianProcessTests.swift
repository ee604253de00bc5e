import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

@testable import Sensitivity

/// The method `gaussian-process`.
@Suite struct GaussianProcessTests {
  private static func runs(_ n: Int, _ d: Int) -> Matrix {
    Matrix(
      rows: n, columns: d,
      elements: RandomStream(seed: 5, purpose: 1, draw: 0).uniforms(n * d, from: 0).map {
        3 * $0
      })
  }

  private static func outputs(_ rows: Matrix) -> [Double] {
    (0..<rows.rows).map { sin(2 * rows[$0, 0]) + rows[$0, 1] * rows[$0, 1] - rows[$0, 2] }
  }

  /// `∂k / ∂ ln length` and the likelihood's slopes, against differences.
  @Test func slopes() {
    let rows = Self.runs(14, 3)
    let likelihood = ProcessLikelihood(rows: rows, target: Self.outputs(rows))
    let place = [0.3, -0.2, 1.1, -3]
    let (value, gradient) = likelihood.loss(place)
    #expect(value.isFinite && gradient.count == 4)
    for j in place.indices {
      let step = 1e-5
      var (low, high) = (place, place)
      low[j] -= step
      high[j] += step
      let slope = (likelihood.loss(high).value - likelihood.loss(low).value) / (2 * step)
      expectClose(gradient[j], slope, relative: 1e-6, absolute: 1e-7, "parameter \(j)")
    }
    // Twenty inputs, more than are multiplied at a time, give the product of their factors.
    let wide = Self.runs(3, 20)
    let kernel = ProcessKernel(lengths: (0..<20).map { 0.5 + Double($0) / 8 })
    let whole = ProcessKernel.matrix(kernel.scaled(wide))
    let product = (0..<20).reduce(1.0) {
      $0 * kernel.factor($1, wide.column($1), wide.column($1))[2, 0]
    }
    expectClose(whole[2, 0], product, relative: 1e-12)
    #expect(whole[1, 1] == 1 && whole[0, 2] == whole[2, 0])
  }

  /// What the others foretell of a run: by leaving it out and solving anew.
  @Test func leavingOut() throws {
    let rows = Self.runs(12, 3)
    let y = Self.outputs(rows)
    let kernel = ProcessKernel.matrix(ProcessKernel(lengths: [1, 2, 3]).scaled(rows))
    let misses = try #require(ProcessEquations(kernel, nugget: 1e-3, target: y)).leftOut
    for k in y.indices {
      let others = y.indices.filter { $0 != k }
      let part = Matrix(others.map { a in others.map { kernel[a, $0] } })
      let equations = try #require(
        ProcessEquations(part, nugget: 1e-3, target: others.map { y[$0] }))
      let foretold = zip(others, equations.alpha).reduce(equations.mean) {
        $0 + kernel[k, $1.0] * $1.1
      }
      expectClose(misses[k], y[k] - foretold, relative: 1e-8)
    }
    #expect(ProcessEquations(kernel, nugget: -5, target: y) == nil)
  }

  /// Of three dice every mean is a sum over 60 throws: variances of all parts against those sums.
  @Test func effectsAgainstEveryThrow() throws {
    let sides = [3, 4, 5]
    let inputs = ProcessInputs(
      try sides.map { try WholeNumberDistribution(1...$0) } + [nil])
    #expect(inputs.places == [0, 1, 2])
    let n = 40
    let coordinates = (0..<4).map { i in
      RandomStream(seed: 8, purpose: 2, draw: UInt32(i)).uniforms(n, from: 0)
    }
    let rows = inputs.rows(coordinates)
    let target = Self.outputs(rows)
    let process = try #require(ProcessFit(rows, target))
    let effects = ProcessEffects(process, inputs, rows)
    let throwsOfAll = inputs.points[0].flatMap { a in
      inputs.points[1].flatMap { b in inputs.points[2].map { [a.value, b.value, $0.value] } }
    }
    func value(_ x: [Double]) -> Double {
      var total = 0.0
      for a in 0..<n {
        let factors = (0..<3).map { i in
          process.kernel.factor(i, [x[i]], [rows[a, i]])[0, 0]
        }
        total += process.weights[a] * factors.reduce(1, *)
      }
      return total
    }
    let means: [Double] = throwsOfAll.map(value)
    let center = mean(of: means)
    func part(_ members: [Int]) -> (variance: Double, values: [Double]) {
      func conditional(_ x: [Double]) -> Double {
        let alike = throwsOfAll.indices.filter { k in
          members.allSatisfy { abs(throwsOfAll[k][$0] - x[$0]) < 1e-9 }
        }
        return mean(of: alike.map { means[$0] }) - center
      }
      let squares = throwsOfAll.map { conditional($0) * conditional($0) }
      return (mean(of: squares), (0..<n).map { conditional(rows.row($0)) })
    }
    func expect(_ found: ProcessEffects.Part, _ members: [Int]) {
      let exact = part(members)
      expectClose(
        found.variance, exact.variance, relative: 1e-6, absolute: effects.rounding, "\(members)")
      for (a, b) in zip(found.values, exact.values) {
        expectClose(a, b, relative: 1e-6, absolute: 1e-6)
      }
    }
    expect(effects.all, [0, 1, 2])
    expect(effects.alone(effects.factors([1])), [1])
    expect(effects.alone(effects.factors([0, 2, 3])), [0, 2])
    expect(effects.together(effects.factors([0]), effects.factors([1])), [0, 1])
    expect(effects.others(than: effects.factors([0])), [1, 2])
  }

  /// Ishigami's indices from 512 runs, those of pairs among them; scaling and shifting the output changes
  /// nothing but where the search for lengths ends.
  @Test func ishigami() throws {
    let function = try TestFunction.ishigami(b: 0.1)
    let settings = Settings.with { $0.secondOrder = true }
    let result = try function.study(.gaussianProcess, 512, settings).result()
    for (kind, input, other, exact) in function.exact {
      let found = try #require(result.estimate(kind, of: input, with: other), "\(kind) \(input)")
      expectClose(found.value, exact, relative: 0, absolute: 1e-3, "\(kind) \(input)")
      #expect(found.interval.contains(exact), "\(kind) \(input): \(found.interval)")
      #expect(found.halfWidth < 0.01)
    }
    let q = try #require(result.estimate("q-squared", of: Measure.allName))
    #expect(q.value > 0.999 && q.interval.contains(1 - (1 - q.value) / 2))
    #expect(result.measures.allSatisfy { $0.note == nil })
    var other = try Study(.gaussianProcess, of: function.problem, settings: settings)
    try other.extend(to: 512) { [1e4 - 30 * function.value($0)] }
    for (a, b) in zip(result.measures, try other.result().measures) {
      expectClose(
        try #require(a.estimate).value, try #require(b.estimate).value, relative: 1e-4,
        absolute: 1e-4)
    }
  }

  /// Normal numbers, shares of a row, a whole number and a category.
  @Test func kindsOfInputs() throws {
    let result = try InputKindTests.study("gaussian-process", 256).result()
    let whole = InputKindTests.variances.values.reduce(0, +)
    for (name, part) in InputKindTests.variances {
      for kind in ["first-order", "total-order"] {
        let found = try #require(result.estimate(kind, of: name))
        expectClose(found.value, part / whole, relative: 0, absolute: 0.01, "\(kind) \(name)")
        #expect(found.interval.contains(part / whole), "\(kind) \(name)")
      }
    }
  }

  /// Where no process can follow, Q² says so, intervals are wide and notes warn; where nothing is foretold
  /// there are no figures.
  @Test func whatProcessesCannotFollow() throws {
    var study = try Study(
      .gaussianProcess, of: TestFunction.problem(3, TestFunction.unit()), outputs: ["y", "noise"])
    try study.extend(to: 128) { x in
      [
        2 * x[0] + Double((Int(6 * x[1]) + Int(5 * x[2])) % 2),
        (98_765.4 * (x[0] + 1.7 * x[1])).truncatingRemainder(dividingBy: 1),
      ]
    }
    let result = try study.result()
    let q = try #require(result.estimate("q-squared", of: Measure.allName)).value
    #expect(q < 0.9)
    for measure in result.measures where measure.kind == "total-order" && measure.output == "y" {
      #expect(measure.note?.contains("unexplained") == true)
      #expect(try #require(measure.estimate).halfWidth >= 1 - q)
    }
    let none = try #require(
      result.estimate("q-squared", of: Measure.allName, output: "noise")
    ).value
    #expect(none < 0.2)
    for measure in result.measures where measure.kind == "total-order" && measure.output == "noise"
    {
      #expect(measure.note != nil && measure.estimate.map { $0.halfWidth > 0.8 } ?? true)
    }
  }

  /// Of many runs the first are told, and the number says so.
  @Test func manyRuns() throws {
    var study = try Study(.gaussianProcess, of: TestFunction.problem(1, TestFunction.unit()))
    try study.extend(to: 1040) { [exp($0[0])] }
    let told = try #require(try study.result().measures.first { $0.kind == "runs-told" })
    #expect(told.estimate?.value == 1000 && told.note?.contains("the first of 1040") == true)
  }
}
