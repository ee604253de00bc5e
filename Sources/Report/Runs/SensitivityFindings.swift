import Parameters
import Sensitivity

/// What a sensitivity analysis says matters most, as it lies in its folder.
public struct SensitivityFindings: Sendable {
  /// The folder as it was named.
  let folder: String
  let summary: RunSummary
  let method: SensitivityMethod
  let figures: [Figure]

  /// One figure of the model and the inputs that matter most to it.
  struct Figure: Sendable {
    let scenario: String
    let indicator: String
    let year: String
    /// By rank.
    var inputs: [Input]
  }

  /// An input's share, or whatever the method ranks by.
  struct Input: Sendable {
    let name: String
    let value: Double
    let range: ClosedRange<Double>?
    let note: String
  }

  /// Inputs shown of each figure.
  static let shown = 5

  /// Reads a folder that `carecast sensitivity --output` wrote.
  ///
  /// - Throws: `ReportError` where it is none; `InputError` where a file is not as it was written.
  public init(_ folder: String) throws {
    let files = try RunFolder(folder, of: "sensitivity")
    self.folder = folder
    summary = files.summary
    let method = try SensitivityMethod.named(files.summary.option("--method") ?? "")
    self.method = method
    let table = try files.table(
      "sensitivity.csv",
      needed: ["scenario", "indicator", "year", "measure", "input", "other_input", "value"])
    var figures: [Figure] = []
    for row in 0..<table.count {
      let input = table.text("input", row)
      guard table.text("measure", row) == method.rankedBy, table.text("other_input", row).isEmpty,
        input != Measure.allName, input != Measure.dummyName,
        let value = try table.number("value", row)
      else { continue }
      let ends = try ["lower", "upper"].compactMap { try table.number($0, row) }
      let key = ["scenario", "indicator", "year"].map { table.text($0, row) }
      var place = figures.firstIndex { [$0.scenario, $0.indicator, $0.year] == key }
      if place == nil {
        place = figures.count
        figures.append(Figure(scenario: key[0], indicator: key[1], year: key[2], inputs: []))
      }
      figures[place!].inputs.append(
        Input(
          name: input, value: value,
          range: ends.count == 2 && ends[0] < ends[1] ? ends[0]...ends[1] : nil,
          note: table.text("note", row)))
    }
    self.figures = figures.map { figure in
      var figure = figure
      figure.inputs = Array(
        figure.inputs.sorted { abs($0.value) > abs($1.value) }.prefix(Self.shown))
      return figure
    }
  }

  /// Checks that the findings are of the model that made a run.
  ///
  /// - Throws: `ReportError.apart`.
  func check(beside run: ReportedRun) throws(ReportError) {
    for (what, first, second) in [
      ("the version", run.summary.version, summary.version),
      ("the digest of the data", run.summary.data, summary.data),
    ] where first != second {
      throw .apart(run.folder, folder, what: what, first: first, second: second)
    }
  }
}
