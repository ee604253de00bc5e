import CareModel
import Statistics
import Foundation
import Parameters
import Testing

@Suite struct SpendingPriceTests {
  let y2022 = FinancialYear(startingIn: 2022)
  let y2023 = FinancialYear(startingIn: 2023)

  @Test func deflatorHoldsItsGrowthAfterTheLastYear() {
    let deflator = Deflator(first: y2022, levels: [50, 100], growthAfter: 0.5)
    #expect(deflator.level(in: y2023) == 100)
    #expect(deflator.level(in: y2023.advanced(by: 1)) == 150)
    #expect(deflator.level(in: y2023.advanced(by: 2)) == 225)
    #expect(deflator.restated(7, from: y2022, to: y2023) == 14)
    #expect(deflator.restated(7, from: y2023, to: y2023) == 7)
  }

  @Test func driftFadesByTheDamping() {
    let deflator = Deflator(first: y2022, levels: [1], growthAfter: 0)
    let index = PriceIndex(base: y2022, drift: 0.1, damping: 0.5, deflator: deflator)
    // Sums of drift: 0, 0.1, 0.15, 0.175
    for (ahead, drift) in [(0, 0.0), (1, 0.1), (2, 0.15), (3, 0.175)] {
      #expect(abs(index.value(in: y2022.advanced(by: ahead)).central - exp(drift)) < 1e-15)
    }
    let undamped = PriceIndex(base: y2022, drift: 0.1, damping: 1, deflator: deflator)
    #expect(abs(undamped.value(in: y2022.advanced(by: 10)).central - exp(1)) < 1e-14)
  }

  @Test func movesApplyInTheirYearsAlone() {
    let deflator = Deflator(first: y2022, levels: [1, 2, 4], growthAfter: 0)
    let next = y2023.advanced(by: 1)
    let index = PriceIndex(
      base: y2023, drift: 0, damping: 1, moves: [next: Uncertain(log(1.5)), y2022: 9],
      deflator: deflator)
    #expect(index.value(in: y2022) == 0.5)
    #expect(index.value(in: y2023) == 1)
    #expect(abs(index.value(in: next).central - 3) < 1e-14)
    #expect(index.value(in: next.advanced(by: 1)) == 2)
  }

  /// Looked-after spending of 2023-24 seen from 2022-23. Gross spending in GBP million (section
  /// 251), the change of child-weeks or another driver, drift estimated on the years to 2022-23
  /// and drawn to the mean of the lines, standard deviation of a year's error.
  @Test func lookedAfterSpendingOf2023LiesInsideItsInterval() {
    let lines: [(spent: Double, volume: Double, drift: Double, error: Double)] = [
      (2548.205, 1.0897, 0.0551, 0.0325), (1984.229, 0.9866, -0.0044, 0.0189),
      (156.866, 1.0415, 0.0046, 0.0521), (555.086, 1.0986, 0.0256, 0.0694),
      (74.424, 1.0093, 0.0261, 0.0653), (647.498, 1.0412, 0.0397, 0.0450),
      (263.440, 1.1299, 0.0323, 0.2101), (413.638, 1.0, 0.0685, 0.0352),
      (340.963, 1.0, -0.0112, 0.0428), (47.590, 1.0133, 0.0186, 0.2108),
    ]
    let deflator = Deflator(first: y2022, levels: [91.2996, 96.1117], growthAfter: 0.02)
    var expected = 0.0
    var variance = 0.0
    for line in lines {
      let index = PriceIndex(
        base: y2022, drift: Uncertain(line.drift), damping: 0.8, deflator: deflator)
      let spending = line.spent * line.volume * index.value(in: y2023).central
      expected += spending
      variance += spending * line.error * (spending * line.error)
    }
    let published = 8139.343
    let margin = 1.645 * variance.squareRoot()
    #expect(abs(expected - 7988) < 5)
    #expect(abs(margin - 233) < 8)
    #expect(abs(published - expected) < margin)
  }
}
