import CareModel
import Statistics
import TestSupport
import Testing

/// The variance by chance against the distributions that it stands for.
@Suite struct ChanceVarianceTests {
  private func inCare(_ year: CareYear, _ since: InCareSince, aged age: Int) -> Double {
    year.closing[since.rawValue].reduce(0) { $0 + $1[age].central }
  }

  /// After two years a cohort is binomial of those who opened, with the product of both shares, plus
  /// Poisson of the first year's entrants who are still there, plus Poisson of the second year's.
  @Test(arguments: ChildrenInCareCase.all)
  func twoYearsAreBinomialPlusPoisson(invented: ChildrenInCareCase) {
    let first = CareYear(advancing: invented.stock, by: invented.input)
    let second = CareYear(advancing: first.stock, by: invented.input)
    let variance = ChanceVariance().advanced(from: invented.stock, through: first)
      .advanced(from: first.stock, through: second)
    for age in 2...17 {
      let opened = invented.stock.byAge[age - 2].central
      let before = first.stock.byAge[age - 1].central
      guard opened > 0, before > 0 else { continue }
      let stillFirst = inCare(first, .firstOfApril, aged: age - 1) / opened
      let stillSecond = inCare(second, .firstOfApril, aged: age) / before
      let both = stillFirst * stillSecond
      let expected =
        opened * both * (1 - both)
        + inCare(first, .enteredSince, aged: age - 1) * stillSecond
        + inCare(second, .enteredSince, aged: age)
      expectClose(variance.byAge[age].central, expected, relative: 1e-12, "\(age), \(invented)")
    }
  }

  @Test func withoutExitsOnlyEntriesVary() {
    let invented = ChildrenInCareCase(placements: 3, seed: 1)
    var input = invented.input
    input.exitRates = input.exitRates.map { $0.map { $0.map { _ in 0 } } }
    let year = CareYear(advancing: invented.stock, by: input)
    let variance = ChanceVariance().advanced(from: invented.stock, through: year)
    #expect(variance.byAge.count == 18)
    for age in BirthCohort.ages {
      expectClose(
        variance.byAge[age].central, inCare(year, .enteredSince, aged: age), relative: 1e-9,
        "\(age)")
    }
  }

  /// England: chance is small beside 83,530 children, and grows from year to year at first.
  @Test func englandsChanceIsSmall() throws {
    let deviations = try ProjectionSample.baseline.get().chanceDeviations.map(\.central)
    #expect(deviations[0] > 100 && deviations.allSatisfy { $0 < 400 })
    #expect(deviations[1] > deviations[0])
  }
}
