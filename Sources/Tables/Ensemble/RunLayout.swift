import CareModel
import Parameters
import Statistics

/// Where all numbers of a run lie in a fixed order: the cells of its tables, then the headline figures,
/// then net spending. It is the same for all draws of a run and for all areas of one kind.
struct RunLayout: Sendable {
  /// The tables that the run has.
  let tables: [(table: CatalogueTable<RunResults>, layout: TableLayout)]
  /// The headline figures that it has.
  let headline: [RunIntervals.HeadlineKey]
  /// The net spending that it has.
  let spending: [RunIntervals.SpendingKey]

  /// Number of cells of all tables.
  var cells: Int { tables.reduce(0) { $0 + $1.layout.rows * $1.layout.indicators } }

  /// The numbers of which every draw is kept: all that are in no table.
  var kept: Range<Int> { cells..<(cells + headline.count + spending.count) }

  /// The layout of a run: the headline figures are of England.
  ///
  /// - Throws: What the making of tables throws.
  init(of results: RunResults) throws {
    tables = try Catalogue.all.compactMap { table in
      try table.layoutIfAny(of: results).map { (table, $0) }
    }
    headline = RunLayout.headline(of: results).map(\.key)
    spending = RunLayout.spending(of: results).map(\.key)
  }

  /// The numbers of a run; `nil` where there is a marker.
  ///
  /// - Throws: What the making of tables throws.
  func numbers(of results: RunResults) throws -> [Uncertain?] {
    var numbers: [Uncertain?] = []
    for (table, layout) in tables { numbers += try table.numbers(of: results, in: layout) }
    let headline = RunLayout.headline(of: results)
    precondition(
      headline.count == self.headline.count,
      "\(headline.count) headline figures, not \(self.headline.count)")
    return numbers + headline.map(\.number) + RunLayout.spending(of: results).map(\.number)
  }

  private static func headline(
    of results: RunResults
  ) -> [(key: RunIntervals.HeadlineKey, number: Uncertain?)] {
    guard results.area == .england else { return [] }
    let measures = HeadlineFigure.shown(of: results).flatMap(\.measures)
    return results.scenarios.flatMap { scenario in
      measures.flatMap { measure in
        measure.values(scenario, results).sorted { $0.key < $1.key }.map { year, value in
          let key = RunIntervals.HeadlineKey(
            scenario: scenario.id, measure: measure.id, year: year)
          if case .number(let number) = value { return (key, number) }
          return (key, nil)
        }
      }
    }
  }

  private static func spending(
    of results: RunResults
  ) -> [(key: RunIntervals.SpendingKey, number: Uncertain?)] {
    guard results.coverage == .everything else { return [] }
    return results.scenarios.flatMap { scenario in
      results.financialYears.map { year in
        (
          RunIntervals.SpendingKey(scenario: scenario.id, year: year),
          scenario.projection.netSpending(in: year)
        )
      }
    }
  }
}
