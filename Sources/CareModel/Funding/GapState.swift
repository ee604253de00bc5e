public import Statistics

/// What makes up the gap of one year: a workload, the prices it meets, and the funding.
public struct GapState: Sendable {
  /// Child-weeks and other drivers.
  public let workload: Workload
  /// Unit costs in prices of the day and income shares.
  public let prices: SpendingPrices
  /// Net spending that follows none of these, such as a programme's, GBP. Counts as price.
  public let fixed: Uncertain
  /// What there is to pay with, GBP.
  public let funding: Uncertain

  /// A state.
  public init(workload: Workload, prices: SpendingPrices, fixed: Uncertain = 0, funding: Uncertain)
  {
    self.workload = workload
    self.prices = prices
    self.fixed = fixed
    self.funding = funding
  }

  /// Net spending less funding, GBP.
  public func gap(over lines: [SpendingLine]) -> Uncertain {
    lines.reduce(fixed) { $0 + prices.amount(of: $1, for: workload).net } - funding
  }

  /// This state with the components in `replaced` taken from another one.
  ///
  /// *Volume* is the total of child-weeks and every other driver, *mix* how child-weeks are shared
  /// between placement types, *price* unit costs, income shares and fixed spending.
  func replacing(_ replaced: Set<GapComponent>, from other: GapState) -> GapState {
    let volume = replaced.contains(.volume) ? other.workload : workload
    let mix = replaced.contains(.mix) ? other.workload : workload
    let price = replaced.contains(.price) ? other : self
    return GapState(
      workload: volume.mixed(as: mix), prices: price.prices, fixed: price.fixed,
      funding: replaced.contains(.funding) ? other.funding : funding)
  }
}
