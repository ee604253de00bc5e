import CareModel
import Parameters
import Scenarios
import Statistics

/// Scenarios of a run beside its first one, for the terminal: in each measure the first scenario,
/// every other one, and the difference.
public struct ComparisonSummary: Sendable {
  /// The results.
  public let results: RunResults

  /// The summary of a run with two scenarios or more.
  public init(of results: RunResults) {
    precondition(results.scenarios.count > 1, "one scenario has nothing to be compared with")
    self.results = results
  }

  /// The projected years shown: the first, the middle one and the last.
  var years: [Int] {
    let years = results.scenarios[0].projection.years.map(\.year)
    return Set([0, (years.count - 1) / 2, years.count - 1]).sorted().map { years[$0] }
  }

  /// The tables as text, blank lines between them; then the present value of what differs. Of children
  /// in care alone, what there is.
  ///
  /// - Parameters:
  ///   - width: The most characters in a line.
  ///   - style: Whether a chart of all years stands beside the figures of those shown.
  /// - Throws: `InputError` where a discount rate is missing.
  public func text(width: Int = 80, style: TerminalStyle = .plain) throws -> String {
    let tables = (HeadlineFigure.behind + HeadlineFigure.all).flatMap { figure in
      figure.measures.compactMap { table(of: figure, $0, width: width, style) }
    }
    let values = results.coverage == .everything ? [try presentValues(width: width)] : []
    return (tables + values).joined(separator: "\n")
  }

  private func table(
    of figure: HeadlineFigure, _ measure: HeadlineFigure.Measure, width: Int,
    _ style: TerminalStyle
  ) -> String? {
    let values = results.scenarios.map { measure.values($0, results) }
    if results.coverage != .everything, values.allSatisfy(\.isEmpty) { return nil }
    var table = TextTable(
      columns: [.text("Year to 31 March")] + years.map { .number("\($0)") }
        + (style.hasCharts ? [.text("All years")] : []))
    let charts = Sparkline.texts(values.map(\.numbers)).map { style.hasCharts ? [$0] : [] }
    let text = { (value: IndicatorValue?) in
      HeadlineSummary.text(value, decimals: measure.decimals)
    }
    table.add([results.scenarios[0].title] + years.map { text(values[0][$0]) } + charts[0])
    for ((scenario, value), chart) in zip(zip(results.scenarios, values), charts).dropFirst() {
      table.add([scenario.title] + years.map { text(value[$0]) } + chart)
      table.add(
        ["  difference"]
          + years.map { text(Self.difference(value[$0], values[0][$0])) } + chart.map { _ in "" })
    }
    return style.heading("\(figure.label), \(measure.label)") + "\n" + table.text(width: width)
  }

  /// What a scenario has beyond the first one, none counted as 0 where only one has a figure; `nil`
  /// where neither has.
  private static func difference(_ a: IndicatorValue?, _ b: IndicatorValue?) -> IndicatorValue? {
    guard a != nil || b != nil else { return nil }
    return (a ?? .number(0)).plus((b ?? .number(0)).negated)
  }

  /// The difference in net spending over all projected years, in real terms and discounted.
  private func presentValues(width: Int) throws -> String {
    let first = results.scenarios[0]
    let years = first.projection.financialYears
    let schedule = try DiscountSchedule(
      "standard", on: years[0].start, from: first.assumptions.parameters)
    let real = { (scenario: RunResults.Scenario) in
      years.map { year in
        (scenario.projection.spending.real(in: year).net
          + scenario.projection.programme.real(in: year)).central
      }
    }
    let base = real(first)
    var table = TextTable(columns: [.text("Beside \(first.title)"), .number("£m")])
    for scenario in results.scenarios.dropFirst() {
      let value = schedule.presentValue(zip(real(scenario), base).map { $0 - $1 })
      table.add([scenario.title, FixedDecimal.grouped(value / 1e6, decimals: 0)])
    }
    return """
      Present value of the difference in net spending, \(years[0].label) to \(years.last!.label),
      in \(first.projection.spending.priceYear.label) prices, discounted at the Green Book's standard rates

      """ + table.text(width: width)
  }
}
