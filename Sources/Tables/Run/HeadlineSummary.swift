import Ensemble
import Parameters
import Statistics

/// The headline figures of a run for the terminal: a few years, one small table for each measure.
public struct HeadlineSummary: Sendable {
  /// The results.
  public let results: RunResults

  /// The summary of a run.
  public init(of results: RunResults) {
    self.results = results
  }

  /// The years shown: the opening one, the one, the five and the ten years after it, as far as the
  /// projection goes, and its last.
  public var years: [Int] {
    let opening = results.published.year
    let last = results.financialYears[results.financialYears.count - 1].endingIn
    return Set([0, 1, 5, 10].map { min(opening + $0, last) }).sorted()
  }

  /// The tables as text, blank lines between them; a measure without any figure is left out.
  ///
  /// - Parameters:
  ///   - width: The most characters in a line.
  ///   - style: Whether a chart of all years stands beside the figures of those shown.
  public func text(width: Int = 80, style: TerminalStyle = .plain) -> String {
    HeadlineFigure.shown(of: results).flatMap { figure in
      figure.measures.compactMap { table(of: figure, $0, width: width, style) }
    }.joined(separator: "\n")
  }

  private func table(
    of figure: HeadlineFigure, _ measure: HeadlineFigure.Measure, width: Int,
    _ style: TerminalStyle
  ) -> String? {
    let values = results.scenarios.map { measure.values($0, results) }
    guard values.contains(where: { !$0.isEmpty }) else { return nil }
    let opening = results.published.year
    let years =
      measure.isAddedUp
      ? Set(values.flatMap(\.keys)).sorted()
      : self.years.filter { $0 != opening || measure.isPublished }
    let hasChart = style.hasCharts && !measure.isAddedUp
    var table = TextTable(
      columns: [.text("Year to 31 March")]
        + years.map { .number($0 == opening ? "\($0) outturn" : String($0)) }
        + (measure.isAddedUp ? [.number("All")] : []) + (hasChart ? [.text("All years")] : []))
    let charts = Sparkline.texts(values.map(\.numbers))
    for ((scenario, values), chart) in zip(zip(results.scenarios, values), charts) {
      let cells = years.map { Self.text(values[$0], decimals: measure.decimals) }
      let sum = years.reduce(0.0) { sum, year in
        if case .number(let number) = values[year] { sum + number.central } else { sum }
      }
      table.add(
        [scenario.title] + cells
          + (measure.isAddedUp ? [FixedDecimal.grouped(sum, decimals: measure.decimals)] : [])
          + (hasChart ? [chart] : []))
      addInterval(of: measure, in: scenario, years, to: &table)
    }
    let caveat = results.intervals.map { _ in "    Lower, upper: \(RunIntervals.label)\n" } ?? ""
    return style.heading("\(figure.id)  \(figure.label), \(measure.label)") + "\n" + caveat
      + table.text(width: width)
  }

  /// Two rows with the ends of the interval of every figure of a scenario, if one varies.
  private func addInterval(
    of measure: HeadlineFigure.Measure, in scenario: RunResults.Scenario, _ years: [Int],
    to table: inout TextTable
  ) {
    guard let intervals = results.intervals else { return }
    let ends = years.map { intervals.headline(scenario.id, measure.id, $0) }
    guard ends.contains(where: { $0 != nil }) else { return }
    let others = [String](repeating: "", count: table.columns.count - 1 - years.count)
    for (label, end) in [("  lower", \Interval.lower), ("  upper", \Interval.upper)] {
      table.add(
        [label]
          + ends.map { interval in
            interval.map {
              FixedDecimal.grouped($0[keyPath: end], decimals: measure.decimals)
            } ?? ""
          } + others)
    }
  }

  /// A figure as a reader sees it; a hyphen where there is none.
  static func text(_ value: IndicatorValue?, decimals: Int) -> String {
    switch value {
    case .number(let number): FixedDecimal.grouped(number.central, decimals: decimals)
    case .marker(let marker): marker.rawValue
    case nil: "-"
    }
  }
}
