import Parameters
import Tables

/// The figures of a scenario that a page shows, each by the year to 31 March.
struct ScenarioFigures: Sendable, Equatable {
  /// Headline figures by measure.
  var headline: [String: [Int: RunFigure]] = [:]
  /// Children looked after on 31 March.
  var children: [Int: RunFigure] = [:]
  /// Net spending with the programme, £ million in cash.
  var spending: [Int: RunFigure] = [:]
  /// £ million in cash.
  var funding: [Int: RunFigure] = [:]
  /// Spending less funding, £ million in cash.
  var gap: [Int: RunFigure] = [:]
  /// The gap less the baseline's, added up to the last year, by component and as `Total`; £ million
  /// in cash. Empty for a baseline.
  var split: [String: RunFigure] = [:]

  /// The years of the run.
  var years: [Int] { Set(children.keys).union(gap.keys).sorted() }
}

/// Reads the figures of all scenarios of a run.
struct FiguresReader {
  /// The place that the tables are read for: England where the run has it, else the first.
  let place: String
  private let files: RunFolder
  private let children: RunTable
  private let isOfPlace: (RunTable, Int) -> Bool

  private static let million = 1e-6
  private static let place = ["geographic_level", "scenario", "time_period"]

  init(_ files: RunFolder) throws {
    self.files = files
    children = try files.table(
      "ees/cs_children_looked_after.csv",
      needed: Self.place + ["placement", "age_group", "children_count"])
    func area(_ table: RunTable, _ row: Int) -> String {
      ["la_name", "region_name", "country_name"].map { table.text($0, row) }.first { !$0.isEmpty }
        ?? ""
    }
    let table = children
    func isNational(_ table: RunTable, _ row: Int) -> Bool {
      table.text("geographic_level", row) == "National"
    }
    let national = (0..<table.count).first { isNational(table, $0) }
    let name = table.count == 0 ? "" : area(table, national ?? 0)
    place = name
    isOfPlace =
      national != nil ? isNational : { !isNational($0, $1) && area($0, $1) == name }
  }

  /// The figures of a scenario by its id and title.
  ///
  /// - Throws: `ReportError.noFile`, `InputError`.
  func figures() throws -> (_ id: String, _ title: String) -> ScenarioFigures {
    var byID: [String: ScenarioFigures] = [:]
    let headline = try files.table(
      "headline.csv", needed: ["scenario", "measure", "year", "value", "estimate_type"])
    for row in 0..<headline.count {
      guard let figure = try headline.figure("value", row),
        let year = Int(headline.text("year", row))
      else { continue }
      byID[headline.text("scenario", row), default: ScenarioFigures()]
        .headline[headline.text("measure", row), default: [:]][year] = figure
    }
    var byTitle: [String: ScenarioFigures] = [:]
    try add(children, at: \.children, "children_count", to: &byTitle, yearDigits: 4) {
      children.text("placement", $0) == "Total" && children.text("age_group", $0) == "Total"
    }
    try addMoney(to: &byTitle)
    return { [byID, byTitle] id, title in
      var figures = byTitle[title] ?? ScenarioFigures()
      figures.headline = byID[id]?.headline ?? [:]
      return figures
    }
  }

  private func addMoney(to byTitle: inout [String: ScenarioFigures]) throws {
    let gaps = try files.tableIfAny(
      "ees/cs_funding_gap.csv",
      needed: Self.place + ["price_basis", "expenditure_sum", "funding_sum", "gap_sum"])
    if let gaps {
      for (path, column) in [
        (\ScenarioFigures.spending, "expenditure_sum"), (\.funding, "funding_sum"),
        (\.gap, "gap_sum"),
      ] {
        try add(gaps, at: path, column, to: &byTitle, yearDigits: 6, scale: Self.million) {
          gaps.text("price_basis", $0) == "Cash"
        }
      }
    }
    let splits = try files.tableIfAny(
      "ees/cs_gap_split.csv",
      needed: Self.place + ["price_basis", "gap_component", "gap_difference_cumulative_sum"])
    guard let splits else { return }
    // Rows come by year, so that the last of a component is that of the last year.
    for row in 0..<splits.count
    where isOfPlace(splits, row) && splits.text("price_basis", row) == "Cash" {
      let figure = try splits.figure(
        "gap_difference_cumulative_sum", row, scale: Self.million)
      byTitle[splits.text("scenario", row), default: ScenarioFigures()]
        .split[splits.text("gap_component", row)] = figure
    }
  }

  /// Adds the figures of a column, by year; markers are left out.
  private func add(
    _ table: RunTable, at path: WritableKeyPath<ScenarioFigures, [Int: RunFigure]>,
    _ column: String, to byTitle: inout [String: ScenarioFigures], yearDigits: Int,
    scale: Double = 1, where isWanted: (Int) -> Bool
  ) throws {
    for row in 0..<table.count where isOfPlace(table, row) && isWanted(row) {
      guard let figure = try table.figure(column, row, scale: scale),
        let period = Int(table.text("time_period", row))
      else { continue }
      // A financial year is written 202425 and ends in 2025.
      let year = yearDigits == 6 ? period / 100 + 1 : period
      byTitle[table.text("scenario", row), default: ScenarioFigures()][keyPath: path][year] = figure
    }
  }
}
