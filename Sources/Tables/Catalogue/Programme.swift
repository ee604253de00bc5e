import CareModel
import Parameters
import Statistics

extension Catalogue {
  /// Spending of the reform programme by strand, in every year in which some scenario has any.
  static let programme = CatalogueTable<RunResults>(
    stem: "cs_programme", title: "Spending of the reform programme",
    time: .financialYear, estimateHint: "The programme's years may lie outside the projection's",
    indicators: [
      IndicatorColumn(
        id: "expenditure_sum", label: "Spending of the programme", unit: .pounds, decimals: 0
      ) { .number($0.cell.amount) }
    ],
    filters: { results in
      [
        FilterColumn(id: "strand", label: "Strand", item: \.cell.strand),
        .priceBasis(results, \.terms),
      ]
    }
  ) { scenario, results in
    let spending = scenario.projection.programme
    let all = results.scenarios.map(\.projection.programme)
    let years = Set(all.flatMap(\.years)).sorted()
    let strands = all.flatMap(\.programme.strands).reduce(into: [ProgrammeStrand]()) {
      strands, strand in
      if !strands.contains(where: { $0.id == strand.id }) { strands.append(strand) }
    }
    let items = [("Total", nil)] + strands.map { ($0.label, Optional($0.id)) }
    return years.flatMap { year in
      items.flatMap { label, strand in
        [
          StrandCell(
            strand: label, terms: .cash, amount: spending.cash(strand: strand, in: year)),
          StrandCell(
            strand: label, terms: .real, amount: spending.real(strand: strand, in: year)),
        ].map {
          ScenarioRow(
            scenario: scenario.title, estimate: .projection, period: year.code, cell: $0)
        }
      }
    }
  }

  private struct StrandCell: Sendable {
    let strand: String
    let terms: PriceTerms
    let amount: Uncertain
  }
}
