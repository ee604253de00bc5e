import CareModel
import Parameters
import Statistics

extension Catalogue {
  /// Net spending against funding.
  static let fundingGap = CatalogueTable<RunResults>(
    stem: "cs_funding_gap", title: "Funding gap of children's services",
    time: .financialYear, estimateHint: "The gap of past years is not published",
    indicators: [
      amount("expenditure_sum", "Net current expenditure, with the reform programme") {
        $0.spending
      },
      amount("funding_sum", "Funding") { $0.funding },
      amount("gap_sum", "Gap: net expenditure less funding; below 0 a surplus") { $0.gap },
      amount("gap_cumulative_sum", "Cumulative gap from the first projected year on") {
        $0.cumulative
      },
    ],
    filters: { results in [.priceBasis(results, \.terms)] }
  ) { scenario, results in
    let projection = scenario.projection
    let deflator = try results.deflator(of: scenario)
    let factors = projection.gap.years.map {
      deflator.restated(1, from: $0.year, to: projection.spending.priceYear)
    }
    let none = projection.gap.years.map { _ in Uncertain(1) }
    return [(PriceTerms.cash, none), (.real, factors)].flatMap { terms, factors in
      var cumulative = Uncertain.zero
      return zip(projection.gap.years, factors).map { year, factor in
        cumulative += year.gap * factor
        return ScenarioRow(
          scenario: scenario.title, estimate: .projection, period: year.year.code,
          cell: GapCell(
            terms: terms, spending: year.spending * factor, funding: year.funding * factor,
            gap: year.gap * factor, cumulative: cumulative))
      }
    }
  }

  private static func amount(
    _ id: String, _ label: String, _ part: @escaping @Sendable (GapCell) -> Uncertain
  ) -> IndicatorColumn<ScenarioRow<GapCell>> {
    IndicatorColumn(id: id, label: label, unit: .pounds, decimals: 0) { .number(part($0.cell)) }
  }

  private struct GapCell: Sendable {
    let terms: PriceTerms
    let spending: Uncertain
    let funding: Uncertain
    let gap: Uncertain
    let cumulative: Uncertain
  }
}
