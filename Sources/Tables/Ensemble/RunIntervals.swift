import CareModel
public import Ensemble
import Parameters
import Statistics

/// Intervals of the numbers of a run, for every cell of its tables and every headline figure.
public struct RunIntervals: Sendable {
  /// The draws behind them.
  public let ensemble: Ensemble
  /// What the draws rest on.
  let count: DrawCount
  /// The results of England in the draws of a tile.
  let results: @Sendable (ParameterDraws) throws -> RunResults
  /// By table, then row and indicator.
  private let tables: [String: [[Interval?]]]
  private let headline: [HeadlineKey: Interval]
  /// The headline figures that vary, in every draw: of the central run, then of draws 1, 2, …
  let headlineDraws: [HeadlineKey: [Double]]
  private let spendingDraws: [SpendingKey: [Double]]

  /// What the ends are, for readers.
  public static let label = "95% interval"

  /// What the intervals are, for readers.
  public var sentence: String {
    "Lower and upper are the 2.5th and 97.5th percentile of \(ensemble.draws) draws (seed "
      + "\(ensemble.seed)). \(count.text). "
      + (count.coverage == .everything
        ? "Rates of children in care and prices also move away from "
          + "their trends year by year. Still assumed, among others: how fast trends fade, unit costs "
          + "by provider, shares of care leavers, the opening deficit (assumptions.csv). Effects of "
          + "levers are not drawn."
        : "Rates of children in care also move away from their trends year by year. Still assumed: "
          + "how fast trends fade and how far rates move (assumptions.csv). The population is not drawn.")
  }

  /// A headline figure of a scenario and year.
  struct HeadlineKey: Hashable {
    let scenario: String
    let measure: String
    let year: Int
  }

  /// Net spending with the programme, under a scenario in a year.
  struct SpendingKey: Hashable {
    let scenario: String
    let year: FinancialYear
  }

  /// The intervals of a run.
  ///
  /// - Parameters:
  ///   - ensemble: The draws.
  ///   - central: The results of the central run.
  ///   - count: What the draws rest on.
  ///   - results: The results in the draws of a tile, of the same scenarios and years.
  /// - Throws: What the making of tables and `results` throw.
  init(
    _ ensemble: Ensemble, about central: RunResults, counting count: DrawCount,
    _ results: @escaping @Sendable (ParameterDraws) throws -> RunResults
  ) throws {
    let layout = try RunLayout(of: central)
    let summary = try ensemble.summary(keeping: layout.kept) { draws in
      try layout.numbers(of: results(draws))
    }
    self.init(ensemble, of: summary, in: layout, counting: count, results)
  }

  /// The intervals that draws come to.
  ///
  /// - Parameters:
  ///   - ensemble: The draws.
  ///   - summary: The intervals of all numbers of the layout.
  ///   - layout: Where the numbers lie.
  ///   - count: What the draws rest on.
  ///   - results: The results of England in the draws of a tile.
  init(
    _ ensemble: Ensemble, of summary: Ensemble.Summary, in layout: RunLayout,
    counting count: DrawCount, _ results: @escaping @Sendable (ParameterDraws) throws -> RunResults
  ) {
    self.ensemble = ensemble
    self.count = count
    self.results = results
    let intervals = summary.intervals
    var next = 0
    tables = layout.tables.reduce(into: [:]) { tables, entry in
      let (rows, indicators) = (entry.layout.rows, entry.layout.indicators)
      tables[entry.table.stem] = (0..<rows).map { _ in
        defer { next += indicators }
        return Array(intervals[next..<(next + indicators)])
      }
    }
    headline = zip(layout.headline, intervals[next...]).reduce(into: [:]) { $0[$1.0] = $1.1 }
    headlineDraws = zip(layout.headline, summary.kept).reduce(into: [:]) {
      if $1.1.count > 1 { $0[$1.0] = $1.1 }
    }
    spendingDraws = zip(layout.spending, summary.kept.dropFirst(layout.headline.count))
      .reduce(into: [:]) { $0[$1.0] = $1.1 }
  }

  /// Net spending with the programme, pounds in cash: of the central run, then of draws 1, 2, …
  func spending(_ scenario: String, _ year: FinancialYear) -> [Double] {
    spendingDraws[SpendingKey(scenario: scenario, year: year)]!
  }

  /// The interval of a headline figure; `nil` where it does not vary.
  func headline(_ scenario: String, _ measure: String, _ year: Int) -> Interval? {
    headline[HeadlineKey(scenario: scenario, measure: measure, year: year)]
  }

  /// A table with the ends of each cell's interval in two columns beside it.
  func widened(_ table: OutputTable) -> OutputTable {
    guard let intervals = tables[table.stem] else {
      preconditionFailure("no intervals of \(table.stem)")
    }
    return table.with(intervals: intervals)
  }
}
