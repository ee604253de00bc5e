import CareModel
import Parameters
import Statistics

/// One of the four headline figures, or of the figures behind them, in the measures in which it is
/// told.
struct HeadlineFigure: Sendable {
  /// `H1` to `H4`; `B1` and on for what stands behind them.
  let id: String
  /// What it is, for a reader.
  let label: String
  /// The measures, the leading one first.
  let measures: [Measure]

  /// A way to measure the figure.
  struct Measure: Sendable {
    /// snake_case.
    let id: String
    /// What it is, for a reader.
    let label: String
    /// What it is measured in.
    let unit: IndicatorUnit
    /// Decimals shown to a reader.
    let decimals: Int
    /// Whether the figure of the opening year is a published one.
    let isPublished: Bool
    /// Whether the summary shows every year with their sum, as for a programme of a few years.
    var isAddedUp = false
    /// The figures by the year in which they end; a marker where there is none.
    let values: @Sendable (RunResults.Scenario, RunResults) -> [Int: IndicatorValue]
  }

  /// The four figures.
  static let all: [HeadlineFigure] = [programme, gap, stability, neet]

  /// What stands behind them, for comparisons.
  static let behind: [HeadlineFigure] = [children, spending]

  /// The figures that a run shows: where only children in care are projected, their number first.
  static func shown(of results: RunResults) -> [HeadlineFigure] {
    results.coverage == .everything ? all : [children] + all
  }

  private static let million: Uncertain = 1e6

  private static let children = HeadlineFigure(
    id: "B1", label: "Children looked after",
    measures: [
      count("children", "on 31 March") { $0.stock.total },
      count("entries", "entering in the year") { $0.sum(\.entered) },
      count("exits", "leaving in the year") { $0.sum(\.exited) },
    ])

  private static let spending = HeadlineFigure(
    id: "B2", label: "Net spending",
    measures: [
      Measure(
        id: "net_spending", label: "£m, with the programme, in cash", unit: .millionPounds,
        decimals: 0, isPublished: false
      ) { scenario, _ in
        let projection = scenario.projection
        guard projection.coverage == .everything else { return [:] }
        return Dictionary(
          uniqueKeysWithValues: projection.financialYears.map {
            ($0.endingIn, .number(projection.netSpending(in: $0) / million))
          })
      }
    ])

  private static func count(
    _ id: String, _ label: String, _ quantity: @escaping @Sendable (ProjectedYear) -> Uncertain
  ) -> Measure {
    Measure(id: id, label: label, unit: .none, decimals: 0, isPublished: false) { scenario, _ in
      Dictionary(
        uniqueKeysWithValues: scenario.projection.years.map { ($0.year, .number(quantity($0))) })
    }
  }

  private static let programme = HeadlineFigure(
    id: "H1", label: "Programme spending",
    measures: [
      money("programme_cash", "in cash", isAddedUp: true) { headline in
        headline.programme.map { ($0.year, $0.cash) }
      },
      money("programme_real", "in 2024-25 prices", isAddedUp: true) { headline in
        headline.programme.map { ($0.year, $0.real) }
      },
    ])

  private static let gap = HeadlineFigure(
    id: "H2", label: "Funding gap, net",
    measures: [
      money("gap", "of the year, in cash") { headline in
        headline.gap.map { ($0.year, $0.gap) }
      },
      money("gap_cumulative", "added up, in cash") { headline in
        headline.gap.map { ($0.year, $0.cumulative) }
      },
    ])

  private static let stability = HeadlineFigure(
    id: "H3", label: "Children looked after",
    measures: [
      share("two_or_more_placements", "with two or more placements in the year") {
        results in
        let published = results.published
        return published.placementsSoFar[1].plus(published.placementsSoFar[2])
          .percent(of: published.placementsSoFarTotal)
      } projected: { headline in
        headline.stability.map { ($0.year, 100 * $0.shareTwoOrMore) }
      },
      share("three_or_more_placements", "with three or more placements in the year") {
        $0.published.placementsSoFar[2].percent(of: $0.published.placementsSoFarTotal)
      } projected: { headline in
        headline.stability.map { ($0.year, 100 * $0.shareThreeOrMore) }
      },
    ])

  private static let neet = HeadlineFigure(
    id: "H4", label: "Care leavers aged 19 to 21",
    measures: [
      share("neet_share", "not in education, employment or training") {
        $0.neet.percent(of: $0.careLeavers)
      } projected: { headline in
        headline.neet.map { ($0.year, 100 * $0.share) }
      },
      Measure(id: "neet_number", label: "their number", unit: .none, decimals: 0, isPublished: true)
      { scenario, results in
        values(
          results.neet, results, scenario.headline.neet.map { ($0.year, $0.number) })
      },
    ])

  private static func money(
    _ id: String, _ label: String, isAddedUp: Bool = false,
    _ amounts: @escaping @Sendable (Headline) -> [(FinancialYear, Uncertain)]
  ) -> Measure {
    Measure(
      id: id, label: "£m, " + label, unit: .millionPounds, decimals: 0, isPublished: false,
      isAddedUp: isAddedUp,
      values: { scenario, _ in
        Dictionary(
          uniqueKeysWithValues: amounts(scenario.headline).map {
            ($0.endingIn, .number($1 / million))
          })
      })
  }

  private static func share(
    _ id: String, _ label: String, published: @escaping @Sendable (RunResults) -> IndicatorValue,
    projected: @escaping @Sendable (Headline) -> [(Int, Uncertain)]
  ) -> Measure {
    Measure(
      id: id, label: "%, " + label, unit: .percent, decimals: 1, isPublished: true
    ) { scenario, results in
      values(published(results), results, projected(scenario.headline))
    }
  }

  private static func values(
    _ published: IndicatorValue, _ results: RunResults, _ projected: [(Int, Uncertain)]
  ) -> [Int: IndicatorValue] {
    guard !projected.isEmpty else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: [(results.published.year, published)]
        + projected.map { ($0, .number($1)) })
  }
}

extension RunResults {
  /// Published care leavers aged 19 to 21 not in education, employment or training.
  fileprivate var neet: IndicatorValue { leavers("neet") }
  /// Published care leavers aged 19 to 21.
  fileprivate var careLeavers: IndicatorValue { leavers("Total") }

  private func leavers(_ category: String) -> IndicatorValue {
    let group = CareLeaverActivityGroup.all.first { $0.category == category }!
    return published.activity[.nineteenToTwentyOne]![group]!
  }
}
