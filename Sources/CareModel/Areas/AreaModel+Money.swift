import Parameters
import Statistics

extension AreaModel {
  /// England's outturn by line, in proportion to the workload at England's unit costs.
  func outturn(on base: Workload) -> SpendingOutturn {
    let whole = england.outturn
    let prices = england.prices[whole.year]!
    let amounts = whole.lines.map { line in
      let (own, all) = (
        prices.amount(of: line, for: base).gross,
        prices.amount(of: line, for: baseWorkload).gross
      )
      let part = all > 0 ? own / all : base.quantities[Workload.constant]!
      return (line.id, whole.amounts[line.id]!.scaled(by: part))
    }
    return SpendingOutturn(
      year: whole.year, lines: whole.lines, amounts: Dictionary(uniqueKeysWithValues: amounts))
  }

  /// The gap, with England's funding and reserves apportioned.
  func gap(
    of spending: Spending, with programme: ProgrammeSpending, part: Uncertain
  ) -> FundingGap {
    let years = england.gap.years
    func byYear(_ value: (FundingGap.Year) -> Uncertain) -> [FinancialYear: Uncertain] {
      Dictionary(uniqueKeysWithValues: years.map { ($0.year, value($0)) })
    }
    return FundingGap(
      spending: byYear { spending.cash(in: $0.year).net + programme.cash(in: $0.year) },
      funding: byYear { $0.funding * part }, reserves: england.gap.reserves * part)
  }
}

extension Projection {
  /// All children of the opening 31 March.
  var openingStock: CareStock { opening[.otherChildren]! + opening[.asylumSeeking]! }
}
