import Foundation
import Parameters
import Scenarios
import Sensitivity
import Statistics
import TestSupport
import Testing

@testable import Tables

/// Sweeps: what is read, what is run, what is written.
@Suite struct SweepTests {
  private static func sweep(_ text: String) throws -> Sweep {
    var result: Sweep?
    try withBatchFolder { base in
      try Data(text.utf8).write(to: URL(fileURLWithPath: base + "/sweep.yaml"))
      result = try Sweep.read(base + "/sweep.yaml", in: BatchSample.folder.get())
    }
    return try #require(result)
  }

  private static func batch(_ text: String, threads: Int? = nil) throws -> SweepBatch {
    let sweep = try sweep(text)
    return SweepBatch(
      sweep, of: try BatchSample.model(sweep.scenarios, sweep.indicators, years: sweep.years),
      in: try BatchSample.folder.get(), arguments: ["sweep"], version: "test", dataDigest: "none",
      threads: threads)
  }

  private static let text = """
    scenario: [review-in-full, baseline]
    years: [2025, 2026]
    indicators: [children, net_spending]
    vary:
      - {path: entries.rate, scale: [0.9, 1.1], from: 2025-04-01}
      - {lever: family-help, strength: {from: 0, to: 1, steps: 3}, start: [2024-25]}
      - together:
          - {path: trend.damping, set: [0.5, 0.8]}
          - {path: asylum.entries, add: [0, 100]}
    """

  @Test func theLastAxisIsTheFastest() throws {
    let sweep = try Self.sweep(Self.text)
    #expect(sweep.runs == 2 * 2 * 3 * 2)
    #expect(
      sweep.axes.flatMap { $0.settings.map(\.column) } == [
        "entries.rate@2025-04-01", "family-help.strength", "family-help.start", "trend.damping",
        "asylum.entries",
      ])
    #expect(sweep.place(of: 0) == (0, [0, 0, 0]))
    #expect(sweep.place(of: 1) == (0, [0, 0, 1]))
    #expect(sweep.place(of: 23) == (1, [1, 2, 1]))
    #expect(sweep.axes[1].points.map { $0[0] } == [.number(0), .number(0.5), .number(1)])
  }

  /// Every run of a sweep is the run of its own changes alone.
  @Test func aRunIsTheProjectionWithItsChanges() throws {
    let batch = try Self.batch(Self.text)
    let folder = try BatchSample.folder.get()
    let lines = try BatchSample.lines(BatchSample.output(batch), "sweep.csv")
    #expect(lines.count == 1 + 24 * 2 * 2)
    // Run 21: baseline, entries × 1.1, half of Family Help, damping 0.8, 100 more.
    let overrides = [
      try Override("entries.rate=1.1@2025-04-01", verb: .scale, in: folder),
      try Override("trend.damping=0.8", verb: .set, in: folder),
      try Override("asylum.entries=100", verb: .add, in: folder),
    ]
    let lever = LeverUse(
      lever: "family-help", start: FinancialYear(startingIn: 2024), strength: 0.5, reason: "x",
      place: Place(file: "test"))
    let alone = try BatchSample.model(
      ["baseline"], ["children", "net_spending"], years: [2025, 2026], adding: overrides
    ).numbers(of: "baseline", pulling: [lever], changing: [], in: nil)
    let rows = lines.filter { $0[0] == "21" }
    #expect(rows.map { $0[1] } == Array(repeating: "baseline", count: 4))
    #expect(rows[0][2...6] == ["1.1", "0.5", "2024-25", "0.8", "100"])
    #expect(rows.map { $0[10] } == alone.map { shortestText($0.central) })
  }

  @Test func threadsChangeNoByteAndFailuresAreRows() throws {
    let text = """
      years: [2025]
      indicators: [children]
      vary:
        - {path: exits.return-home.rate, scale: [1, 2000, 1.5]}
        - {path: trend.damping, set: {from: 0.2, to: 0.9, steps: 70}}
      """
    let outputs = try [1, 2, 3, 8].map { try BatchSample.output(Self.batch(text, threads: $0)) }
    let all = try BatchSample.text(outputs[0], "sweep.csv")
    for output in outputs {
      #expect(try all == BatchSample.text(output, "sweep.csv"))
    }
    // Their reasons hold line breaks and commas at most inside quotation marks.
    #expect(outputs[0].text.contains("210 runs; 70 failed"))
    for run in [0, 69, 70, 139, 140, 209] {
      let row = try #require(all.split(separator: "\n").first { $0.hasPrefix("\(run),") })
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[7].isEmpty == (70..<140).contains(run), "\(row)")
    }
  }

  /// One broken file for each fault.
  private static let fixtures: [(SweepFault.Name, String)] = [
    (.kindOfAxis, "vary: [{path: entries.rate, lever: family-help, set: [1]}]"),
    (.verbs, "vary: [{path: entries.rate, set: [1], scale: [1]}]"),
    (.leverUnvaried, "vary: [{lever: family-help}]"),
    (.steps, "vary: [{path: entries.rate, scale: {from: 1, to: 2, steps: 1}}]"),
    (.noValues, "vary: [{path: entries.rate, scale: []}]"),
    (
      .lengths,
      "vary: [{together: [{path: entries.rate, scale: [1, 2]}, {path: trend.damping, set: [1]}]}]"
    ),
    (
      .variedTwice,
      "vary: [{path: trend.damping, set: [1]}, {path: trend.damping, scale: [1]}]"
    ),
    (
      .tooManyRuns,
      "vary: [{path: trend.damping, set: {from: 0, to: 1, steps: 100000}}, "
        + "{path: entries.rate, scale: {from: 1, to: 2, steps: 1000}}]"
    ),
  ]

  @Test(arguments: fixtures.indices) func isReported(index: Int) throws {
    let (name, text) = Self.fixtures[index]
    let error = try #require(throws: InputError.self) { try Self.sweep(text) }
    #expect(error.faults.contains { ($0.kind as? SweepFault)?.name == name }, "\(error)")
    #expect(error.description.contains("sweep.yaml"))
  }

  @Test func everyFaultHasAFixture() {
    #expect(Set(SweepFault.Name.allCases).subtracting(Self.fixtures.map(\.0)).isEmpty)
  }

  @Test func wrongNamesNameTheNearest() throws {
    let error = try #require(throws: InputError.self) {
      try Self.sweep("vary: [{path: entries.rat, scale: [1]}, {lever: family-hlep, start: [x]}]")
    }
    #expect(error.faults.map(\.nearest).contains("entries.rate"))
    #expect(error.faults.map(\.nearest).contains("family-help"))
  }
}

/// Switching values of the model.
@Suite struct SwitchingStudyTests {
  private static func study(
    _ question: String, _ vary: String, verb: OverrideVerb? = nil, low: Double? = nil,
    high: Double? = nil, draws: Int = 0, threads: Int? = nil
  ) throws -> SwitchingStudy {
    let folder = try BatchSample.folder.get()
    let question = try SwitchingQuestion(question)
    return try SwitchingStudy(
      question,
      varying: SwitchingInput(
        vary, verb: verb, low: low, high: high, in: folder.parameters),
      in: BatchSample.model(["baseline"], [question.indicator.id], years: [2026]), folder,
      draws: draws, seed: 1, threads: threads)
  }

  /// What is found, put back into the model, gives the target.
  @Test func theValueFoundGivesTheTarget() throws {
    let study = try Self.study("children = 83000", "entries.rate@2024-04-01")
    let factor = try #require(study.values.draws[0].first)
    let folder = try BatchSample.folder.get()
    let back = try BatchSample.model(
      ["baseline"], ["children"], years: [2026],
      adding: [Override("entries.rate=\(factor)", verb: .scale, in: folder)]
    ).numbers(in: nil)[0]
    expectClose(back.central, 83000, relative: 1e-7)
    #expect(study.text().contains("central run: "))
  }

  @Test func drawsHaveValuesOfTheirOwn() throws {
    let study = try Self.study(
      "funding_gap=0", "funding.spending-power-growth", verb: .add, low: -0.1, high: 0.1,
      draws: 100)
    #expect(study.values.draws.count == 101)
    let values = study.values.draws.compactMap(\.first)
    #expect(Set(values).count > 80)
    let again = try Self.study(
      "gap=0", "funding.spending-power-growth", verb: .add, low: -0.1, high: 0.1, draws: 100,
      threads: 1)
    #expect(again.values.draws == study.values.draws)
    let folder = try study.folder(arguments: ["solve"], version: "test", dataDigest: "none")
    #expect(folder.files.contains { $0.path == "solve.csv" })
    #expect(study.text().contains("of 100 draws"))
  }

  @Test func whatIsOutOfReachIsSaid() throws {
    let study = try Self.study("children=1000000", "entries.rate")
    #expect(study.values.draws == [.staysBelow])
    #expect(study.text().contains("stays below"))
  }
}
