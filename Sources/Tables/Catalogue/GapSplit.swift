import CareModel
import Parameters
import Statistics

extension Catalogue {
  /// How the gap of a scenario differs from that of its baseline, and through what.
  static let gapSplit = CatalogueTable<RunResults>(
    stem: "cs_gap_split", title: "Difference of the funding gap from the baseline, by cause",
    time: .financialYear, estimateHint: "Differences are between projections",
    indicators: [
      amount("gap_difference_sum", "Gap less the baseline's gap, part due to the component") {
        $0.difference
      },
      amount("gap_difference_cumulative_sum", "The same, added up from the first projected year") {
        $0.cumulative
      },
    ],
    filters: { results in
      [
        FilterColumn(
          id: "gap_component", label: "Component",
          hint: "How many children, where they live, what that costs, and funding",
          item: \.cell.component),
        .priceBasis(results, \.terms),
      ]
    }
  ) { scenario, results in
    guard let baseline = results.base(of: scenario)?.projection else { return [] }
    let projection = scenario.projection
    let deflator = try results.deflator(of: scenario)
    let priceYear = projection.spending.priceYear
    var sums: [Key: Uncertain] = [:]
    return projection.financialYears.flatMap { year in
      let split = CareModel.GapSplit(from: baseline, to: projection, over: [year])
      let parts =
        [("Total", split.difference)] + GapComponent.allCases.map { ($0.label, split[$0]) }
      let factor = deflator.restated(1, from: year, to: priceYear)
      return [(PriceTerms.cash, 1), (.real, factor)].flatMap { terms, factor in
        parts.map { component, part in
          let key = Key(component: component, terms: terms)
          sums[key, default: 0] += part * factor
          return ScenarioRow(
            scenario: scenario.title, estimate: .projection, period: year.code,
            cell: SplitCell(
              component: component, terms: terms, difference: part * factor,
              cumulative: sums[key]!))
        }
      }
    }
  }

  private static func amount(
    _ id: String, _ label: String, _ part: @escaping @Sendable (SplitCell) -> Uncertain
  ) -> IndicatorColumn<ScenarioRow<SplitCell>> {
    IndicatorColumn(id: id, label: label, unit: .pounds, decimals: 0) { .number(part($0.cell)) }
  }

  private struct Key: Hashable {
    let component: String
    let terms: PriceTerms
  }

  private struct SplitCell: Sendable {
    let component: String
    let terms: PriceTerms
    let difference: Uncertain
    let cumulative: Uncertain
  }
}
