import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct StudyTests {
  /// Doubling reuses every run, and the rule ends it.
  @Test func convergence() throws {
    let function = try TestFunction.ishigami(b: 0.1)
    let counter = Counter()
    var study = try Study(.sobol, of: function.problem)
    let rule = StoppingRule(kind: "total-order", above: 0.05, within: 0.02)
    let convergence = try study.converge(from: 256, atMost: 1 << 16, until: rule) {
      (rows: Matrix) in
      counter.count += rows.rows
      return function.blocks(rows)
    }
    let steps = convergence.steps
    #expect(convergence.isMet && steps.count >= 2 && counter.count == study.runs)
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $1.baseRuns == 2 * $0.baseRuns })
    #expect(steps.dropLast().allSatisfy { !rule.isMet(by: $0.measures) })
    #expect(rule.isMet(by: steps[steps.count - 1].measures))
    let change = try #require(convergence.lastChange("total-order", of: "x1"))
    #expect(abs(change) < 0.2)
    // Each step is what a study of that size says.
    let alone = try function.study(.sobol, 512).result()
    let second = steps[1]
    for (a, b) in zip(alone.measures, second.measures) {
      expectClose(a.estimate!.value, b.estimate!.value, relative: 1e-9, absolute: 1e-11)
    }
    var short = try Study(.sobol, of: function.problem)
    let unmet = try short.converge(from: 64, atMost: 100, until: rule) {
      [TestFunction.ishigami($0)]
    }
    #expect(!unmet.isMet && unmet.steps.map(\.baseRuns) == [64, 100])
  }

  private final class Counter { var count = 0 }

  /// The failed runs' box: x2 above 0.8 and x1 below 0.5, x3 anywhere.
  @Test func boxOfFailures() throws {
    var study = try Study(.sobol, of: TestFunction.problem(3, TestFunction.unit()))
    try study.extend(to: 512) { $0[1] > 0.8 && $0[0] < 0.5 ? [.nan] : [$0[0]] }
    let report = try #require(study.failureReport)
    #expect(report.box.map(\.input) == ["x2", "x1"] && report.runs == 512 * 5)
    #expect(report.box[0].range.lowerBound > 0.8 && report.box[1].range.upperBound < 0.5)
    #expect(abs(report.box[0].probability - 0.2) < 0.02)
    #expect(report.runsInBox == report.failed && report.blocks < 512)
    #expect(report.reasons.map(\.reason) == ["y is nan"])
    let text = report.description
    #expect(text.contains("\(report.failed) of 2560 runs failed") && text.contains("x2 is 0.8"))
    #expect(report.first.allSatisfy { $0.run < 2560 && $0.inputs.count == 3 })
    #expect(study.rows(of: 0..<512).row(report.first[0].run) == report.first[0].inputs)
    var everywhere = try Study(.pawn, of: TestFunction.problem(1, TestFunction.unit()))
    try everywhere.extend(to: 100) { _ in [.nan] }
    #expect(try #require(everywhere.failureReport).description.contains("everywhere"))
  }

  @Test func nothingLeft() throws {
    let settings = Settings.with { $0.failures = .dropBlocks }
    var study = try Study(
      .sobol, of: TestFunction.problem(1, TestFunction.unit()), settings: settings)
    try study.extend(to: 64) { _ in [.nan] }
    let report = try #require(study.failureReport)
    let expected = SensitivityError.nothingLeft(report)
    #expect(throws: expected) { try study.result() }
    #expect(expected.description.contains("No block"))
    #expect(SensitivityError.failedRuns(report).description.contains("dropped"))
  }

  @Test func problems() throws {
    let unit = try TestFunction.unit()
    func expect(
      _ error: SensitivityError, _ inputs: [String], _ groups: [String: [String]] = [:],
      base: Double? = nil, says: String
    ) {
      #expect(throws: error) {
        try Problem(inputs.map { Input($0, unit, base: base) }, groups: groups)
      }
      #expect(error.description.contains(says), "\(error)")
    }
    expect(.noInputs, [], says: "at least one")
    expect(.repeatedName("a"), ["a", "a"], says: "'a'")
    expect(.repeatedName("b"), ["a", "b"], ["b": ["a"]], says: "Rename")
    expect(.base(input: "a", value: .infinity), ["a"], base: .infinity, says: "inf")
    expect(.emptyGroup("g"), ["a"], ["g": []], says: "'g'")
    expect(
      .unknownInput(group: "g", name: "c", known: ["a", "b"]), ["a", "b"], ["g": ["c"]],
      says: "a, b")
    expect(
      .groupedTwice(input: "a", first: "g", second: "h"), ["a", "b"], ["g": ["a"], "h": ["a"]],
      says: "one group")
  }

  @Test func settings() throws {
    let problem = try TestFunction.problem(2, TestFunction.unit())
    let wrong: [(String, (inout Settings) -> Void)] = [
      ("replicates", { $0.sampling = .quasiRandom(replicates: 2) }),
      ("resamples", { $0.sampling = .monteCarlo(resamples: 3) }),
      ("block rows", { $0.blockRows = 0 }), ("levels", { $0.levels = 5 }),
      ("candidates", { $0.candidates = -1 }), ("slices", { $0.slices = 1 }),
      ("harmonics", { $0.harmonics = 0 }), ("curve points", { $0.curvePoints = 44 }),
      ("split", { $0.split = 1 }), ("tail", { $0.tail = 0.5 }), ("cells", { $0.cells = 1 }),
      ("study size", { $0.studySize = 0 }), ("prior size", { $0.priorSize = 0 }),
      ("prior size", { $0.priorSize = .infinity }),
      ("cases", { $0.cases = .highest(share: 1) }), ("cases", { $0.cases = .above(.nan) }),
      ("boxes", { $0.boxes = 0 }), ("peel", { $0.peel = 0 }), ("least mass", { $0.leastMass = 1 }),
    ]
    for (name, change) in wrong {
      let error = #expect(throws: SensitivityError.self) {
        try Study(.sobol, of: problem, settings: .with(change))
      }
      guard case .setting(let found, _, _) = error else {
        Issue.record("\(name): \(String(describing: error))")
        continue
      }
      #expect(found == name && error?.description.contains("'\(name)'") == true)
    }
    #expect(throws: StatisticsError.tooManyDimensions(dimensions: 1200, most: 1111)) {
      try Study(.sobol, of: TestFunction.problem(600, TestFunction.unit()))
    }
    #expect(SensitivityError.tooFewRuns(made: 1, least: 2).description.contains("at least 2"))
    #expect(SensitivityError.notFinite(at: 1, value: .nan).description.contains("nan"))
    #expect(SensitivityError.unknownMethod("x", known: ["a"]).description.contains("There are a"))
  }
}
