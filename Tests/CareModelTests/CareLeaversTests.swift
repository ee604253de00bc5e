import CareModel
import TestSupport
import Statistics
import Foundation
import Testing

@Suite struct CareLeaversTests {
  /// Ten projected years with the leavers of 2024 held.
  private func tenYears(
    changing change: (inout CareLeaverAssumptions) -> Void = { _ in }
  ) throws -> [CareLeaverYear] {
    var assumed = try CareLeaversBacktestTests.assumptionsFrom2023()
    change(&assumed)
    try assumed.validate()
    var leaving = PublishedCareLeavers.leaving
    for year in 2025...2033 { leaving[year] = leaving[2024] }
    return try CareLeavers.projection(
      from: PublishedCareLeavers.opening2023(), leaving: leaving,
      under: Array(repeating: assumed, count: 10))
  }

  /// Sums and divisions of a dozen numbers round far below 1e-12; differences need more.
  private func expectClose(
    _ a: some ModelNumber, _ b: some ModelNumber, relative: Double = 1e-12
  ) {
    let (a, b) = (a.inDraws, b.inDraws)
    #expect(abs(a - b) <= relative * max(abs(a), abs(b)), "\(a) against \(b)")
  }

  @Test(arguments: [0.0, 0.3, 1.0], [0.25, 1.0, 4.0])
  func sharesStayInRangeAndNumbersAreConserved(persistence: Double, odds: Double) throws {
    let years = try tenYears {
      let odds = Uncertain(odds)
      $0.persistence = Uncertain(persistence)
      $0.neetOdds = [.seventeenToEighteen: odds, .nineteenToTwentyOne: odds]
    }
    #expect(years.map(\.year) == Array(2024...2033))
    for year in years {
      for age in CareLeaverAge.allCases {
        let total = year.total(at: age)
        let shares = CareLeaverActivity.allCases.map { year.activity[age]![$0]! / total }
        #expect(shares.allSatisfy { (0...1).contains($0) })
        expectClose(shares.reduce(0, +), 1)
        expectClose(
          CareLeaverAccommodation.allCases.reduce(0) { $0 + year.accommodation[age]![$1]! }, total)
      }
    }
  }

  /// A cohort is the one a year younger times the retention, whatever the activities.
  @Test func cohortsMoveOnByRetention() throws {
    let assumed = try CareLeaversBacktestTests.assumptionsFrom2023()
    let years = try tenYears()
    for (before, after) in zip(years, years.dropFirst()) {
      expectClose(
        after.total(at: .twenty), assumed.retention[.twenty]! * before.total(at: .nineteen))
      expectClose(
        after.total(at: .twentyOne), assumed.retention[.twentyOne]! * before.total(at: .twenty))
    }
  }

  /// Worked by hand: 100 + 0.5 · (40 + 2·20 + 8)/4 = 111 aged 18, 0.25 · (40 + 20)/2 = 7.5 aged 17.
  @Test func numbersAtSeventeenAndEighteenFollowTheFormula() throws {
    var assumed = try CareLeaversBacktestTests.assumptionsFrom2023()
    assumed.eligibleBeforeEighteen = 0.5
    assumed.eligibleAtSeventeen = 0.25
    assumed.retention[.nineteen] = 1
    let leaving = [
      2022: try LeavingCare(atEighteen: 90, atSixteenOrSeventeen: 8),
      2023: try LeavingCare(atEighteen: 95, atSixteenOrSeventeen: 20),
      2024: try LeavingCare(atEighteen: 100, atSixteenOrSeventeen: 40),
      2025: try LeavingCare(atEighteen: 0, atSixteenOrSeventeen: 0),
    ]
    let years = try CareLeavers.projection(
      from: PublishedCareLeavers.opening2023(), leaving: leaving, under: [assumed, assumed])
    expectClose(years[0].total(at: .seventeenToEighteen), 118.5)
    expectClose(years[1].total(at: .nineteen), 111)
  }

  /// Odds of 1 give the usual shares at 17 and 18, where no cohort is followed.
  @Test func oddsOfOneChangeNothing() throws {
    let assumed = try CareLeaversBacktestTests.assumptionsFrom2023()
    let year = try tenYears()[0]
    for activity in CareLeaverActivity.allCases {
      expectClose(
        year.activity[.seventeenToEighteen]![activity]! / year.total(at: .seventeenToEighteen),
        assumed.activity[.seventeenToEighteen]![activity]!)
    }
  }

  /// Half the odds: p' / (1 − p') = ½ · p / (1 − p) at each age, in every year: no effect is carried on.
  @Test func halvingTheOddsHalvesTheOddsAtEachAge() throws {
    let base = try tenYears()
    let half = try tenYears {
      $0.neetOdds = [.seventeenToEighteen: 1, .nineteenToTwentyOne: 0.5]
    }
    func odds(_ year: CareLeaverYear, _ age: CareLeaverAge) -> Uncertain {
      let neet = CareLeaverActivity.allCases.filter(\.isNEET)
        .reduce(0) { $0 + year.activity[age]![$1]! }
      return neet / (year.total(at: age) - neet)
    }
    for (before, after) in zip(base, half) {
      #expect(before.activity[.seventeenToEighteen] == after.activity[.seventeenToEighteen])
      for age in CareLeaverAgeGroup.nineteenToTwentyOne.ages {
        expectClose(odds(after, age), odds(before, age) / 2)
      }
      #expect(after.neet(.nineteenToTwentyOne).central < before.neet(.nineteenToTwentyOne).central)
      // The parts outside NEET, not known among them, keep their proportions.
      expectClose(
        after.activity[.nineteen]![.notKnown]! / after.activity[.nineteen]![.higherEducation]!,
        before.activity[.nineteen]![.notKnown]! / before.activity[.nineteen]![.higherEducation]!)
    }
  }

  /// Without persistence a cohort's past does not matter; with 1 its whole distance stays.
  @Test func persistenceCarriesTheDistance() throws {
    let assumed = try CareLeaversBacktestTests.assumptionsFrom2023()
    let opening = try PublishedCareLeavers.opening2023()
    func share(
      _ table: [CareLeaverActivity: Uncertain], _ activity: CareLeaverActivity
    ) -> Uncertain {
      table[activity]! / table.values.reduce(0, +)
    }
    let none = try tenYears { $0.persistence = 0 }[0].activity[.nineteen]!
    let whole = try tenYears { $0.persistence = 1 }[0].activity[.nineteen]!
    for activity in CareLeaverActivity.allCases {
      expectClose(share(none, activity), assumed.activity[.nineteen]![activity]!)
    }
    // Ratios of shares keep the cohort's ratio to the usual ones exactly when persistence is 1.
    func ratio(_ table: [CareLeaverActivity: Uncertain]) -> Uncertain {
      share(table, .neetOther) / share(table, .higherEducation)
    }
    expectClose(
      ratio(whole) / ratio(assumed.activity[.nineteen]!),
      ratio(opening.activity[.seventeenToEighteen]!)
        / ratio(assumed.activity[.seventeenToEighteen]!))
  }

  /// Log-odds of NEET rise by 0.1 in the first year and 0.1 + 0.05 by the second.
  @Test func trendIsDamped() throws {
    let base = try tenYears { $0.persistence = 0 }
    let rising = try tenYears {
      $0.persistence = 0
      $0.neetTrend = [.seventeenToEighteen: 0.1, .nineteenToTwentyOne: 0]
      $0.neetTrendDamping = 0.5
    }
    for (index, change) in [0.1, 0.15, 0.175].enumerated() {
      let before = try #require(base[index].neetShare(.seventeenToEighteen)).central
      let after = try #require(rising[index].neetShare(.seventeenToEighteen)).central
      expectClose(log(after / (1 - after)) - log(before / (1 - before)), change, relative: 1e-10)
    }
  }

  /// More young people stay put: more with former carers, fewer everywhere else, none lost.
  @Test func stayingPutMovesAccommodation() throws {
    let base = try tenYears()[9]
    let more = try tenYears { $0.stayingPut[.nineteen] = 0.8 }[9]
    for type in CareLeaverAccommodation.allCases {
      let change = more.accommodation[.nineteen]![type]! - base.accommodation[.nineteen]![type]!
      #expect(type == .formerFosterCarers ? change > 0 : change < 0)
    }
    expectClose(more.total(at: .nineteen), base.total(at: .nineteen))
  }

  @Test func faultsAreReportedTogether() throws {
    var assumed = try CareLeaversBacktestTests.assumptionsFrom2023()
    assumed.persistence = .known(.nan)
    assumed.retention[.twenty] = nil
    assumed.neetOdds[.nineteenToTwentyOne] = 0
    let faults = try #require(throws: CareLeaverFaults.self) { try assumed.validate() }
    #expect(faults.sentences.count == 3)
    #expect(faults.description.contains("retention has no value for 20"))

    let missing = try #require(throws: CareLeaverFaults.self) {
      try CareLeavers.projection(
        from: PublishedCareLeavers.opening2023(), leaving: [:],
        under: [CareLeaversBacktestTests.assumptionsFrom2023()])
    }
    #expect(missing.sentences.count == 3)

    // 300 transfers, all taken to be 16 or 17, cannot come out of 200 ceasings at those ages.
    #expect(throws: CareLeaverFaults.self) {
      try LeavingCare(
        atEighteen: 500, ceasedAtSixteenOrSeventeen: 200, transfers: 300,
        transfersAgedSixteenOrSeventeen: 1)
    }
  }

  @Test func noAssumptionsGiveNoYears() throws {
    let years = try CareLeavers.projection(
      from: PublishedCareLeavers.opening2023(), leaving: [:], under: [])
    #expect(years.isEmpty)
  }
}
