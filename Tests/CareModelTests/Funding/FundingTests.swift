import CareModel
import TestSupport
import Statistics
import Parameters
import Testing

@Suite struct FundingTests {
  let base = FinancialYear(startingIn: 2023)
  func year(_ ahead: Int) -> FinancialYear { base.advanced(by: ahead) }

  var assumptions: FundingAssumptions {
    FundingAssumptions(
      baseYear: base, baseNet: 1100, openingDeficit: 100,
      spendingPowerGrowth: [year(1): 0.1, year(2): 0.2], spendingPowerGrowthAfter: 0.5,
      grants: ["new": [year(1): 40], "old": [base: 10, year(1): 30]],
      grantShares: ["flat-real": ["new": 1, "old": 0.5]],
      deflator: Deflator(first: base, levels: [100, 125], growthAfter: 0))
  }

  @Test func spendingPowerChainsItsGrowth() {
    // 1000 × 1.1 × 1.2 × 1.5; no grant shares for this base.
    #expect(assumptions.funding(in: base, on: .spendingPower) == 1000)
    #expect(abs(assumptions.funding(in: year(1), on: .spendingPower) - 1100) < 1e-9)
    #expect(abs(assumptions.funding(in: year(3), on: .spendingPower) - 1980) < 1e-9)
  }

  @Test func flatRealFollowsPricesAndAddsTheChangeOfGrants() {
    // 1000 × 1.25 + 40 + 0.5 × (30 − 10); later the old grant ends: − 0.5 × 10.
    #expect(assumptions.funding(in: base, on: .flatReal) == 1000)
    #expect(assumptions.funding(in: year(1), on: .flatReal) == 1300)
    #expect(assumptions.funding(in: year(2), on: .flatReal) == 1245)
  }

  @Test func associationCountsFromFlatCash() {
    #expect(assumptions.funding(in: year(9), on: .flatCash) == 1000)
  }

  @Test func basesAreFoundByName() {
    #expect(FundingBase.all.map(\.id) == ["spending-power", "flat-real", "lga"])
    for each in FundingBase.all { #expect(FundingBase(id: each.id)?.sentence == each.sentence) }
    #expect(FundingBase(id: "none") == nil)
  }

  @Test func gapsAccumulateAndReservesAreUsedOnce() {
    let gap = FundingGap(
      spending: [base: 90, year(1): 130, year(2): 150],
      funding: [base: 100, year(1): 100, year(2): 100], reserves: 30)
    #expect(gap.years.map(\.gap) == [-10, 30, 50])
    #expect(gap.years.map(\.cumulative) == [-10, 20, 70])
    #expect(gap.years.map(\.afterReserves) == [-10, 0, 40])
  }

  /// The association's path of 2016: 11.1, 11.4, 11.7, 12.1 against 11.1 every year is 1.9 in all.
  @Test func associationsSumOf2016IsReproduced() {
    let spent: [FinancialYear: Uncertain] = [year(1): 114, year(2): 117, year(3): 121]
    let gap = FundingGap(spending: spent, funding: spent.mapValues { _ in 111 })
    #expect(gap.years.last?.cumulative == 19)
  }
}
