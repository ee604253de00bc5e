import CareModel
import Ensemble
import Parameters
import Statistics

/// `budget.csv`: each budget beside what is projected to be spent, and how likely that is to exceed it.
enum BudgetFile {
  /// A budget under a scenario.
  struct Row: Sendable {
    let scenario: String
    let budget: Budget.Row
    /// Net spending with the programme, pounds in cash: of the central run, then of each draw.
    let spending: [Double]

    private var draws: ArraySlice<Double> { spending.dropFirst() }

    /// Share of draws that exceed the budget, per cent; `nil` without draws.
    var probability: Double? {
      draws.isEmpty
        ? nil : 100 * Double(draws.count { $0 > budget.amount }) / Double(draws.count)
    }

    /// What is spent beyond the budget, on average over all draws, none counted as 0; `nil` without
    /// draws.
    var excess: Double? {
      draws.isEmpty
        ? nil : draws.reduce(0) { $0 + max(0, $1 - budget.amount) } / Double(draws.count)
    }
  }

  private static let columns: [RowFile<Row>.Column] = [
    .text("scenario", "Scenario by its id") { $0.scenario },
    .text("area_code", "Code of the area") { $0.budget.area.code },
    .text("area", "Area") { $0.budget.area.name },
    .text("financial_year", "Financial year") { $0.budget.year.label },
    pounds("budget", "Budget, £ in cash") { $0.budget.amount },
    pounds("net_spending", "Net spending with the programme, central run, £ in cash") {
      $0.spending[0]
    },
    figure(
      "exceeding_percent", "Draws in which net spending exceeds the budget, %", decimals: 1,
      \.probability),
    figure(
      "expected_excess", "Spending beyond the budget, mean of all draws, £ in cash", decimals: 0,
      \.excess),
  ]

  private static func pounds(
    _ name: String, _ label: String, _ amount: @escaping @Sendable (Row) -> Double
  ) -> RowFile<Row>.Column {
    figure(name, label, decimals: 0, amount)
  }

  private static func figure(
    _ name: String, _ label: String, decimals: Int,
    _ number: @escaping @Sendable (Row) -> Double?
  ) -> RowFile<Row>.Column {
    RowFile.Column(
      description: ColumnDescription(
        name: name, label: label, kind: .decimal, markers: [.notAvailable]),
      cell: { row in
        .figure(
          number(row).map { .number(Uncertain($0)) } ?? .marker(.notAvailable), decimals: decimals)
      })
  }

  /// The rows of an area.
  static func rows(of budget: Budget, in results: RunResults) -> [Row] {
    results.scenarios.flatMap { scenario in
      budget.rows.filter { $0.area == results.area }.map { row in
        let central = scenario.projection.netSpending(in: row.year).central
        return Row(
          scenario: scenario.id, budget: row,
          spending: results.intervals?.spending(scenario.id, row.year) ?? [central])
      }
    }
  }

  /// The file.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  static func file(of rows: [Row]) throws(TableError) -> DescribedFile {
    try RowFile<Row>(
      path: "budget.csv", title: "Budgets and what is projected to be spent",
      key: ["scenario", "area_code", "financial_year"], columns: columns
    ).file(of: rows)
  }
}
