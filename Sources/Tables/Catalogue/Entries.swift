import CareModel
import Scenarios
import Statistics

extension Catalogue {
  /// Children who start to be looked after in a year by age.
  static let entries = CatalogueTable<RunResults>(
    stem: "cs_entries", title: "Children starting to be looked after in the year",
    time: .reportingYear,
    estimateHint: "Projected starts are entries put on the published definition",
    needs: .childrenInCare,
    indicators: [
      IndicatorColumn(
        id: "children_count", label: "Children starting, as published: once a year, with transfers",
        decimals: 0, writtenDecimals: 1
      ) { $0.cell.children },
      IndicatorColumn(
        id: "entries_count", label: "Entries: every one counted, transfers between authorities not",
        decimals: 0, writtenDecimals: 1
      ) { IndicatorValue($0.cell.entries) },
    ],
    filters: { _ in [FilterColumn(id: "age_group", label: "Age on starting", item: \.cell.age)] }
  ) { scenario, results in
    let published = results.published
    let outturn =
      [EntryCell(age: "Total", children: published.startsTotal, entries: nil)]
      + AgeGroup.allCases.map {
        EntryCell(age: $0.label, children: published.starts[$0]!, entries: nil)
      }
    return try scenario.rows(outturn: outturn, of: published.year) { year in
      let definition = try PublishedDefinition(in: year.financialYear, of: scenario)
      return EntryCell.all(of: year, definition: definition)
    }
  }

  private struct EntryCell: Sendable {
    let age: String
    let children: IndicatorValue
    /// Not available where only the published count is known.
    let entries: Uncertain?

    static func all(of year: ProjectedYear, definition: PublishedDefinition) -> [EntryCell] {
      let starts = definition.starts(in: year)
      let parts = AgeGroup.allCases.map { age in
        (
          age.label, starts[age]!,
          year.sum { $0.entered(at: age.ages) }
        )
      }
      let total = (
        "Total", parts.reduce(0) { $0 + $1.1 }, parts.reduce(0) { $0 + $1.2 }
      )
      return ([total] + parts).map {
        EntryCell(age: $0.0, children: .number($0.1), entries: $0.2)
      }
    }
  }
}
