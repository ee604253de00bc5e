import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct SobolTests {
  /// With 2¹⁴ base runs every index lies within 0.02 of its exact value, by every formula.
  @Test(arguments: try TestFunction.all(), SobolEstimator.all.map(\.id))
  func valuesAtManyRuns(function: TestFunction, estimator: String) throws {
    let settings = Settings.with { settings in
      settings.estimator = SobolEstimator.all.first { $0.id == estimator }!
      settings.secondOrder = function.problem.inputs.count < 10
      settings.sampling = .quasiRandom(replicates: 8)
    }
    let result = try function.study(.sobol, 1 << 14, settings).result()
    for (kind, input, other, value) in function.exact {
      guard let found = result.estimate(kind, of: input, with: other) else {
        #expect(kind == "second-order" && !settings.secondOrder)
        continue
      }
      expectClose(found.value, value, relative: 0, absolute: 0.02, "\(kind) \(input)")
    }
  }

  /// The ten lines of the library's documentation.
  @Test func theExampleOfTheDocumentation() throws {
    let side = try UniformDistribution(minimum: -.pi, maximum: .pi)
    let problem = try Problem(["x1", "x2", "x3"].map { Input($0, side) })
    var study = try Study(.named("sobol"), of: problem)
    try study.extend(to: 4096) { x in
      [sin(x[0]) + 7 * pow(sin(x[1]), 2) + 0.1 * pow(x[2], 4) * sin(x[0])]
    }
    var lines: [String] = []
    for measure in try study.result().measures {
      guard let index = measure.estimate else { continue }
      lines.append("\(measure.kind) \(measure.input) \(index.value) \(index.interval)")
      #expect(index.interval.contains(index.value) && measure.note == nil)
    }
    #expect(lines.count == 7)
    let total = try #require(try study.result().estimate("total-order", of: "x1"))
    #expect(abs(total.value - 0.557588855209959) < 3 * total.standardError)
    #expect(study.runs == 4096 * 5 && study.runsPerBlock == 5)
  }

  /// First and total index of a group are those of its members and their interaction.
  @Test func groups() throws {
    let problem = try TestFunction.problem(
      3, TestFunction.circle(), groups: ["outer": ["x3", "x1"]])
    #expect(problem.groups.map(\.name) == ["outer", "x2"])
    var study = try Study(.sobol, of: problem)
    try study.extend(to: 8192) { [TestFunction.ishigami($0)] }
    let result = try study.result()
    #expect(study.runsPerBlock == 4)
    for kind in ["first-order", "total-order"] {
      let outer = try #require(result.estimate(kind, of: "outer"))
      let inner = try #require(result.estimate(kind, of: "x2"))
      expectClose(outer.value, 0.557588855209959, relative: 0, absolute: 0.03)
      expectClose(inner.value, 0.442411144790041, relative: 0, absolute: 0.03)
    }
  }

  /// An input that the function does not see has a total of exactly 0 and an interval of no width.
  @Test(arguments: [false, true]) func unseenInput(secondOrder: Bool) throws {
    let problem = try TestFunction.problem(3, TestFunction.unit())
    for settings in [
      Settings.with { $0.secondOrder = secondOrder }, .monteCarlo { $0.secondOrder = secondOrder },
    ] {
      var study = try Study(.sobol, of: problem, settings: settings)
      try study.extend(to: 256) { [$0[0] + 1e3 + $0[1] * $0[0]] }
      let total = try #require(try study.result().estimate("total-order", of: "x3"))
      #expect(total.value == 0 && total.interval == 0...0)
    }
  }

  /// Scaling and shifting an output changes no index; many outputs at once give each its own.
  @Test func outputsStandAlone() throws {
    let settings = Settings.monteCarlo { $0.secondOrder = true }
    let problem = try TestFunction.problem(3, TestFunction.circle())
    func result(_ outputs: [String], _ f: @escaping @Sendable ([Double]) -> [Double]) throws
      -> [Measure]
    {
      var study = try Study(.sobol, of: problem, outputs: outputs, settings: settings)
      try study.extend(to: 700, f)
      return try study.result().measures
    }
    let alone = try result(["a"]) { [TestFunction.ishigami($0)] }
    let both = try result(["b", "a"]) { x in
      [x[0] * x[1] + 4, TestFunction.ishigami(x) * -1e6 + 1e7]
    }
    let shared = both.filter { $0.output == "a" }
    #expect(shared.count == alone.count && both.count == 2 * alone.count)
    for (a, b) in zip(alone, shared) {
      #expect(a.kind == b.kind && a.input == b.input && a.other == b.other)
      let (x, y) = (try #require(a.estimate), try #require(b.estimate))
      expectClose(x.value, y.value, relative: 1e-7, absolute: 1e-10)
      expectClose(x.standardError, y.standardError, relative: 1e-6, absolute: 1e-10)
    }
  }

  /// The figures of a small sample against the definitions, summed up one by one.
  @Test func naiveTwin() throws {
    let problem = try TestFunction.problem(2, TestFunction.unit())
    @Sendable func f(_ x: [Double]) -> Double { x[0] + 3 * x[0] * x[1] }
    var study = try Study(.sobol, of: problem, settings: .monteCarlo(20))
    try study.extend(to: 50) { [f($0)] }
    let rows = study.rows(of: 0..<50)
    let y = (0..<50).map { block in (0..<4).map { f(rows.row(4 * block + $0)) } }
    let pooled = y.flatMap { $0[..<2] }
    let center = pooled.reduce(0, +) / 100
    let variance = pooled.reduce(0) { $0 + ($1 - center) * ($1 - center) } / 100
    for i in 0..<2 {
      let total = y.reduce(0) { $0 + ($1[0] - $1[2 + i]) * ($1[0] - $1[2 + i]) } / 100 / variance
      let found = try #require(try study.result().estimate("total-order", of: "x\(i + 1)"))
      expectClose(found.value, total, relative: 1e-12)
      // The rows of group i are A with column i of B.
      for block in 0..<50 {
        let (a, b, c) = (rows.row(4 * block), rows.row(4 * block + 1), rows.row(4 * block + 2 + i))
        #expect(c[i] == b[i] && c[1 - i] == a[1 - i])
      }
    }
  }

  @Test func estimatorsAreListedOnce() {
    #expect(SobolEstimator.all.map(\.id) == ["saltelli", "jansen", "janon"])
    #expect(SobolEstimator.all.allSatisfy { !$0.sentence.isEmpty })
  }
}
