public import Parameters
public import Statistics

/// A named rule for how funding moves after the last year of outturn.
public struct FundingBase: Sendable, Identifiable {
  /// Kebab-case name.
  public let id: String
  /// One sentence for help and tables.
  public let sentence: String
  /// Funding of a year, without the change in grants, over that of the base year.
  public let level: @Sendable (FundingAssumptions, FinancialYear) -> Uncertain

  /// Every base, the default first.
  public static let all: [FundingBase] = [spendingPower, flatReal, flatCash]

  /// The base of that name, or `nil`.
  public init?(id: String) {
    guard let base = FundingBase.all.first(where: { $0.id == id }) else { return nil }
    self = base
  }

  /// Grows with councils' core spending power: children's services keep their share of it.
  public static let spendingPower = FundingBase(
    id: "spending-power",
    sentence: "Funding grows with councils' core spending power, as settled and then assumed."
  ) { assumptions, year in
    var level: Uncertain = 1
    for ahead in 0..<assumptions.baseYear.distance(to: year) {
      let growth = assumptions.spendingPowerGrowth[assumptions.baseYear.advanced(by: ahead + 1)]
      level *= 1 + (growth ?? assumptions.spendingPowerGrowthAfter)
    }
    return level
  }

  /// Stays what it was in real terms.
  public static let flatReal = FundingBase(
    id: "flat-real", sentence: "Funding keeps its value in general prices, and no more."
  ) { assumptions, year in
    assumptions.deflator.level(in: year)
      / assumptions.deflator.level(in: assumptions.baseYear)
  }

  /// Stays what it was in cash, so that the gap is the growth of cost: how the Local Government
  /// Association counted it for children's social care in 2016 and 2021.
  public static let flatCash = FundingBase(
    id: "lga", sentence: "Funding stays the same in cash, so that every growth of cost is a gap."
  ) { _, _ in 1 }

  private init(
    id: String, sentence: String,
    level: @escaping @Sendable (FundingAssumptions, FinancialYear) -> Uncertain
  ) {
    self.id = id
    self.sentence = sentence
    self.level = level
  }
}
