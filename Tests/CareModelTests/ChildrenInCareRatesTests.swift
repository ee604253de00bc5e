import CareModel
import TestSupport
import Statistics
import Foundation
import Testing

/// How rates spread entries over ages and let placement types drift.
@Suite struct ChildrenInCareRatesTests {
  @Test(arguments: ChildrenInCareCase.all)
  func spreadAddsUpToEachGroup(invented: ChildrenInCareCase) {
    let byGroup: [Uncertain] = [6000, 5000, 0, 9000, 7000]
    let byAge = invented.rates.spread(byGroup, over: invented.population)
    #expect(byAge.count == 18)
    for group in AgeGroup.allCases {
      expectClose(byAge[group.ages].reduce(0, +), byGroup[group.index], "\(group), \(invented)")
    }
  }

  @Test func spreadWithoutSlopeFollowsThePopulation() {
    var rates = ChildrenInCareCase(placements: 2, seed: 3).rates
    rates.entrySlope = [0, 0, 0, 0, 0]
    let population = (0..<18).map { Double($0 + 1) }
    let byAge = rates.spread([7, 14, 40, 81, 35], over: population)
    // The population of each group adds up to 1, 14, 40, 81 and 35.
    expectClose(byAge, [7] + Array(population.dropFirst()), "entries")
  }

  /// Slope ln 2 over an even population: each age has twice the entries of the age before it.
  @Test func slopeIsTheLogarithmOfTheRatioOfAges() {
    var rates = ChildrenInCareCase(placements: 2, seed: 3).rates
    rates.entrySlope = [log(2.0), log(2), -log(2), 0, log(2)].known
    let byAge = rates.spread(
      [10, 15, 31, 6, 3], over: [Double](repeating: 600_000, count: 18))
    expectClose(byAge, [10, 1, 2, 4, 8, 16, 8, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2], "entries")
  }

  /// First placements change by `exp(d_p)`, moves by `m exp(d_p − d_o)`, those within a type by `m`.
  @Test(arguments: ChildrenInCareCase.all)
  func driftIsALogRatio(invented: ChildrenInCareCase) {
    let before = invented.rates
    let drifts = (0..<invented.placements).map { Uncertain(0.3 * Double($0) - 0.5) }
    var after = before
    after.drift(placements: drifts, moves: 1.25)
    for destination in drifts.indices {
      expectClose(
        log(after.entryPlacement[destination] / before.entryPlacement[destination]),
        drifts[destination], scale: 1, "first placements, \(invented)")
      for origin in drifts.indices where before.moveRate[origin][destination] > 0 {
        expectClose(
          log(after.moveRate[origin][destination] / before.moveRate[origin][destination]),
          Uncertain(log(1.25)) + drifts[destination] - drifts[origin], scale: 1,
          "moves, \(invented)")
      }
      expectClose(
        after.moveRate[destination][destination], 1.25 * before.moveRate[destination][destination],
        "moves within, \(invented)")
    }
    after.entryPlacement = before.entryPlacement
    after.moveRate = before.moveRate
    #expect(after == before, "\(invented)")
  }
}
