import Statistics
import TestSupport
import Testing

/// Intervals and tests of counts, against R 4.2.2.
@Suite struct CountTests {
  @Test func sharesOfFifteenInAHundredAndFortyEight() {
    let wilson = CentralInterval.wilson(15, of: 148)
    expectClose(wilson.lower, 0.0623863995307, relative: 1e-11)
    expectClose(wilson.upper, 0.1604872417233, relative: 1e-11)
    let exact = CentralInterval.clopperPearson(15, of: 148)
    let half = CentralInterval.wilson(share: 15.0 / 148, of: 148)
    #expect(half == wilson)
    expectClose(exact.lower, 0.0578440100834, relative: 1e-11)
    expectClose(exact.upper, 0.1616504903495, relative: 1e-11)
  }

  /// None or all is in the interval; the exact one covers every share as often as it says.
  @Test(arguments: [1, 2, 7, 25]) func theExactIntervalCovers(whole: Int) throws {
    #expect(CentralInterval.clopperPearson(0, of: whole).lower == 0)
    #expect(CentralInterval.wilson(whole, of: whole).upper == 1)
    let intervals = (0...whole).map { CentralInterval.clopperPearson($0, of: whole, level: 0.9) }
    for share in stride(from: 0.01, through: 0.99, by: 0.07) {
      var covered = 0.0, chance = 1.0
      for _ in 0..<whole { chance *= 1 - share }
      for count in 0...whole {
        if intervals[count].holds(share) { covered += chance }
        chance *= share / (1 - share) * Double(whole - count) / Double(count + 1)
      }
      #expect(covered >= 0.9)
    }
  }

  @Test func aRateOfEvents() {
    let seen = PoissonRate(events: 137, exposure: 24.19893)
    expectClose(seen.rate, 5.66140734322, relative: 1e-11)
    expectClose(seen.interval().lower, 4.75312480485, relative: 1e-11)
    expectClose(seen.interval().upper, 6.69270933418, relative: 1e-11)
    expectClose(seen.test(of: 1).probability, 2.845227264114e-56, relative: 1e-9)
    expectClose(
      PoissonRate(events: 10, exposure: 1).test(of: 15).probability, 0.2432456265615,
      relative: 1e-11)
    expectClose(
      PoissonRate(events: 0, exposure: 1).test(of: 3).probability, 0.08329560367671,
      relative: 1e-11)
    #expect(PoissonRate(events: 0, exposure: 2).interval().lower == 0)
  }

  @Test func tables() {
    let tea = TableTests.fisher([[3, 1], [1, 3]])
    expectClose(tea.probability, 0.485714285714, relative: 1e-11)
    // In exact rationals; R's search for it stops at 6.408309.
    expectClose(tea.statistic, 6.408319658199671, relative: 1e-12)
    #expect(TableTests.fisher([[4, 0], [0, 4]]).statistic == .infinity)
    let parties = TableTests.chiSquared([[762, 327, 468], [484, 239, 477]])
    expectClose(parties.statistic, 30.07014909575, relative: 1e-12)
    expectClose(parties.probability, 2.953589183212e-07, relative: 1e-10)
    #expect(parties.freedom == 2)
  }

  @Test func adjustments() {
    let raw = [0.01, 0.02, 0.03, 0.04, 0.05, 0.001]
    let expected: [(PValueAdjustment, [Double])] = [
      (.bonferroni, [0.06, 0.12, 0.18, 0.24, 0.3, 0.006]),
      (.holm, [0.05, 0.08, 0.09, 0.09, 0.09, 0.006]),
      (.benjaminiHochberg, [0.03, 0.04, 0.045, 0.048, 0.05, 0.006]),
    ]
    for (adjustment, values) in expected {
      for (found, value) in zip(adjustment.adjusted(raw), values) {
        expectClose(found, value, relative: 1e-12)
      }
    }
    #expect(PValueAdjustment.holm.adjusted([]).isEmpty)
  }
}
