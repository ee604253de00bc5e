public import Parameters
public import Statistics

/// What the model projects. Every part comes from one run, so the parts agree with each other:
/// children who leave at 18 are the next care leavers, their weeks in care are what spending is
/// priced on, and spending with the programme is what the gap compares with funding.
///
/// From some openings only children in care are projected; reading another part of such a projection
/// is a broken promise. ``coverage`` says which parts there are.
public struct Projection: Sendable {
  /// The 31 March on which the projection opens.
  public let openingYear: Int
  /// Placement types in order.
  public let placements: [PlacementType]
  /// Children on the opening 31 March.
  public let opening: [ChildGroup: CareStock]
  /// Children in care and their moves, parts 1 and 2: the projected years in order.
  public let years: [ProjectedYear]
  private let following: Following?

  /// Parts 3 to 6: what follows from children in care.
  private struct Following: Sendable {
    let longTermStability: [Uncertain]
    let careLeaverOpening: CareLeaverOpening
    let careLeavers: [CareLeaverYear]
    let workloads: [FinancialYear: Workload]
    let prices: [FinancialYear: SpendingPrices]
    let spending: Spending
    let outturn: SpendingOutturn
    let programme: ProgrammeSpending
    let fundingBase: FundingBase
    let gap: FundingGap
  }

  /// A projection of all parts.
  init(
    openingYear: Int, placements: [PlacementType], opening: [ChildGroup: CareStock],
    years: [ProjectedYear], longTermStability: [Uncertain], careLeaverOpening: CareLeaverOpening,
    careLeavers: [CareLeaverYear], workloads: [FinancialYear: Workload],
    prices: [FinancialYear: SpendingPrices], spending: Spending, outturn: SpendingOutturn,
    programme: ProgrammeSpending, fundingBase: FundingBase, gap: FundingGap
  ) {
    self.openingYear = openingYear
    self.placements = placements
    self.opening = opening
    self.years = years
    following = Following(
      longTermStability: longTermStability, careLeaverOpening: careLeaverOpening,
      careLeavers: careLeavers, workloads: workloads, prices: prices, spending: spending,
      outturn: outturn, programme: programme, fundingBase: fundingBase, gap: gap)
  }

  /// A projection of children in care alone.
  init(
    openingYear: Int, placements: [PlacementType], opening: [ChildGroup: CareStock],
    years: [ProjectedYear]
  ) {
    self.openingYear = openingYear
    self.placements = placements
    self.opening = opening
    self.years = years
    following = nil
  }

  /// Which parts there are.
  public var coverage: Opening.Coverage { following == nil ? .childrenInCare : .everything }

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

extension Projection {
  private var parts: Following {
    guard let following else {
      preconditionFailure("of 31 March \(openingYear) only children in care are projected")
    }
    return following
  }

  /// Share of children under 16, looked after for 2.5 years, who have lived with the same carer for
  /// two years, 0 to 1, by projected year.
  public var longTermStability: [Uncertain] { parts.longTermStability }
  /// Care leavers of the opening year.
  public var careLeaverOpening: CareLeaverOpening { parts.careLeaverOpening }
  /// Care leavers, part 3: the projected years in order.
  public var careLeavers: [CareLeaverYear] { parts.careLeavers }
  /// What drives spending, by projected financial year.
  public var workloads: [FinancialYear: Workload] { parts.workloads }
  /// Unit costs in prices of the day and income shares, by projected financial year, and those of
  /// the last year of outturn.
  public var prices: [FinancialYear: SpendingPrices] { parts.prices }
  /// Spending on children's services without the programme, part 4.
  public var spending: Spending { parts.spending }
  /// Spending of the last year of outturn, as published.
  public var outturn: SpendingOutturn { parts.outturn }
  /// Spending of the reform programme, part 5. It is in no line of ``spending``.
  public var programme: ProgrammeSpending { parts.programme }
  /// How funding moves.
  public var fundingBase: FundingBase { parts.fundingBase }
  /// Funding and the gap, part 6: net spending, with the programme, less funding. Below 0 is a
  /// surplus, kept as one and set against the gaps of other years.
  public var gap: FundingGap { parts.gap }
}
