public import Parameters
public import Statistics

/// What councils have to pay for children's services with, before a base is chosen.
public struct FundingAssumptions: Hashable, Sendable {
  /// Last year of outturn, whose net spending was paid for but for the opening deficit.
  public let baseYear: FinancialYear
  /// Net current expenditure of the base year, GBP.
  public let baseNet: Uncertain
  /// Part of `baseNet` that no lasting funding paid for, GBP.
  public let openingDeficit: Uncertain
  /// Cash growth of core spending power on the year before, from the year after the base on.
  public let spendingPowerGrowth: [FinancialYear: Uncertain]
  /// The same after the last of these years.
  public let spendingPowerGrowthAfter: Uncertain
  /// Children's grants by name, GBP in each year; a year not named has none.
  public let grants: [String: [FinancialYear: Uncertain]]
  /// Share of a grant's change since the base year that a base adds, by base and grant, 0 to 1.
  public let grantShares: [String: [String: Uncertain]]
  /// General prices.
  public let deflator: Deflator

  /// Funding assumptions.
  ///
  /// - Parameters:
  ///   - spendingPowerGrowth: Years that follow each other from the one after `baseYear`.
  ///   - grantShares: By base and grant, 0 to 1; a grant not named adds nothing.
  public init(
    baseYear: FinancialYear, baseNet: Uncertain, openingDeficit: Uncertain,
    spendingPowerGrowth: [FinancialYear: Uncertain], spendingPowerGrowthAfter: Uncertain,
    grants: [String: [FinancialYear: Uncertain]] = [:],
    grantShares: [String: [String: Uncertain]] = [:], deflator: Deflator
  ) {
    let years = spendingPowerGrowth.keys.sorted()
    let expected = years.indices.map { baseYear.advanced(by: $0 + 1) }
    precondition(years == expected, "spending power grows in \(years), expected \(expected)")
    for (base, shares) in grantShares {
      precondition(
        shares.values.allSatisfy { (0...1).contains($0) },
        "grant shares of \(base) are \(shares), not 0 to 1")
    }
    self.baseYear = baseYear
    self.baseNet = baseNet
    self.openingDeficit = openingDeficit
    self.spendingPowerGrowth = spendingPowerGrowth
    self.spendingPowerGrowthAfter = spendingPowerGrowthAfter
    self.grants = grants
    self.grantShares = grantShares
    self.deflator = deflator
  }

  /// Funding of a year under a base, GBP in prices of the day.
  ///
  /// `F(y) = (net − deficit) · level(y) + Σ_g share[g] · (grant[g](y) − grant[g](base year))`.
  /// What the base year's grants paid for is already in its net spending, so only their change
  /// counts.
  ///
  /// - Parameter year: Not before the base year.
  public func funding(in year: FinancialYear, on base: FundingBase) -> Uncertain {
    precondition(year >= baseYear, "funding starts in \(baseYear), asked for \(year)")
    let shares = grantShares[base.id] ?? [:]
    let added = grants.sorted { $0.key < $1.key }.reduce(0.0) { sum, grant in
      sum + (shares[grant.key] ?? 0) * ((grant.value[year] ?? 0) - (grant.value[baseYear] ?? 0))
    }
    return (baseNet - openingDeficit) * base.level(self, year) + added
  }
}
