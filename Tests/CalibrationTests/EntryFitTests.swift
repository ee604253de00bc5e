import CareModel
import Foundation
import Testing

@testable import Calibration

/// Entry rates from made-up years without noise.
@Suite struct EntryFitTests {
  private static let levels = [0.008, 0.0015, 0.0012, 0.002, 0.0035]
  private static let people = [600_000.0, 2_500_000, 3_300_000, 4_100_000, 1_300_000]

  private static func fit(years: ClosedRange<Int>, trend: Double, effect: Double) throws
    -> EntryFit
  {
    try EntryFit(
      years.map { year in
        let factor =
          exp(trend * Double(year - years.upperBound)) * (year == 2021 ? effect : 1)
        return (year, zip(levels, people).map { $0 * $1 * factor }, people)
      })
  }

  /// The prior of a trend of 0 is right: everything is found.
  @Test func levelsAndEffectAreFound() throws {
    let fit = try Self.fit(years: 2020...2024, trend: 0, effect: 0.88)
    for (found, level) in zip(fit.rates, Self.levels) {
      expectNear(found, level, within: 1e-12 * level)
    }
    expectNear(fit.trend, 0, within: 1e-13)
    expectNear(fit.effect2021, 0.88, within: 1e-12)
  }

  /// Sixty years outweigh the prior: of the trend one part in 86,000 is lost to it.
  @Test func aLongHistoryOutweighsThePrior() throws {
    let fit = try Self.fit(years: 1965...2024, trend: 0.02, effect: 0.88)
    for (found, level) in zip(fit.rates, Self.levels) {
      expectNear(found, level, within: 2e-5 * level)
    }
    expectNear(fit.trend, 0.02, within: 1e-6)
    expectNear(fit.effect2021, 0.88, within: 2e-5)
  }

  /// Five years: the effect takes 2020-21, and the others, 4, 2, 1 and 0 years before the last,
  /// have 1.75 as their mean and 8.75 as their sum of squares about it; five groups make it 43.75.
  /// The prior, as sure as one observation, leaves 43.75 / 44.75 of the trend; level and effect
  /// make up for the rest.
  @Test func aShortHistoryLeavesTheTrendShrunk() throws {
    let fit = try Self.fit(years: 2020...2024, trend: 0.02, effect: 0.88)
    let lost = 0.02 / 44.75
    expectNear(fit.trend, 0.02 - lost, within: 1e-13)
    for (found, level) in zip(fit.rates, Self.levels) {
      expectNear(found, level * exp(-1.75 * lost), within: 1e-12 * level)
    }
    expectNear(fit.effect2021, 0.88 * exp(-1.25 * lost), within: 1e-12)
    #expect(fit.trendDeviation < 0.001 && fit.deviations.allSatisfy { $0 < 0.001 })
  }
}
