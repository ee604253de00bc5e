import CareModel
import TestSupport
import Statistics
import Foundation
import Testing

/// What a year's rates become for each birth cohort.
@Suite struct ChildrenInCareInputTests {
  /// Half of the entries at an age are in the cohort that reaches it in the year, half in the next;
  /// under one the first-year share says how many.
  @Test(arguments: ChildrenInCareCase.all)
  func entriesAreRatesTimesPopulation(invented: ChildrenInCareCase) {
    let rates = invented.rates
    let byAge = AgeGroup.allCases.flatMap { group in
      let people = invented.population[group.ages]
      // Population times exp(slope × age), made to add up to rate × population of the group.
      let steep = zip(group.ages, people).map { age, children in
        children * pow(exp(rates.entrySlope[group.index].central), Double(age))
      }
      let entered = rates.entryRate[group.index].central * people.reduce(0, +)
      return steep.map { $0 * entered / steep.reduce(0, +) }
    }
    let cohorts = invented.input.entries.map { $0.reduce(0, +) }
    #expect(cohorts.count == 19)
    expectClose(cohorts.reduce(0, +), byAge.reduce(0, +), "\(invented)")
    let first = rates.firstYearShare.central
    expectClose(cohorts[0], first * byAge[0], "\(invented)")
    expectClose(cohorts[1], (1 - first) * byAge[0] + byAge[1] / 2, "\(invented)")
    for cohort in 2...17 {
      expectClose(cohorts[cohort], (byAge[cohort - 1] + byAge[cohort]) / 2, "\(invented)")
    }
    expectClose(cohorts[18], byAge[17] / 2, "\(invented)")
    let given = CareYearInput(otherChildren: rates, entriesByAge: byAge.known)
    for cohort in BirthCohort.all {
      expectClose(invented.input.entries[cohort], given.entries[cohort], "\(invented)")
    }
    #expect(invented.input.exitRates == given.exitRates, "\(invented)")
    #expect(invented.input.moveRate == given.moveRate, "\(invented)")
    #expect(invented.input.openness == given.openness, "\(invented)")
  }

  /// Weights 1 and 3 at ages 0 to 4, where both types are as open; only the first is open to 5 to
  /// 9; the cohort aged 4 and then 5 has the mean of the two mixes.
  @Test func firstPlacementsFollowWeightsAndOpenness() {
    var rates = ChildrenInCareCase(placements: 2, seed: 1).rates
    rates.entryPlacement = [1, 3]
    rates.placementAge = [[1, 1, 0.7, 1, 1], [1, 1, 0, 0.5, 0]]
    let byAge = [Uncertain](repeating: 80, count: 18)
    let input = CareYearInput(otherChildren: rates, entriesByAge: byAge)
    expectClose(input.entries[3], [20, 60], "aged 2 and 3")
    expectClose(input.entries[5], [50, 30], "aged 4 and 5")
    expectClose(input.entries[7], [80, 0], "aged 6 and 7")
    // 10 to 15: weights 1 and 1.5.
    expectClose(input.entries[12], [32, 48], "aged 11 and 12")
    expectClose(input.entries[18], [40, 0], "aged 17")
  }

  @Test func ratesOfACohortAreTheMeanOverItsTwoAges() {
    var rates = ChildrenInCareCase(placements: 2, seed: 2).rates
    rates.exitRate[0] = [1, 2, 3, 4, 5, 7]
    rates.exitPlacementFactor[0] = [1, 0]
    rates.moveRate = [[0.2, 0.4], [0.6, 0]]
    rates.placementAge = [[1, 1, 1, 1, 1], [0, 0, 1, 1, 0.5]]
    let input = CareYearInput(
      otherChildren: rates, entriesByAge: [Uncertain](repeating: 1, count: 18))
    expectClose(
      input.exitRates[0].map { $0[0] },
      [1, 1.5, 2, 2, 2, 2.5, 3, 3, 3, 3, 3.5, 4, 4, 4, 4, 4, 4.5, 6, 7], "exit rates")
    #expect(input.exitRates[0].allSatisfy { $0[1] == 0 })
    // The second type opens at 5: half open to the cohort that reaches 5 in the year.
    func moves(_ cohort: Int) -> [Uncertain] {
      input.moveRate.flatMap { zip($0, input.openness[cohort]).map { $0 * $1 } }
    }
    expectClose(moves(4), [0.2, 0, 0.6, 0], "aged 3 and 4")
    expectClose(moves(5), [0.2, 0.2, 0.6, 0], "aged 4 and 5")
    expectClose(moves(10), [0.2, 0.4, 0.6, 0], "aged 9 and 10")
    expectClose(moves(16), [0.2, 0.3, 0.6, 0], "aged 15 and 16")
    expectClose(moves(18), [0.2, 0.2, 0.6, 0], "aged 17")
    #expect(input.moveFactor == rates.moveFactor)
  }

  /// Arrivals are a number, by shares of age and placement; only other reasons end their care
  /// before 18, at one rate.
  @Test(arguments: ChildrenInCareCase.all)
  func asylumSeekingChildrenFollowArrivals(invented: ChildrenInCareCase) {
    let rates = invented.rates
    let input = CareYearInput(asylumSeeking: rates)
    expectClose(
      input.entries.reduce(0) { $0 + $1.reduce(0, +) }, rates.asylumEntries, "\(invented)")
    for placement in 0..<invented.placements {
      expectClose(
        input.entries.reduce(0) { $0 + $1[placement] },
        rates.asylumEntries * rates.asylumEntryPlacement[placement], "\(invented)")
    }
    let seventeen = rates.asylumEntries * rates.asylumEntryAge[17]
    expectClose(input.entries[18].reduce(0, +), seventeen / 2, "\(invented)")
    for reason in ExitReason.allCases {
      let rate = reason == .otherReason ? rates.asylumExitRate : 0
      #expect(input.exitRates[reason.index].joined().allSatisfy { $0 == rate }, "\(invented)")
    }
    #expect(input.moveRate == invented.input.moveRate)
    #expect(input.openness == invented.input.openness)
  }
}

/// Ages, cohorts, states and stocks.
@Suite struct ChildrenInCareStateTests {
  @Test func everyAgeIsInOneGroup() {
    #expect(AgeGroup.allCases.flatMap { Array($0.ages) } == Array(0...17))
    #expect(AgeGroup.allCases.map(\.index) == Array(0..<5))
    for age in BirthCohort.ages { #expect(AgeGroup(holding: age).ages.contains(age)) }
    let exitGroups = BirthCohort.ages.map { ExitAgeGroup(holding: $0).rawValue }
    let expected = [("0", 1), ("1-4", 4), ("5-9", 5), ("10-15", 6), ("16", 1), ("17", 1)]
    #expect(exitGroups == expected.flatMap { Array(repeating: $0.0, count: $0.1) })
  }

  @Test func birthdaysFallEvenly() {
    var remaining = 1.0
    for month in 1...12 {
      remaining *= 1 - BirthCohort.shareTurningEighteen(inMonth: month)
      expectClose(remaining, 1 - Double(month) / 12, scale: 1, "month \(month)")
    }
    #expect(remaining == 0)
    let older = (1...12).map { BirthCohort.shareOlder(inMonth: $0) }
    expectClose(older.reduce(0, +) / 12, 0.5, "mean over the year")
    #expect(zip(older, older.dropFirst()).allSatisfy { $0 < $1 })
    #expect(BirthCohort.ages(ofCohort: 0, inMonth: 6) == (0, 0, 1))
    #expect(BirthCohort.ages(ofCohort: 18, inMonth: 6) == (17, 17, 1))
    #expect(BirthCohort.ages(ofCohort: 17, inMonth: 1) == (16, 17, 1.0 / 24))
    #expect(BirthCohort.ages(ofCohort: 1, inMonth: 12) == (0, 1, 23.0 / 24))
  }

  @Test func aStockAddsUp() {
    let stock = CareStock((0..<18).map { [Uncertain($0), 1] })
    #expect(stock.total == 171)
    #expect(stock.byAge == (0..<18).map { Double($0 + 1) })
    #expect(stock.byPlacement == [153, 18])
    #expect(AgeGroup.allCases.map { stock.children(in: $0) } == [1, 14, 40, 81, 35])
    #expect((stock + stock).byAge == stock.byAge.map { 2 * $0 })
    #expect((stock + stock).byPlacement == [306, 36])
  }

  /// Each published reason is counted once.
  @Test func publishedReasonsAreDistinct() {
    let published = ExitReason.allCases.flatMap(\.publishedReasons)
    #expect(Set(published).count == published.count)
    #expect(ExitReason.allCases.map(\.index) == Array(0..<4))
  }
}
