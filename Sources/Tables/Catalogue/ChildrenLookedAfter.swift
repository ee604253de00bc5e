import CareModel
import Statistics

extension Catalogue {
  /// Children looked after on 31 March by placement and age.
  static let childrenLookedAfter = CatalogueTable<RunResults>(
    stem: "cs_children_looked_after", title: "Children looked after on 31 March",
    time: .reportingYear,
    estimateHint: "Outturn by placement and age together is estimated from published totals",
    needs: .childrenInCare,
    indicators: [
      IndicatorColumn(
        id: "children_count", label: "Number of children looked after on 31 March", decimals: 0,
        writtenDecimals: 1
      ) { .number($0.cell.children) }
    ],
    filters: { _ in
      [
        FilterColumn(id: "placement", label: "Placement", item: \.cell.placement),
        FilterColumn(id: "age_group", label: "Age group", item: \.cell.age),
      ]
    }
  ) { scenario, _ in
    let projection = scenario.projection
    let placements = PlacementRow.all(of: projection.placements)
    let opening = ChildGroup.allCases.map { projection.opening[$0]! }.reduce(nil) {
      (sum: CareStock?, stock) in sum.map { $0 + stock } ?? stock
    }!
    let stocks =
      [(EstimateType.outturn, projection.openingYear, opening)]
      + projection.years.map { (.projection, $0.year, $0.stock) }
    return stocks.flatMap { estimate, year, stock in
      StockCell.all(of: stock, placements: placements).map {
        ScenarioRow(scenario: scenario.title, estimate: estimate, period: year, cell: $0)
      }
    }
  }

  private struct StockCell: Sendable {
    let placement: String
    let age: String
    let children: Uncertain

    /// Every placement and sum of them, by every age group and all of them.
    static func all(of stock: CareStock, placements: [PlacementRow]) -> [StockCell] {
      let byAge = AgeGroup.allCases.map { group in
        stock.children[0].indices.map { placement in
          group.ages.reduce(into: Uncertain.zero) { $0 += stock.children[$1][placement] }
        }
      }
      return placements.flatMap { placement in
        let parts = byAge.map { children in
          placement.members.reduce(into: Uncertain.zero) { $0 += children[$1] }
        }
        return [StockCell(placement: placement.label, age: "Total", children: parts.sum())]
          + zip(AgeGroup.allCases, parts).map {
            StockCell(placement: placement.label, age: $0.label, children: $1)
          }
      }
    }
  }
}
