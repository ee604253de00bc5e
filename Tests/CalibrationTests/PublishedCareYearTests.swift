import CareModel
import Testing

@testable import Calibration

/// Published years as the fit reads them, against figures copied from the national tables.
@Suite struct PublishedCareYearTests {
  @Test func totalsOf2024AreThePublishedOnes() throws {
    let year = try CalibrationSample.published(2024)
    #expect(year.stockTotal == 83_530)
    #expect(year.stock == [3730, 10_740, 15_010, 31_430, 22_620])
    #expect(year.starts == [5220, 4830, 4900, 8730, 9440])
    #expect(year.ceased == [1670, 6410, 3710, 4870, 2090, 1950])
    #expect(year.ceasedAtEighteen == 13_080 && year.ceasedTotal == 33_780)
    #expect(year.asylumStock == 7440 && year.asylumStarts == 7330 && year.ceasedAsylum == 7300)
    #expect(year.transfers == 2140)
    #expect(try CalibrationSample.published(2020).ceasedAsylum == nil)
  }

  /// The eight headings of 2024 add up to 83,540: each gives up 1.25.
  @Test func placementsShareTheRounding() throws {
    for year in 2019...2024 {
      let published = try CalibrationSample.published(year)
      let sum = published.stockByPlacement.values.reduce(0, +)
      expectNear(sum, published.stockTotal, within: 1e-7, "\(year)")
    }
    let newest = try CalibrationSample.published(2024).stockByPlacement
    expectNear(try #require(newest["placed-for-adoption"]), 2118.75, within: 1e-9)
    expectNear(try #require(newest["with-parents"]), 5388.75, within: 1e-9)
    let foster = ["own-foster", "agency-foster", "relative-foster"].compactMap { newest[$0] }
    expectNear(foster.reduce(0, +), 55_958.75, within: 1e-9)
    let homes = ["secure", "childrens-home-own", "childrens-home-private"]
      .compactMap { newest[$0] }
    expectNear(homes.reduce(0, +), 8708.75, within: 1e-9)
    #expect(newest["foster"] == nil && newest["secure-and-childrens-homes"] == nil)
  }

  /// Of 56,390 foster placements in the 2024 release 13,670 were with relatives, 17,900 with
  /// private and 4,630 with voluntary agencies, 33,580 + 290 with councils, relatives among them;
  /// the newest release has 55,960.
  @Test func fosterCareIsSplitByTheSharesOfThe2024Release() throws {
    let stock = try CalibrationSample.published(2024).stockByPlacement
    func expected(_ children: Double) -> Double { children / 56_390 * 55_960 }
    let relative = try #require(stock["relative-foster"])
    expectNear(relative, expected(13_670), within: 15, "relative")
    let agency = try #require(stock["agency-foster"])
    expectNear(agency, expected(17_900 + 4630), within: 15, "agency")
    let own = try #require(stock["own-foster"])
    expectNear(own, expected(33_580 + 290 - 13_670), within: 15, "own")
  }

  /// About 2,800 children were moved from the one heading to the other in 2023-24.
  @Test func supportedAndOtherAreOneHeadingBefore2024() throws {
    let before = try CalibrationSample.published(2023)
    #expect(before.stockByPlacement["supported-and-other"] == 9800)
    for year in 2019...2023 {
      let stock = try CalibrationSample.published(year).stockByPlacement
      #expect(stock["supported-and-other"] != nil, "\(year)")
      #expect(stock["supported-accommodation"] == nil && stock["other"] == nil, "\(year)")
    }
    let newest = try CalibrationSample.published(2024)
    #expect(newest.stockByPlacement["supported-and-other"] == nil)
    expectNear(
      try #require(newest.stockByPlacement["supported-accommodation"]), 6078.75, within: 1e-9)
    expectNear(try #require(newest.stockByPlacement["other"]), 4018.75, within: 1e-9)
    // What happened in the year is never divided by the two; moves between them were no moves.
    for flow in [newest.startsByPlacement, newest.ceasedByPlacement] {
      #expect(flow["supported-and-other"] != nil && flow["other"] == nil)
    }
    #expect(newest.newPlacements["supported-and-other"] == nil)
    #expect(before.newPlacements["supported-and-other"] != nil)
  }

  /// Other reasons are what 18th birthdays, transfers and the three counted reasons leave:
  /// 33,780 − 13,080 − 2,140 − 8,860 returned home − 5,050 by orders − 3,020 adopted.
  @Test func otherReasonsRemain() throws {
    let counts = try CalibrationSample.published(2024).ceasedByReason
    #expect(counts.map(\.reason) == [.returnHome, .specialGuardianship, .adoption])
    #expect(counts.map(\.children) == [8860, 5050, 3020])
    let compared = try CalibrationSample.calibration.model.comparisons(CalibrationSample.prior)
    let other = compared.filter {
      $0.table == "exits by reason" && $0.category == "other-reason" && $0.year == 2024
    }
    #expect(other.map(\.published) == [1630])
  }
}
