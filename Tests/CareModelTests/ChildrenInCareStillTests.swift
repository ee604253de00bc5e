import CareModel
import Statistics
import Testing

/// Years without exits before 18 and without moves, worked out by hand.
@Suite struct ChildrenInCareStillTests {
  static let cases = ChildrenInCareCase.all.map { $0.still() }

  /// Everybody is a year older in the same place; the 17s have left.
  @Test(arguments: cases)
  func theStockAgesByAYear(invented: ChildrenInCareCase) {
    let closed = invented.closed()
    let year = closed.year()
    #expect(year.entered == 0 && year.placementsSoFar(.enteredSince) == [0, 0, 0])
    #expect(ExitReason.allCases.allSatisfy { year.exited($0) == 0 })
    #expect(year.stock.byAge[0] == 0)
    for age in 1...17 {
      expectClose(
        year.stock.children[age], closed.stock.children[age - 1], "aged \(age), \(invented)")
    }
    expectClose(year.exitsAtEighteen, closed.stock.children[17], "\(invented)")
  }

  /// Even birthdays: time in care is half a year at each age, for the 17s half a year in all.
  @Test(arguments: cases)
  func birthdaysAreEven(invented: ChildrenInCareCase) {
    let closed = invented.closed()
    let year = closed.year()
    for placement in 0..<invented.placements {
      for age in BirthCohort.ages {
        let before = age > 0 ? closed.stock.children[age - 1][placement] : 0
        expectClose(
          year.childYears[age][placement], (before + closed.stock.children[age][placement]) / 2,
          "aged \(age), \(invented)")
      }
    }
  }

  /// Entries come evenly and spend half a year in care, but for those of the leaving cohort, who enter
  /// while they are not yet 18: of one of them `(12 − m) m / 72` are in care after m months, and
  /// `(12 − m) (2 m + 1) / 144` before, `(11 − m) (2 m + 1) / 144` after the birthday of the next.
  @Test(arguments: cases)
  func entriesComeEvenly(invented: ChildrenInCareCase) {
    let input = invented.input
    let year = invented.year()
    let entries = input.entries.map { $0.reduce(0, +) }
    let leavingTime = (0..<12).reduce(0.0) { time, month in
      let m = Double(month)
      let (opening, closing) = ((12 - m) * m / 72, (11 - m) * (m + 1) / 72)
      return time + (opening + (23 - 2 * m) * (2 * m + 1) / 144 + closing) / 48
    }
    expectClose(
      year.childYearsByPlacement.reduce(0, +),
      invented.stock.total - invented.stock.byAge[17] / 2 + entries[0...17].reduce(0, +) / 2
        + entries[18] * leavingTime, "child-years, \(invented)")
    // On 31 March each cohort holds who was in it and who entered it.
    for age in BirthCohort.ages {
      let before = age > 0 ? invented.stock.children[age - 1] : input.entries[0].map { _ in 0 }
      expectClose(
        year.stock.children[age], zip(before, input.entries[age]).map { $0 + $1 },
        "aged \(age), \(invented)")
    }
    expectClose(
      year.exitsAtEighteen, zip(invented.stock.children[17], input.entries[18]).map { $0 + $1 },
      "\(invented)")
  }

  /// Ages at entry: half of a cohort's entries are before its birthday and half after.
  @Test(arguments: cases)
  func entriesAreAtTheAgesOfTheirCohort(invented: ChildrenInCareCase) {
    let input = invented.input
    let year = invented.year()
    for age in BirthCohort.ages {
      let younger = input.entries[age + 1].map { age == 17 ? $0 : $0 / 2 }
      let older = input.entries[age].map { age == 0 ? $0 : $0 / 2 }
      expectClose(
        year.entries[age], zip(younger, older).map { $0 + $1 }, "aged \(age), \(invented)")
    }
  }

  /// One child aged 5 in one placement, who moves at rate 1: (1, 2, 3 or more) placements after a
  /// year are Poisson, e⁻¹ (1, 1, e − 2), and a child has one move on average.
  @Test func movesOfOneChildArePoisson() {
    var invented = ChildrenInCareCase(placements: 1, seed: 0).still().closed()
    invented.rates.moveRate = [[1]]
    invented.rates.placementAge = [[1, 1, 1, 1, 1]]
    invented.rates.moveFactor = [[1, 1, 1], [1, 1, 1]]
    invented.stock.children = (0..<18).map { [$0 == 5 ? 1 : 0] }
    let year = invented.year()
    let none = 0.367_879_441_171_442_33
    expectClose(year.placementsSoFar(), [none, none, 1 - 2 * none], "placements so far")
    expectClose(year.moves[0][0], 1, "moves")
  }

  /// A child who leaves at rate 1 in one reason: e⁻¹ are still there.
  @Test func exitsOfOneChildAreExponential() {
    var invented = ChildrenInCareCase(placements: 1, seed: 0).still().closed()
    invented.rates.exitRate[ExitReason.adoption.index] = [1, 1, 1, 1, 1, 1]
    invented.rates.exitPlacementFactor = [[1], [1], [1], [1]]
    invented.stock.children = (0..<18).map { [$0 == 5 ? 1 : 0] }
    let year = invented.year()
    let left = 0.632_120_558_828_557_68
    expectClose(year.exited(.adoption), left, "exits")
    expectClose(year.childYearsByPlacement[0], left, "child-years")
    expectClose(year.stock.byAge[6], 1 - left, "stock")
  }
}
