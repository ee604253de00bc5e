import CareModel
import Parameters
import Statistics

extension Catalogue {
  /// Spending on children's services by section 251 line, with the reform programme.
  static let spending = CatalogueTable<RunResults>(
    stem: "cs_spending", title: "Spending on children's and young people's services",
    time: .financialYear,
    estimateHint: "Outturn is the published section 251 outturn, without a programme",
    indicators: [
      amount("expenditure_sum", "Net current expenditure") { $0.net },
      amount("expenditure_gross_sum", "Gross expenditure") { $0.gross },
      amount("income_sum", "Income") { $0.income },
    ],
    filters: { results in
      [
        FilterColumn(
          id: "spending_category", label: "Spending category",
          hint: "Lines of section 251 table A1, their totals, and the reform programme",
          item: \.cell.category),
        .priceBasis(results, \.terms),
      ]
    }
  ) { scenario, results in
    let projection = scenario.projection
    let deflator = try results.deflator(of: scenario)
    let priceYear = projection.spending.priceYear
    let outturn = projection.outturn
    func rows(
      _ estimate: EstimateType, _ year: FinancialYear,
      _ amounts: [(category: String, amount: SpendingAmount)]
    ) -> [ScenarioRow<SpendingCell>] {
      let factor = deflator.restated(1, from: year, to: priceYear)
      return amounts.flatMap { category, amount in
        [(PriceTerms.cash, amount), (.real, amount.scaled(by: factor))].map { terms, amount in
          ScenarioRow(
            scenario: scenario.title, estimate: estimate, period: year.code,
            cell: SpendingCell(category: category, terms: terms, amount: amount))
        }
      }
    }
    let published = SpendingCell.amounts(of: outturn.lines, programme: nil) {
      outturn.amounts[$0.id]!
    }
    return rows(.outturn, outturn.year, published)
      + projection.financialYears.flatMap { year in
        rows(
          .projection, year,
          SpendingCell.amounts(
            of: projection.spending.lines,
            programme: SpendingAmount(gross: projection.programme.cash(in: year), income: 0)
          ) { projection.spending.cash(line: $0.id, in: year) })
      }
  }

  private static func amount(
    _ id: String, _ label: String, _ part: @escaping @Sendable (SpendingAmount) -> Uncertain
  ) -> IndicatorColumn<ScenarioRow<SpendingCell>> {
    IndicatorColumn(id: id, label: label, unit: .pounds, decimals: 0) {
      .number(part($0.cell.amount))
    }
  }

  private struct SpendingCell: Sendable {
    let category: String
    let terms: PriceTerms
    let amount: SpendingAmount

    /// All spending, then each line after the total of its group where that has several lines, then
    /// the programme; in prices of the day.
    static func amounts(
      of lines: [SpendingLine], programme: SpendingAmount?,
      amount: (SpendingLine) -> SpendingAmount
    ) -> [(category: String, amount: SpendingAmount)] {
      func sum(_ lines: [SpendingLine]) -> SpendingAmount {
        lines.reduce(.zero) { $0 + amount($1) }
      }
      var result = [(category: "Total", amount: sum(lines) + (programme ?? .zero))]
      var groups: Set<String> = []
      for line in lines {
        let members = lines.filter { $0.group == line.group }
        if members.count > 1 && groups.insert(line.group).inserted {
          result.append((groupLabel(line.group), sum(members)))
        }
        result.append((line.label, amount(line)))
      }
      if let programme { result.append(("Reform programme", programme)) }
      return result
    }

    /// A group's id in words: `children-looked-after` as "Children looked after total".
    private static func groupLabel(_ id: String) -> String {
      let words = id.split(separator: "-").joined(separator: " ")
      return words.prefix(1).uppercased() + words.dropFirst() + " total"
    }
  }
}
