import CareModel
import Parameters
import Statistics

/// A row of a run's table: when, under which scenario, and what is said of that.
struct ScenarioRow<Cell: Sendable>: Sendable {
  /// The scenario's title.
  let scenario: String
  /// Outturn or projection.
  let estimate: EstimateType
  /// The period, of the form of the table's time.
  let period: Int
  /// The rest of what tells the row apart, and its figures.
  let cell: Cell
}

extension RunResults.Scenario {
  /// The rows of a published reporting year, then those of every projected one.
  ///
  /// - Parameters:
  ///   - outturn: What is said of the published year.
  ///   - year: That year.
  ///   - projected: What is said of a projected year.
  func rows<Cell>(
    outturn: [Cell], of year: Int, projected: (ProjectedYear) throws -> [Cell]
  ) rethrows -> [ScenarioRow<Cell>] {
    outturn.map { ScenarioRow(scenario: title, estimate: .outturn, period: year, cell: $0) }
      + (try projection.years.flatMap { year in
        try projected(year).map {
          ScenarioRow(scenario: title, estimate: .projection, period: year.year, cell: $0)
        }
      })
  }
}

extension CatalogueTable where Input == RunResults {
  /// A table by scenario and estimate type, then by its own filters.
  ///
  /// Outturn is known: what is drawn for the stock that a projection opens on says nothing of what was
  /// published. Combinations that no row can have, such as the outturn of a year to come, are written as not
  /// applicable.
  ///
  /// - Parameters:
  ///   - stem: Name of its files without ending.
  ///   - title: What the table shows.
  ///   - time: What its periods are.
  ///   - estimateHint: What outturn and projection mean here.
  ///   - indicators: Its figures.
  ///   - needs: Which parts of a projection it is made of; one that lacks them has no rows.
  ///   - filters: The table's own filters, for the results of a run.
  ///   - rows: The rows of one scenario.
  init<Cell>(
    stem: String, title: String, time: TimeIdentifier, estimateHint: String,
    needs: Opening.Coverage = .everything, indicators: [IndicatorColumn<ScenarioRow<Cell>>],
    filters: @escaping @Sendable (RunResults) -> [FilterColumn<ScenarioRow<Cell>>],
    rows: @escaping @Sendable (RunResults.Scenario, RunResults) throws -> [ScenarioRow<Cell>]
  ) {
    self.init(
      stem: stem, title: title, absent: .notApplicable,
      definition: { results, rows in
        TableDefinition(
          stem: stem, title: title, time: time, period: \.period, area: { _ in results.area },
          filters: [
            FilterColumn(
              id: "scenario", label: "Scenario",
              hint: "The baseline goes on without reform", defaultItem: rows.first?.scenario ?? "",
              item: \.scenario),
            FilterColumn(
              id: "estimate_type", label: "Estimate type", hint: estimateHint,
              defaultItem: EstimateType.projection.rawValue, item: \.estimate.rawValue),
          ] + filters(results) + AreaBasis.filters(of: results),
          indicators: indicators.map {
            let known = $0.known(in: { $0.estimate == .outturn })
            return results.coversParts ? known.writtenToAddUp() : known
          })
      },
      rows: { results in
        guard needs == .childrenInCare || results.coverage == .everything else { return [] }
        return try results.scenarios.flatMap { try rows($0, results) }
      })
  }
}

extension FilterColumn {
  /// The filter between prices of the day and of a run's price year.
  static func priceBasis<Cell>(
    _ results: RunResults, _ terms: @escaping @Sendable (Cell) -> PriceTerms
  ) -> FilterColumn where Row == ScenarioRow<Cell> {
    let year = results.scenarios[0].projection.spending.priceYear
    return FilterColumn(
      id: "price_basis", label: "Price basis",
      hint: "Cash is prices of the day; real is prices of \(year.label)",
      defaultItem: PriceTerms.cash.rawValue, item: { terms($0.cell).rawValue })
  }
}

extension IndicatorValue {
  /// A number, or not available where there is none.
  init(_ number: Uncertain?) { self = number.map(Self.number) ?? .marker(.notAvailable) }

  /// A part in per cent of a whole; not applicable where the whole is 0.
  static func percent(_ part: Uncertain, of whole: Uncertain) -> IndicatorValue {
    whole > 0 ? .number(100 * part / whole) : .marker(.notApplicable)
  }
}
