import CareModel
import Parameters
import Statistics

extension CitedComparison {
  /// Spending and the gap. Net is net current expenditure, section 251 line 5.0.2.
  static let spending: [CitedComparison] =
    ["spending-2022", "cost-2022", "cost-2023", "cost-2024"].map { id in
      CitedComparison(id) { figure, basis in
        .outturn(try basis.outturn("net", in: figure.year))
      }
    }
    + ["cost-2025", "spending-2032-cash"].map { id in
      CitedComparison(id) { figure, basis in
        .modelled(basis.netSpending(in: FinancialYear(code: figure.year)!))
      }
    }
    + [
      CitedComparison("spending-2032-real") { figure, basis in
        .modelled(basis.realNetSpending(in: FinancialYear(code: figure.year)!))
      },
      CitedComparison("cost-growth-2025") { figure, basis in
        .modelled(try growth(to: figure.year, basis))
      },
      CitedComparison("gap-2025-lga-2021") { figure, basis in
        .modelled(
          try growth(to: figure.year, basis)
            + basis.published("published-money-lga-2021", 202122, "existing-pressure"))
      },
      CitedComparison("gap-2025-lga-2019") { figure, basis in
        .modelled(
          basis.projection().gap.years.first { $0.year.code == figure.year }!.gap.central)
      },
      CitedComparison("looked-after-2024") { figure, basis in
        .outturn(try basis.outturn("gross", of: "total-looked-after-children", in: figure.year))
      },
      CitedComparison("residential-2024") { figure, basis in
        .outturn(try basis.outturn("gross", of: "residential-care", in: figure.year))
      },
    ]
    + ["placements-2023-spending", "placements-2024-spending"].map { id in
      CitedComparison(id) { figure, basis in
        .outturn(
          try ["residential-care", "total-fostering-services", "other-looked-after-services"]
            .reduce(0) { $0 + (try basis.outturn("gross", of: $1, in: figure.year)) })
      }
    }

  /// What net spending of a projected year exceeds the outturn of 2021-22 by, GBP in prices of the
  /// day.
  private static func growth(to year: Int, _ basis: ComparisonBasis) throws -> Double {
    try basis.netSpending(in: FinancialYear(code: year)!) - basis.outturn("net", in: 202122)
  }
}
