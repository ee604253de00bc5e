public import Parameters
public import Statistics

/// Net spending against funding by year: the gap, cumulative, and after reserves.
///
/// Laws: the cumulative gap is the sum of the years'; a gap below 0 is a surplus and reduces it;
/// reserves never touch a year's gap and change nothing but `afterReserves`.
public struct FundingGap: Hashable, Sendable {
  /// One year, GBP in prices of the day.
  public struct Year: Hashable, Sendable {
    /// The financial year.
    public let year: FinancialYear
    /// Net current expenditure.
    public let spending: Uncertain
    /// What there is to pay it with.
    public let funding: Uncertain
    /// `spending − funding`.
    public let gap: Uncertain
    /// Sum of the gaps up to this year.
    public let cumulative: Uncertain
    /// What is left of a cumulative gap once all reserves are used up; no less than 0, but for a
    /// cumulative surplus, which stays.
    public let afterReserves: Uncertain
  }

  /// Years in order.
  public let years: [Year]
  /// Reserves that may be used once, GBP, ≥ 0.
  public let reserves: Uncertain

  /// The gap in every year that has spending.
  ///
  /// - Parameters:
  ///   - spending: Net current expenditure by year, GBP in prices of the day; years follow each
  ///     other.
  ///   - funding: Funding of each of these years, GBP in prices of the day.
  ///   - reserves: Used once against the cumulative gap, GBP, ≥ 0.
  public init(
    spending: [FinancialYear: Uncertain], funding: [FinancialYear: Uncertain],
    reserves: Uncertain = 0
  ) {
    precondition(reserves >= 0, "reserves are \(reserves), below 0")
    let order = spending.keys.sorted()
    precondition(
      zip(order, order.dropFirst()).allSatisfy { $0.distance(to: $1) == 1 },
      "years \(order) do not follow each other")
    var cumulative = Uncertain.zero
    years = order.map { year in
      let net = spending[year]!
      guard let paid = funding[year] else {
        preconditionFailure("no funding in \(year), only in \(funding.keys.sorted())")
      }
      cumulative += net - paid
      return Year(
        year: year, spending: net, funding: paid, gap: net - paid, cumulative: cumulative,
        afterReserves: cumulative.combined(with: reserves) { $0 <= 0 ? $0 : max($0 - $1, 0) })
    }
    self.reserves = reserves
  }
}
