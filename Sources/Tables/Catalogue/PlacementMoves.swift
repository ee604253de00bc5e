import CareModel
import Statistics

extension Catalogue {
  /// Children looked after on 31 March by how many placements they had in the year, and the moves.
  static let placementMoves = CatalogueTable<RunResults>(
    stem: "cs_placement_moves", title: "Placements in the year of children looked after",
    time: .reportingYear,
    estimateHint: "Outturn is of the release that has all three groups",
    needs: .childrenInCare,
    indicators: [
      IndicatorColumn(
        id: "children_count", label: "Number of children looked after on 31 March", decimals: 0,
        writtenDecimals: 1
      ) { $0.cell.children },
      IndicatorColumn(
        id: "children_percent", label: "Share of children looked after on 31 March",
        unit: .percent, decimals: 1, writtenDecimals: 3
      ) { $0.cell.share },
      IndicatorColumn(
        id: "moves_count", label: "Moves in the year, also of children who have left care since",
        decimals: 0, writtenDecimals: 1
      ) { $0.cell.moves },
    ],
    filters: { _ in
      [
        FilterColumn(
          id: "placement_stability", label: "Placements in the year",
          hint: "The placement held on 1 April counts", item: \.cell.stability)
      ]
    }
  ) { scenario, results in
    let published = results.published
    let outturn = StabilityCell.all(
      children: published.placementsSoFar, total: published.placementsSoFarTotal,
      moves: .marker(.notAvailable))
    return scenario.rows(outturn: outturn, of: published.year) { year in
      let children = year.placementsSoFar()
      return StabilityCell.all(
        children: children.map(IndicatorValue.number), total: .number(children.sum()),
        moves: .number(year.sum(\.moved)))
    }
  }

  private struct StabilityCell: Sendable {
    let stability: String
    let children: IndicatorValue
    let share: IndicatorValue
    let moves: IndicatorValue

    /// All children, then those with 1, 2 and 3 or more placements; moves are of all.
    static func all(
      children: [IndicatorValue], total: IndicatorValue, moves: IndicatorValue
    ) -> [StabilityCell] {
      let labels = ["1 placement", "2 placements", "3 or more placements"]
      let parts = zip(labels, children).map { label, count in
        StabilityCell(
          stability: label, children: count, share: count.percent(of: total),
          moves: .marker(.notApplicable))
      }
      return [
        StabilityCell(
          stability: "Total", children: total, share: total.percent(of: total), moves: moves)
      ] + parts
    }
  }
}
