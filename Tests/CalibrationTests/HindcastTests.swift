import CareModel
import Statistics
import TestSupport
import Foundation
import Parameters
import Testing

@testable import Calibration

/// The kept fit against the published years.
@Suite struct HindcastTests {
  private func comparisons() throws -> [Comparison] {
    try CalibrationSample.calibration.comparisons(of: CalibrationSample.records)
  }

  @Test func theKeptFitIsWithinItsBounds() throws {
    let comparisons = try comparisons()
    #expect(Set(comparisons.map(\.year)) == Set(2020...2024))
    let bounded = comparisons.filter {
      $0.table == "stock by age" || ["stock", "exits"].contains($0.table) && $0.category == "Total"
    }
    #expect(bounded.count == 5 * (5 + 2))
    #expect(HindcastBound.misses(in: comparisons) == [])
  }

  /// Off by 2%: too much for all children and few enough for an age group.
  @Test(
    arguments: [("stock", "Total", 1), ("exits", "Total", 0), ("stock by age", "5-9", 0)])
  func aMissIsReported(table: String, category: String, misses: Int) throws {
    var doctored = try comparisons().filter { $0.table == table && $0.category == category }
    let index = try #require(doctored.firstIndex { $0.year == 2022 })
    doctored[index].modelled = 1.02 * doctored[index].published
    let found = HindcastBound.misses(in: doctored)
    #expect(found.count == misses, "\(found)")
    doctored[index].modelled = 0.95 * doctored[index].published
    let far = HindcastBound.misses(in: doctored)
    #expect(far.count == 1)
    #expect(far.first?.hasPrefix("\(table) \(category) 2022 is -5.0% off") == true, "\(far)")
  }

  /// Figures without a bound may be as far off as they like.
  @Test func otherFiguresHaveNoBound() {
    let other = Comparison(
      table: "exits by reason", category: "adoption", year: 2022, published: 3000, modelled: 1)
    #expect(HindcastBound.misses(in: [other]) == [])
    expectNear(other.relativeError, -0.99966666, within: 1e-6)
  }
}

/// Whether published years balance.
@Suite struct BalanceTests {
  /// Published starts are of children, ceasings too: each year 420 to 560 more are left on 31 March
  /// than the three totals say. Age groups of starts are rounded each alone.
  @Test func balancesAreThoseOfTheNationalTables() throws {
    let balance = try CalibrationSample.calibration.balance
    #expect(balance.map(\.year) == Array(2020...2024))
    for (found, expected) in zip(balance.map(\.children), [-560.0, -430, -440, -420, -430]) {
      expectNear(found, expected, within: 10)
      #expect((-570 ... -420).contains(found))
    }
  }
}

/// The opening stock that projections start from.
@Suite struct FittedOpeningStockTests {
  private func stock() throws -> CareStock {
    let stocks = try CareAssumptions(
      placements: CalibrationSample.placements,
      parameters: DrawnParameters(CalibrationSample.data.parameters),
      lastObserved: 2024
    ).openingStock()
    return try #require(stocks[.otherChildren]) + #require(stocks[.asylumSeeking])
  }

  @Test func totalIsThePublishedOne() throws {
    expectNear(try stock().total, 83_530, within: 1e-6)
  }

  /// Table of the November 2025 release, children on 31 March 2024 by age.
  @Test func ageGroupsAreThePublishedOnes() throws {
    let stock = try stock()
    for (group, children) in zip(AgeGroup.allCases, [3730.0, 10_740, 15_010, 31_430, 22_620]) {
      expectNear(stock.children(in: group), children, within: 5, "\(group)")
    }
  }

  /// Table of the November 2025 release, children on 31 March 2024 by placement.
  @Test func placementGroupsAreThePublishedOnes() throws {
    let published = [
      "foster": 55_960.0, "placed-for-adoption": 2120, "with-parents": 5390,
      "secure-and-childrens-homes": 8710, "supported-accommodation": 6080,
      "residential-school": 90, "other-residential": 1170, "other": 4020,
    ]
    let byPlacement = try stock().byPlacement
    var found: [String: Uncertain] = [:]
    for (type, children) in zip(try CalibrationSample.placements, byPlacement) {
      found[type.publishedHeadings[0], default: 0] += children
    }
    #expect(found.keys.sorted() == published.keys.sorted())
    for (heading, children) in published {
      expectNear(try #require(found[heading]), children, within: 5, heading)
    }
  }
}
