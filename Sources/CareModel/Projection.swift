public import Parameters
public import Statistics

/// What the model projects. Every part comes from one run, so the parts agree with each other:
/// children who leave at 18 are the next care leavers, their weeks in care are what spending is
/// priced on, and spending with the programme is what the gap compares with funding.
public struct Projection: Sendable {
  /// The 31 March on which the projection opens.
  public let openingYear: Int
  /// Placement types in order.
  public let placements: [PlacementType]
  /// Children on the opening 31 March.
  public let opening: [ChildGroup: CareStock]
  /// Children in care and their moves, parts 1 and 2: the projected years in order.
  public let years: [ProjectedYear]
  /// Share of children under 16, looked after for 2.5 years, who have lived with the same carer for
  /// two years, 0 to 1, by projected year.
  public let longTermStability: [Uncertain]
  /// Care leavers of the opening year.
  public let careLeaverOpening: CareLeaverOpening
  /// Care leavers, part 3: the projected years in order.
  public let careLeavers: [CareLeaverYear]
  /// What drives spending, by projected financial year.
  public let workloads: [FinancialYear: Workload]
  /// Unit costs in prices of the day and income shares, by projected financial year, and those of
  /// the last year of outturn.
  public let prices: [FinancialYear: SpendingPrices]
  /// Spending on children's services without the programme, part 4.
  public let spending: Spending
  /// Spending of the last year of outturn, as published.
  public let outturn: SpendingOutturn
  /// Spending of the reform programme, part 5. It is in no line of ``spending``.
  public let programme: ProgrammeSpending
  /// How funding moves.
  public let fundingBase: FundingBase
  /// Funding and the gap, part 6: net spending, with the programme, less funding. Below 0 is a
  /// surplus, kept as one and set against the gaps of other years.
  public let gap: FundingGap

  /// Financial years projected, in order.
  public var financialYears: [FinancialYear] { years.map(\.financialYear) }

  /// Net spending of a year with the programme's, GBP in prices of the day.
  ///
  /// - Parameter year: A projected year.
  public func netSpending(in year: FinancialYear) -> Uncertain {
    spending.cash(in: year).net + programme.cash(in: year)
  }

  /// What makes up the gap of a year.
  ///
  /// - Parameter year: A projected year.
  public func gapState(in year: FinancialYear) -> GapState {
    guard let workload = workloads[year], let prices = prices[year],
      let funding = gap.years.first(where: { $0.year == year })?.funding
    else {
      preconditionFailure("\(year) is not projected; projected years are \(financialYears)")
    }
    return GapState(
      workload: workload, prices: prices, fixed: programme.cash(in: year), funding: funding)
  }
}
