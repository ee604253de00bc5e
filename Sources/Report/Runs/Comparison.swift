import Parameters

/// The scenarios of one run or of several, side by side.
public struct Comparison: Sendable {
  let runs: [ReportedRun]
  let scenarios: [Scenario]
  /// The years of the figures, to 31 March.
  let years: [Int]

  /// A scenario as a page shows it.
  struct Scenario: Sendable {
    /// What it is called; with its run where others are called the same.
    let title: String
    let question: String
    /// The scenario that it is compared with, by its place in the list; `nil` for one that is not.
    let base: Int?
    let run: ReportedRun
    let figures: ScenarioFigures
    let changes: [LeverChange]
  }

  /// Most scenarios: as many as there are styles of lines.
  static let mostScenarios = LineStyle.all.count

  /// Puts runs beside each other. A scenario that several have with the same figures is shown once.
  ///
  /// - Parameter runs: At least one.
  /// - Throws: `ReportError.apart` where runs differ in version, data, years or place;
  ///   `tooManyScenarios`.
  public init(_ runs: [ReportedRun]) throws {
    precondition(!runs.isEmpty, "a page of 0 runs")
    for run in runs.dropFirst() { try Self.check(run, beside: runs[0]) }
    var kept: [(run: ReportedRun, scenario: ReportedRun.Scenario)] = []
    var bases: [Int?] = []
    for run in runs {
      let isKnown = run.scenarios.map { scenario in
        kept.firstIndex {
          $0.scenario.id == scenario.id && $0.scenario.figures == scenario.figures
        }
      }
      // A run's first base, wherever it is shown, is what its other scenarios are compared with.
      let base = run.scenarios.firstIndex { $0.words.isBase }
      let first = kept.count
      let places = isKnown.indices.map { index in
        isKnown[index] ?? first + isKnown[..<index].count { $0 == nil }
      }
      for (index, scenario) in run.scenarios.enumerated() where isKnown[index] == nil {
        kept.append((run, scenario))
        bases.append(base.flatMap { $0 == index ? nil : places[$0] })
      }
    }
    guard kept.count <= Self.mostScenarios else {
      throw ReportError.tooManyScenarios(kept.count, most: Self.mostScenarios)
    }
    self.runs = runs
    years = kept[0].scenario.figures.years
    let titles = kept.map(\.scenario.words.title)
    scenarios = zip(kept, bases).map { kept, base in
      let title = kept.scenario.words.title
      let isShared = titles.count { $0 == title } > 1
      let names = runs.map(\.name)
      let run = Set(names).count == names.count ? kept.run.name : kept.run.folder
      return Scenario(
        title: isShared ? "\(title), \(run)" : title,
        question: kept.scenario.words.question, base: base, run: kept.run,
        figures: kept.scenario.figures, changes: kept.scenario.changes)
    }
  }

  /// Whether any figure has a range.
  var hasRanges: Bool { runs.contains { $0.draws != nil } }

  /// The place that children, spending and funding are of.
  var place: String { runs[0].place }

  private static func check(_ run: ReportedRun, beside first: ReportedRun) throws(ReportError) {
    func years(_ run: ReportedRun) -> String {
      let years = run.scenarios.flatMap(\.figures.years)
      return "\(years.min() ?? 0) to \(years.max() ?? 0)"
    }
    let facts: [(String, (ReportedRun) -> String)] = [
      ("the version", { $0.summary.version }), ("the digest of the data", { $0.summary.data }),
      ("the years", years), ("the place", { $0.place }),
    ]
    for (what, fact) in facts where fact(run) != fact(first) {
      throw .apart(
        first.folder, run.folder, what: what, first: fact(first), second: fact(run))
    }
  }
}
