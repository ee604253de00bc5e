import CareModel
import Parameters
import Scenarios
import Statistics

extension Catalogue {
  /// Weeks that children spend in care in a financial year by placement and provider.
  ///
  /// The model keeps council and private or voluntary provision apart in foster care and children's
  /// homes; the rest follows the shares of `placement.provider-share`.
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
      [
        FilterColumn(id: "placement", label: "Placement", item: \.cell.placement),
        FilterColumn(
          id: "provider", label: "Provider",
          hint: "Within a placement type, shares of 31 March 2024 held", item: \.cell.provider),
      ]
    }
  ) { scenario, _ in
    let projection = scenario.projection
    let placements = PlacementRow.all(of: projection.placements)
    return try projection.financialYears.flatMap { year in
      let weeks = try weeks(in: year, of: scenario)
      return placements.flatMap { WeeksCell.all(of: $0, weeks: weeks) }.map {
        ScenarioRow(
          scenario: scenario.title, estimate: .projection, period: year.code, cell: $0)
      }
    }
  }

  /// Weeks of a year, placement type × provider group.
  private static func weeks(
    in year: FinancialYear, of scenario: RunResults.Scenario
  ) throws -> [[Uncertain]] {
    let projection = scenario.projection
    let load = projection.workloads[year]!
    let shares = try PlacementShares(
      "placement.provider-share", categories: ProviderGroup.all.map(\.id),
      placements: projection.placements, in: year, from: scenario.parameters)
    return shares.spread(projection.placements.map { load.childWeeks[$0.id] ?? 0 })
  }

  private struct WeeksCell: Sendable {
    let placement: String
    let provider: String
    let weeks: Uncertain

    /// All providers, then each.
    static func all(of placement: PlacementRow, weeks: [[Uncertain]]) -> [WeeksCell] {
      let groups = ProviderGroup.all.indices.map { group in
        placement.members.reduce(0) { $0 + weeks[$1][group] }
      }
      return [
        WeeksCell(placement: placement.label, provider: "Total", weeks: groups.reduce(0, +))
      ]
        + zip(ProviderGroup.all, groups).map {
          WeeksCell(placement: placement.label, provider: $0.label, weeks: $1)
        }
    }
  }
}
