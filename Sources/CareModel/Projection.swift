public import Parameters

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
  public func netSpending(in year: FinancialYear) -> Double {
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

/// One projected year of children in care.
public struct ProjectedYear: Sendable {
  /// The reporting year.
  public let year: Int

  /// What happened to each group of children.
  public let groups: [ChildGroup: CareYear]

  /// Creates a year.
  public init(year: Int, groups: [ChildGroup: CareYear]) {
    self.year = year
    self.groups = groups
  }

  /// The same year as a financial year.
  public var financialYear: FinancialYear { FinancialYear(startingIn: year - 1) }

  /// All children on the closing 31 March.
  public var stock: CareStock {
    groups[.otherChildren]!.stock + groups[.asylumSeeking]!.stock
  }

  /// A quantity added up over both groups of children, in their order.
  public func sum(_ quantity: (CareYear) -> Double) -> Double {
    ChildGroup.allCases.reduce(0) { $0 + quantity(groups[$1]!) }
  }
}
