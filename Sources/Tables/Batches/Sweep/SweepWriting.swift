import Foundation
import Parameters
import Scenarios

/// `sweep.csv`, written as runs come: one row a run, indicator and year.
struct SweepWriting: ~Copyable {
  private let batch: SweepBatch
  private var spool: FileSpool
  private var csv = CSVBuffer(file: SweepWriting.fileName)
  private var failed = 0
  /// Of each figure the lowest and the highest value, with their runs.
  private var extremes: [[Extreme?]]

  private static let fileName = "sweep.csv"

  private struct Extreme {
    let run: Int
    let value: Double
  }

  init(_ batch: SweepBatch, spool folder: URL) throws {
    self.batch = batch
    spool = try FileSpool(in: folder)
    extremes = Array(repeating: [nil, nil], count: batch.model.figures.count)
  }

  /// Writes the header.
  mutating func begin() throws { try csv.appendRow(Self.columns(of: batch).map(\.name)) }

  private static func columns(of batch: SweepBatch) -> [ColumnDescription] {
    let settings = batch.sweep.axes.flatMap { axis in
      axis.settings.enumerated().map { index, setting in
        let isNumber = if case .number? = axis.points.first?[index] { true } else { false }
        return ColumnDescription(
          name: setting.column, label: setting.label, kind: isNumber ? .decimal : .text,
          isRequired: true)
      }
    }
    return [
      ColumnDescription(name: "run", label: "Run, from 0", kind: .whole, isRequired: true),
      ColumnDescription(name: "scenario", label: "Scenario by its id", isRequired: true),
    ] + settings + [
      ColumnDescription(
        name: "indicator", label: "Indicator by its id, as in headline.csv", isRequired: true),
      ColumnDescription(name: "unit", label: "Unit; blank for a plain number"),
      ColumnDescription(name: "year", label: "Year to 31 March", kind: .whole, isRequired: true),
      ColumnDescription(
        name: "value", label: "The figure; blank where the run failed", kind: .decimal),
      ColumnDescription(name: "note", label: "Why the run failed"),
    ]
  }

  /// Takes in runs that follow those before.
  mutating func add(_ outcome: BatchOutcome, first: Int) throws {
    let width = batch.width
    for place in 0..<outcome.runs {
      let run = first + place
      let position = batch.sweep.place(of: run)
      var hasFailed = false
      for figure in 0..<width {
        let index = position.scenario * width + figure
        let value = outcome.outputs[place * width + figure]
        let reason = outcome.reasons[place] ?? (value.isFinite ? nil : "the figure is \(value)")
        hasFailed = hasFailed || reason != nil
        try addRow(run, position, batch.model.figures[index], reason == nil ? value : nil, reason)
        if reason == nil { note(run, value, index) }
      }
      if hasFailed { failed += 1 }
    }
    try spool.append(csv.bytes[...])
    csv.restart()
  }

  private mutating func addRow(
    _ run: Int, _ position: (scenario: Int, points: [Int]), _ figure: BatchFigure,
    _ value: Double?, _ reason: String?
  ) throws {
    csv.append(run)
    try csv.append(figure.scenario)
    for (axis, point) in zip(batch.sweep.axes, position.points) {
      for value in axis.points[point] {
        switch value {
        case .number(let number): csv.append(exactly: number)
        case .year(let year): try csv.append(year.label)
        }
      }
    }
    try csv.append(figure.indicator.id)
    try csv.append(figure.indicator.unit)
    csv.append(figure.year)
    if let value { csv.append(exactly: value) } else { try csv.append("") }
    try csv.append(reason ?? "")
    csv.endRow()
  }

  private mutating func note(_ run: Int, _ value: Double, _ figure: Int) {
    if extremes[figure][0].map({ value < $0.value }) ?? true {
      extremes[figure][0] = Extreme(run: run, value: value)
    }
    if extremes[figure][1].map({ value > $0.value }) ?? true {
      extremes[figure][1] = Extreme(run: run, value: value)
    }
  }

  /// All files, and a table of where each figure is lowest and highest.
  mutating func output() throws -> BatchOutput {
    let described = DescribedFile(
      file: OutputFile(path: Self.fileName, spooled: try spool.finish()),
      title: "Figures of every run of a sweep", columns: Self.columns(of: batch),
      key: ["run", "indicator", "year"])
    let folder = try OutputFolder(
      [described], sources: batch.model.sources,
      manifest: RunManifest(
        version: batch.plan.version, arguments: batch.plan.arguments,
        scenarios: batch.model.scenarios.map(RunManifest.Scenario.init),
        dataDigest: batch.plan.dataDigest, seed: nil,
        additions: [
          .init("sweep", .string(batch.sweep.text)), .init("runs", .integer(batch.sweep.runs)),
          .init("failed_runs", .integer(failed)),
        ]))
    return BatchOutput(folder: folder, text: text())
  }

  private func text() -> String {
    var table = TextTable(
      columns: [
        .text("Figure"), .number("Lowest"), .number("in run"), .number("Highest"),
        .number("in run"),
      ])
    for (figure, found) in zip(batch.model.figures, extremes) {
      guard let low = found[0], let high = found[1] else { continue }
      let decimals = figure.indicator.measure.decimals
      table.add([
        figure.name, FixedDecimal.grouped(low.value, decimals: decimals), String(low.run),
        FixedDecimal.grouped(high.value, decimals: decimals), String(high.run),
      ])
    }
    let words =
      "\(batch.sweep.runs) runs"
      + (failed > 0 ? "; \(failed) failed, and sweep.csv says why." : ", none failed.")
    return words + "\n\n" + table.text()
  }
}
