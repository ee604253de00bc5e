import CareModel
import Parameters
import Scenarios
import Statistics

extension Catalogue {
  /// Children looked after on 31 March by where they live: inside or outside the boundary of the
  /// responsible authority, within 20 miles of home or farther.
  ///
  /// Projected from the stock by placement type and the shares of `placement.distance-share`.
  static let placementDistance = CatalogueTable<RunResults>(
    stem: "cs_placement_distance", title: "Distance from home of children looked after",
    time: .reportingYear,
    estimateHint: "Projections hold the shares of each placement type of 31 March 2024",
    indicators: [
      IndicatorColumn(
        id: "children_count", label: "Number of children looked after on 31 March", decimals: 0,
        writtenDecimals: 1
      ) { $0.cell.children },
      IndicatorColumn(
        id: "children_percent", label: "Share of children looked after on 31 March",
        unit: .percent, decimals: 1, writtenDecimals: 3
      ) { $0.cell.share },
    ],
    filters: { _ in
      [FilterColumn(id: "distance", label: "Locality and distance", item: \.cell.distance)]
    }
  ) { scenario, results in
    let published = results.published
    let outturn = DistanceBand.all.map { distance in
      DistanceCell(
        distance: distance.label, children: published.distance[distance.id]!,
        total: published.distanceTotal)
    }
    let whole = DistanceCell(
      distance: "Total", children: published.distanceTotal, total: published.distanceTotal)
    return try scenario.rows(outturn: [whole] + outturn, of: published.year) {
      try DistanceCell.projected($0, scenario: scenario)
    }
  }

  private struct DistanceCell: Sendable {
    let distance: String
    let children: IndicatorValue
    let share: IndicatorValue

    init(distance: String, children: IndicatorValue, total: IndicatorValue) {
      self.distance = distance
      self.children = children
      share = children.percent(of: total)
    }

    /// All children, then each distance.
    static func projected(
      _ year: ProjectedYear, scenario: RunResults.Scenario
    ) throws -> [DistanceCell] {
      let stock = year.stock.byPlacement
      let shares = try PlacementShares(
        "placement.distance-share", categories: DistanceBand.all.map(\.id),
        placements: scenario.projection.placements, in: year.financialYear,
        from: scenario.parameters)
      let total = IndicatorValue.number(stock.sum())
      let spread = shares.spread(stock)
      let byDistance = DistanceBand.all.indices.map { band in spread.map { $0[band] }.sum() }
      return [DistanceCell(distance: "Total", children: total, total: total)]
        + zip(DistanceBand.all, byDistance).map { distance, children in
          DistanceCell(distance: distance.label, children: .number(children), total: total)
        }
    }
  }
}
