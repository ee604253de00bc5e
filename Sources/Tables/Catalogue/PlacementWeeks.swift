import CareModel
import Parameters

extension Catalogue {
  /// Weeks that children spend in care in a financial year by placement.
  static let placementWeeks = CatalogueTable<RunResults>(
    stem: "cs_placement_weeks", title: "Weeks in care in the financial year",
    time: .financialYear, estimateHint: "Weeks in care are not published for England",
    indicators: [
      IndicatorColumn(
        id: "child_weeks_count", label: "Weeks in care, added up over children", decimals: 0,
        writtenDecimals: 1
      ) { .number($0.cell.weeks) }
    ],
    filters: { _ in
      [FilterColumn(id: "placement", label: "Placement", item: \.cell.placement)]
    }
  ) { scenario, _ in
    let projection = scenario.projection
    return projection.financialYears.flatMap { year in
      let load = projection.workloads[year]!
      let cells =
        [WeeksCell(placement: "Total", weeks: load.totalChildWeeks)]
        + projection.placements.map {
          WeeksCell(placement: $0.label, weeks: load.childWeeks[$0.id] ?? 0)
        }
      return cells.map {
        ScenarioRow(
          scenario: scenario.title, estimate: .projection, period: year.code, cell: $0)
      }
    }
  }

  private struct WeeksCell: Sendable {
    let placement: String
    let weeks: Double
  }
}
