import Parameters

extension CitedComparison {
  /// What two years' delay of the programme changes: the delayed scenario less the prompt one.
  static let delay: [CitedComparison] =
    ["delay-children-2028", "delay-children-2034"].map { id in
      CitedComparison(id) { figure, basis in
        .modelled(
          basis.children("review-delayed-two-years", on31March: figure.year)
            - basis.children("review-in-full", on31March: figure.year))
      }
    }
    + ["delay-cost-ten-cash", "delay-cost-twenty-cash"].map { id in
      CitedComparison(id) { figure, basis in
        .modelled(
          basis.costOfDelay(through: FinancialYear(code: figure.year)!) {
            basis.netSpending($0, in: $1)
          })
      }
    }
    + ["delay-cost-ten-real", "delay-cost-twenty-real"].map { id in
      CitedComparison(id) { figure, basis in
        .modelled(
          basis.costOfDelay(through: FinancialYear(code: figure.year)!) {
            basis.realNetSpending($0, in: $1)
          })
      }
    }
}
