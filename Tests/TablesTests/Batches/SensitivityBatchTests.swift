import Foundation
import Parameters
import Scenarios
import Sensitivity
import Statistics
import TestSupport
import Testing

@testable import Tables

/// Methods at work on the model.
@Suite struct SensitivityBatchTests {
  private static func value(
    _ lines: [[String]], _ measure: String, _ input: String, indicator: String = "gap",
    column: String = "value"
  ) throws -> Double {
    let row = try #require(
      lines.first { $0[1] == indicator && $0[4] == measure && $0[5] == input })
    let place = try #require(lines[0].firstIndex(of: column))
    return try #require(Double(row[place]))
  }

  /// The gap is spending less funding: a price that acts on one and a deficit that acts on the other
  /// add up, so that first orders sum to 1 and totals are first orders; neither moves children.
  @Test func anAdditiveFigureHasFirstOrdersThatSumToOne() throws {
    let inputs = ["price.drift.social-work", "funding.opening-deficit"]
    let batch = try BatchSample.analysis(
      .sobol, BatchSample.model(years: [2026]), inputs: inputs, baseRuns: 1024)
    let lines = try BatchSample.lines(BatchSample.output(batch), "sensitivity.csv")
    let first = try inputs.map { try Self.value(lines, "first-order", $0) }
    let total = try inputs.map { try Self.value(lines, "total-order", $0) }
    #expect(abs(first.reduce(0, +) - 1) < 0.03, "\(first)")
    #expect(abs(total.reduce(0, +) - 1) < 0.03, "\(total)")
    #expect(first.allSatisfy { $0 > 0.01 })
    for input in inputs {
      #expect(
        try Self.value(lines, "first-order", input, column: "lower")
          <= Self.value(lines, "first-order", input, column: "upper"))
      let row = try #require(lines.first { $0[1] == "children" && $0[5] == input })
      #expect(row[7] == "")
    }
    let dummy = try Self.value(lines, "first-order", Measure.dummyName)
    #expect(abs(dummy) < 0.1)
    // The convergence table ends with the figures themselves.
    let steps = try BatchSample.lines(BatchSample.output(batch), "convergence.csv").dropFirst()
    #expect(Set(steps.map { $0[0] }) == ["128", "256", "512", "1024"])
    #expect(
      steps.filter { $0[0] == "1024" }.map { Array($0.dropFirst()) } == Array(lines.dropFirst()))
  }

  @Test func theTornadosBaseIsTheRunWithoutDraws() throws {
    let model = try BatchSample.model()
    let inputs = ["exits.return-home.rate", "trend.damping", "entries.rate.16-17"]
    let batch = try BatchSample.analysis(.tornado, model, inputs: inputs)
    let output = try BatchSample.output(batch)
    let lines = try BatchSample.lines(output, "sensitivity.csv")
    let central = try model.numbers(in: nil)
    expectClose(
      try Self.value(lines, "base", Measure.allName), central[0].central, relative: 1e-15)
    #expect(
      try Self.value(lines, "high", "exits.return-home.rate", indicator: "children")
        < Self.value(lines, "low", "exits.return-home.rate", indicator: "children"))
    // One number has an elasticity; of several that move together there is none.
    func elasticity(_ input: String) throws -> [String] {
      try #require(lines.first { $0[4] == "elasticity" && $0[5] == input && $0[1] == "children" })
    }
    let (single, joint) = (
      try elasticity("entries.rate.16-17"), try elasticity("exits.return-home.rate")
    )
    #expect(Double(single[7]) != nil && joint[7] == "")
    #expect(output.text.contains("tornado: 1 base runs, 7 runs"))
  }

  /// A row of inputs gives what the parameters at these values give.
  @Test func aRowIsTheProjectionAtItsValues() throws {
    let model = try BatchSample.model()
    let inputs = try BatchInputs(
      ["entries.rate.16-17", "trend.damping"], in: model.parameters)
    let row = inputs.inputs.map { $0.distribution.quantile(at: 0.7) }
    let outcome = try model.outcome(of: 1, threads: 1) { _ in inputs.draws(at: [row[...]]) }
    let folder = try BatchSample.folder.get()
    let changed = try BatchSample.model(adding: [
      Override("entries.rate.16-17=\(row[0])", verb: .set, in: folder),
      Override("trend.damping=\(row[1])", verb: .set, in: folder),
    ]).numbers(in: nil)
    expectClose(outcome.outputs, changed.map(\.central), relative: 1e-9)
  }

  @Test(arguments: SensitivityMethod.all.filter { !$0.choosesPlans }.map(\.id))
  func everyMethodGivesRowsForEveryFigure(_ id: String) throws {
    let method = try SensitivityMethod.named(id)
    let model = try BatchSample.model()
    let batch = try BatchSample.analysis(
      method, model, inputs: ["exits.return-home.rate", "trend.damping"], baseRuns: 256)
    let output = try BatchSample.output(batch)
    let lines = try BatchSample.lines(output, "sensitivity.csv")
    for indicator in ["gap", "children"] {
      // Which limits a box has depends on the box.
      let varying = [
        "second-order", "interaction", "lower", "upper", "labels", "quasi-p", "mean", "density",
        "mass",
      ]
      for kind in method.kinds.map(\.id) where !varying.contains(kind) {
        #expect(lines.contains { $0[1] == indicator && $0[4] == kind }, "\(id) \(kind)")
      }
    }
    #expect(lines.allSatisfy { $0.count == 11 })
    #expect(output.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let manifest = try BatchSample.text(output, "run.json")
    #expect(manifest.contains("\"program\": \"carecast\""))
  }

  /// The gap is spending less funding: it is worst where the deficit is high, and the summary says so.
  @Test func aBoxOfTheWorstRuns() throws {
    let inputs = ["price.drift.social-work", "funding.opening-deficit"]
    let batch = try BatchSample.analysis(
      .prim, BatchSample.model(["baseline"], ["gap"], years: [2026]), inputs: inputs,
      baseRuns: 512
    ) {
      $0.cases = .highest(share: 0.2)
      $0.sampling = .monteCarlo(resamples: 20)
    }
    let output = try BatchSample.output(batch)
    let lines = try BatchSample.lines(output, "sensitivity.csv")
    let limit = try #require(
      lines.first { $0[4] == "lower" && $0[5] == inputs[1] && $0[6] == "box 1" })
    #expect(try #require(Double(limit[7])) > 0)
    #expect(try Self.value(lines, "restricted", inputs[1]) == 1)
    #expect(output.text.contains("box 1: ") && output.text.contains("density"))
    #expect(output.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: ["morris", "sobol"])
  func partsOfAWholeHaveOneFigure(_ id: String) throws {
    let batch = try BatchSample.analysis(
      .named(id), BatchSample.model(), inputs: ["exits.return-home.rate", "asylum.entry-age"],
      baseRuns: 16)
    let lines = try BatchSample.lines(BatchSample.output(batch), "sensitivity.csv")
    #expect(lines.contains { $0.contains("asylum.entry-age") })
    #expect(!lines.joined().contains { $0.hasPrefix("asylum.entry-age.") })
  }

  @Test(arguments: SensitivityMethod.all.filter(\.choosesPlans).map(\.id))
  func plansAreComparedByWhatTheyLeave(_ id: String) throws {
    let method = try SensitivityMethod.named(id)
    let model = try BatchSample.model(
      ["baseline", "family-help"], ["gap_cumulative"], years: [2027])
    let batch = try BatchSample.analysis(
      method, model, inputs: ["exits.return-home.rate"], baseRuns: 256)
    let output = try BatchSample.output(batch)
    let lines = try BatchSample.lines(output, "sensitivity.csv")
    #expect(lines.dropFirst().allSatisfy { $0[0] == Measure.allName })
    for kind in method.kinds { #expect(lines.contains { $0[4] == kind.id }) }
    #expect(output.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(throws: BatchError.noPlans(figures: 2)) {
      try BatchSample.analysis(
        method, BatchSample.model(), inputs: ["exits.return-home.rate"])
    }
  }

  @Test func threadsChangeNoByte() throws {
    let model = try BatchSample.model()
    let outcomes = try [1, 2, 3, 8].map { threads in
      try BatchSample.analysis(
        .named("src"), model, inputs: ["entries.rate", "exits.return-home.rate"], baseRuns: 500,
        threads: threads
      ).outcome(ofBlock: 0)
    }
    for outcome in outcomes { #expect(outcome.bytes == outcomes[0].bytes) }
  }

  @Test func aRuleStopsAtTheDoublingThatMeetsIt() throws {
    let batch = try BatchSample.analysis(
      .named("src"), BatchSample.model(), inputs: ["exits.return-home.rate", "moves.rate"],
      baseRuns: 4096, until: StoppingRule(kind: "src", above: 0.05, within: 0.2))
    let output = try BatchSample.output(batch)
    #expect(output.text.contains("is met"))
    #expect(!output.text.contains("4096 base runs"))
  }

  @Test func namedInputsMoveTogetherAndSharesApart() throws {
    let parameters = try BatchSample.model().parameters
    let inputs = try BatchInputs(["entries.rate", "transfers.age"], in: parameters)
    #expect(inputs.inputs[0].paths.count == 5)
    let others = inputs.inputs.dropFirst()
    #expect(others.allSatisfy { $0.isSingle })
    #expect(inputs.problem.groups.map(\.name) == ["entries.rate", "transfers.age"])
    let apart = try BatchInputs(["entries.rate"], apart: true, in: parameters)
    #expect(apart.inputs.count == 5 && apart.problem.groups.count == 1)
    let all = try BatchInputs([], in: parameters)
    #expect(all.problem.groups.count > 100)
    #expect(!all.inputs.contains { $0.name.hasPrefix("programme.") })
  }

  /// A number that is drawn up to 0.9 and scaled beyond the 1 that it may be: failed runs are refused, located, and
  /// left out on request.
  @Test func failedRunsAreRefusedOrLeftOut() throws {
    let folder = try BatchSample.folder.get()
    let model = try BatchSample.model(adding: [
      Override("trend.damping=1.2", verb: .scale, in: folder)
    ])
    func batch(_ policy: FailurePolicy) throws -> SensitivityBatch {
      try BatchSample.analysis(
        .sobol, model, inputs: ["trend.damping", "entries.rate"], baseRuns: 128
      ) { $0.failures = policy }
    }
    let failing = try batch(.refuse).outcome(ofBlock: 0).reasons.count
    try #require(failing > 0)
    let error = try #require(throws: BatchError.self) { try BatchSample.output(batch(.refuse)) }
    guard case .refused(let report, let list, nil) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(report.contains("\(failing) of 512 runs failed"))
    #expect(report.contains("trend.damping is 0.8"))
    #expect(String(decoding: list, as: UTF8.self).split(separator: "\n").count == failing + 1)
    let output = try BatchSample.output(batch(.dropBlocks))
    #expect(output.text.contains("\(failing) runs failed"))
    let listed = try BatchSample.lines(output, "failures.csv")
    #expect(listed.count == failing + 1)
  }
}
