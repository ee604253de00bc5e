public import Ensemble
import Parameters
import Statistics

/// Intervals of the numbers of a run, for every cell of its tables and every headline figure.
public struct RunIntervals: Sendable {
  /// The draws behind them.
  public let ensemble: Ensemble
  /// What the draws rest on.
  private let count: DrawCount
  /// By table, then row and indicator.
  private let tables: [String: [[Interval?]]]
  private let headline: [HeadlineKey: Interval]
  /// The headline figures that vary, in every draw: of the central run, then of draws 1, 2, …
  let headlineDraws: [HeadlineKey: [Double]]

  /// What the ends are, for readers.
  public static let label = "95% interval"

  /// What the intervals are, for readers.
  public var sentence: String {
    "Lower and upper are the 2.5th and 97.5th percentile of \(ensemble.draws) draws (seed "
      + "\(ensemble.seed)). \(count.text). Rates of children in care and prices also move away from "
      + "their trends year by year, by assumed innovations. What is assumed stays so: how fast "
      + "trends fade, unit costs by provider, shares of care leavers, the opening deficit and more "
      + "(assumptions.csv). Effects of levers are not drawn."
  }

  /// A headline figure of a scenario and year.
  struct HeadlineKey: Hashable {
    let scenario: String
    let measure: String
    let year: Int
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
    _ results: @Sendable (ParameterDraws) throws -> RunResults
  ) throws {
    let layout = try RunNumbers(of: central)
    let cells = layout.values.count - layout.headline.count
    let (intervals, kept) = try ensemble.intervals(keeping: cells..<layout.values.count) { draws in
      let numbers = try RunNumbers(of: results(draws))
      precondition(
        numbers.values.count == layout.values.count,
        "a tile has \(numbers.values.count) numbers, the central run \(layout.values.count)")
      return numbers.values
    }
    self.ensemble = ensemble
    self.count = count
    var next = 0
    tables = layout.tables.reduce(into: [:]) { tables, table in
      tables[table.stem] = (0..<table.rows).map { _ in
        defer { next += table.indicators }
        return Array(intervals[next..<(next + table.indicators)])
      }
    }
    headline = zip(layout.headline, intervals[cells...]).reduce(into: [:]) {
      $0[$1.0] = $1.1
    }
    headlineDraws = zip(layout.headline, kept).reduce(into: [:]) {
      if $1.1.count > 1 { $0[$1.0] = $1.1 }
    }
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

/// All numbers of a run in a fixed order: the cells of its tables, then the headline figures.
private struct RunNumbers {
  private(set) var tables: [(stem: String, rows: Int, indicators: Int)] = []
  private(set) var headline: [RunIntervals.HeadlineKey] = []
  private(set) var values: [Uncertain?] = []

  init(of results: RunResults) throws {
    // One table after another, so that one alone is in memory.
    for table in Catalogue.all {
      guard let made = try table.tableIfAny(of: results) else { continue }
      tables.append((made.stem, made.rows.count, made.indicators.count))
      for row in made.rows { values += row.values.map(\.uncertain) }
    }
    for scenario in results.scenarios {
      for measure in HeadlineFigure.all.flatMap(\.measures) {
        for (year, value) in measure.values(scenario, results).sorted(by: { $0.key < $1.key }) {
          headline.append(
            RunIntervals.HeadlineKey(scenario: scenario.id, measure: measure.id, year: year))
          values.append(value.uncertain)
        }
      }
    }
  }
}

extension IndicatorValue {
  /// The number, or `nil` where there is a marker.
  fileprivate var uncertain: Uncertain? {
    if case .number(let number) = self { number } else { nil }
  }
}
