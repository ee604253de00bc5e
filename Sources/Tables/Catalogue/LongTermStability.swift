import CareModel
import Statistics

extension Catalogue {
  /// Children in care for long who have lived with the same carer for two years.
  static let longTermStability = CatalogueTable<RunResults>(
    stem: "cs_long_term_stability", title: "Children with the same carer for two years",
    time: .reportingYear,
    estimateHint: "Projections follow from the share with one placement in the year",
    indicators: [
      IndicatorColumn(
        id: "same_carer_percent",
        label: "Share with the same carer for two years, under 16 and looked after for 2.5 years",
        unit: .percent, decimals: 1, writtenDecimals: 3
      ) { $0.cell }
    ],
    filters: { _ in [] }
  ) { scenario, results in
    let projection = scenario.projection
    let outturn = ScenarioRow(
      scenario: scenario.title, estimate: .outturn, period: results.published.year,
      cell: results.published.sameCarer)
    return [outturn]
      + zip(projection.years, projection.longTermStability).map { year, share in
        ScenarioRow(
          scenario: scenario.title, estimate: .projection, period: year.year,
          cell: IndicatorValue.number(100 * share))
      }
  }
}
