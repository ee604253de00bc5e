import CareModel
import TestSupport
import Statistics
import Testing

@testable import Calibration

/// Opening stocks from published totals.
@Suite struct CareOpeningTests {
  private func opening() throws -> CareOpening {
    let start = try CalibrationSample.calibration.model.start
    return CareOpening(
      placements: try CalibrationSample.placements,
      placementAge: start.rates.placementAge.map(\.central),
      asylumWeights: try CalibrationSample.prior.rates.asylumEntryPlacement.central)
  }

  private func stocks(_ year: Int) throws -> [ChildGroup: CareStock] {
    try opening().stocks(CalibrationSample.published(year), seventeen: [0.52, 0.65])
  }

  @Test(arguments: [2019, 2022, 2024]) func totalsAreThePublishedOnes(year: Int) throws {
    let published = try CalibrationSample.published(year)
    try expectTotals(stocks(year), published)
  }

  /// The stock nearest to another year's has this year's totals.
  @Test func nearestStockHasThePublishedTotals() throws {
    let published = try CalibrationSample.published(2024)
    try expectTotals(opening().stocks(published, nearest: stocks(2019)), published)
  }

  private func expectTotals(
    _ stocks: [ChildGroup: CareStock], _ published: PublishedCareYear
  ) throws {
    let asylum = try #require(stocks[.asylumSeeking])
    let all = try #require(stocks[.otherChildren]) + asylum
    expectNear(all.total, published.stockTotal, within: 1e-6, "all")
    expectNear(asylum.total, published.asylumStock, within: 1e-6, "asylum-seeking")
    expectNear(
      asylum.byAge[..<16].reduce(0, +), published.asylumStock * published.asylumUnderSixteen,
      within: 1e-6, "asylum-seeking under 16")
    // Age groups are rounded each alone: scaled to the total.
    let scale = published.stockTotal / published.stock.reduce(0, +)
    for group in AgeGroup.allCases {
      expectNear(
        all.children(in: group), published.stock[group.index] * scale, within: 1e-6, "\(group)")
    }
    let placements = try CalibrationSample.placements
    for (heading, children) in published.stockByPlacement {
      let found: Uncertain = zip(placements, all.byPlacement).reduce(0) { sum, entry in
        let (type, count) = entry
        let isOf = type.id == heading || type.publishedHeadings.contains(heading)
        return isOf ? sum + count : sum
      }
      expectNear(found, children, within: 1e-6, heading)
    }
  }

  @Test(arguments: [2019, 2024]) func structuralZerosStayZero(year: Int) throws {
    let open = try opening().placementAge
    var zeros = 0
    for stock in try stocks(year).values {
      for age in BirthCohort.ages {
        for placement in open.indices {
          let children = stock.children[age][placement]
          #expect(children >= 0)
          guard open[placement][AgeGroup(holding: age).index] == 0 else { continue }
          zeros += 1
          #expect(children == 0, "type \(placement) at \(age) in \(year)")
        }
      }
    }
    #expect(zeros > 0)
  }

  @Test func childrenOfSeventeenAreTheGivenShare() throws {
    // Iterative fitting keeps proportions within age group and placement type.
    let stock = try #require(try stocks(2019)[.otherChildren])
    let (sixteen, seventeen) = (stock.byAge[16], stock.byAge[17])
    expectNear(seventeen / (sixteen + seventeen), 0.52, within: 1e-12)
  }
}
