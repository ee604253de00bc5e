import Parameters
import Scenarios
import Sensitivity

/// The files and the words of a sensitivity analysis.
struct SensitivityFiles {
  let batch: SensitivityBatch
  /// Results after each doubling, the last of all runs.
  let steps: [SensitivityResult]
  let isMet: Bool
  let failed: FailedRuns

  init(
    _ batch: SensitivityBatch, steps: [SensitivityResult], isMet: Bool, failed: FailedRuns
  ) {
    self.batch = batch
    self.steps = steps
    self.isMet = isMet
    self.failed = failed
  }

  /// The results of all runs.
  var result: SensitivityResult { steps[steps.count - 1] }

  /// One figure of the analysis.
  struct Row: Sendable {
    /// Base runs it is made of.
    let baseRuns: Int
    /// The scenario's id; all of them where plans are compared.
    let scenario: String
    let indicator: BatchIndicator
    let year: Int
    let measure: Measure
    /// The estimate; none where it would mislead.
    let estimate: Estimate?
    let note: String?
  }

  /// The figures of a step.
  func rows(of result: SensitivityResult) -> [Row] {
    let figures = Dictionary(
      uniqueKeysWithValues: batch.model.figures.map { ($0.name, $0) })
    let joint = Set(batch.inputs.inputs.filter { !$0.isSingle }.map(\.name))
    return result.measures.map { measure in
      let figure = figures[measure.output] ?? batch.model.figures[0]
      // Of a place in several distributions there is no relative change.
      let misleads = measure.kind == "elasticity" && joint.contains(measure.input)
      return Row(
        baseRuns: result.baseRuns,
        scenario: figures[measure.output] == nil ? Measure.allName : figure.scenario,
        indicator: figure.indicator, year: figure.year, measure: measure,
        estimate: misleads ? nil : measure.estimate,
        note: misleads ? "not defined: several numbers move together" : measure.note)
    }
  }

  private static let columns: [RowFile<Row>.Column] = [
    .text(
      "scenario", "Scenario by its id; \(Measure.allName) where scenarios are set beside each other"
    ) { $0.scenario },
    .text("indicator", "Indicator by its id, as in headline.csv") { $0.indicator.id },
    .text("unit", "Unit of the indicator; blank for a plain number", isRequired: false) {
      $0.indicator.unit
    },
    .whole("year", "Year to 31 March") { $0.year },
    .text("measure", "Which figure: a kind of the method") { $0.measure.kind },
    .text(
      "input",
      "Parameter, or a number of it; \(Measure.dummyName) is an input that the model does not see, "
        + "\(Measure.allName) stands for all"
    ) { $0.measure.input },
    .text(
      "other_input", "The second input of a figure of two, or the box that the figure is of",
      isRequired: false
    ) { $0.measure.other ?? "" },
  ]

  private static let estimates: [RowFile<Row>.Column] = [
    .number("value", "The figure") { $0.estimate?.value },
    .number("lower", "Lower end of its interval of 95%") { $0.estimate?.interval.lowerBound },
    .number("upper", "Upper end of its interval of 95%") { $0.estimate?.interval.upperBound },
    .text(
      "note", "Why the figure is missing, or not to be relied on; of labels which they are",
      isRequired: false
    ) { $0.note ?? "" },
  ]

  private static let key = ["scenario", "indicator", "year", "measure", "input", "other_input"]

  /// All files and words.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  func output() throws -> BatchOutput {
    let convergence = RowFile<Row>(
      path: "convergence.csv", title: "The same figures from half the runs, a quarter and so on",
      key: ["base_runs"] + Self.key,
      columns: [.whole("base_runs", "Base runs that the figure is made of") { $0.baseRuns }]
        + Self.columns + Self.estimates)
    var described = [
      try RowFile<Row>(
        path: "sensitivity.csv", title: "Sensitivity of indicators to inputs", key: Self.key,
        columns: Self.columns + Self.estimates
      ).file(of: rows(of: result))
    ]
    if steps.count > 1 {
      described.append(try convergence.file(of: steps.lazy.flatMap(rows)))
    }
    if !failed.isEmpty { described.append(try failed.file()) }
    let folder = try OutputFolder(
      described, sources: batch.model.sources, manifest: manifest)
    return BatchOutput(folder: folder, text: SensitivitySummary(self).text())
  }

  private var manifest: RunManifest {
    RunManifest(
      version: batch.plan.version, arguments: batch.arguments,
      scenarios: batch.model.scenarios.map(RunManifest.Scenario.init),
      dataDigest: batch.plan.dataDigest, seed: batch.settings.seed,
      additions: [
        .init("runs", .integer(result.runs)), .init("base_runs", .integer(result.baseRuns)),
        .init("failed_runs", .integer(result.failures?.failed ?? 0)),
        .init("spreads", .string(BatchInputs.caveat)),
      ])
  }
}
