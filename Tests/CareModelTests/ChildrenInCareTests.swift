import TestSupport
import CareModel
import Statistics
import Testing

/// Laws of a year in care, over invented years of 1, 2, 3 and 12 placement types.
@Suite struct ChildrenInCareTests {
  @Test(arguments: ChildrenInCareCase.all)
  func childrenAreConserved(invented: ChildrenInCareCase) {
    for (input, name) in [
      (invented.input, "other"), (CareYearInput(asylumSeeking: invented.rates), "asylum"),
    ] {
      let year = CareYear(advancing: invented.stock, by: input)
      let note = "\(name) children, \(invented)"
      #expect(year.opening == invented.stock.total, "\(note)")
      let entered = input.entries.reduce(0) { $0 + $1.reduce(0, +) }
      expectClose(year.entered, entered, note)
      let left = year.opening + year.entered - year.exited
      expectClose(left, year.stock.total, scale: year.opening, note)
      // Children who were in care on 1 April, and those who entered, by the numbers of placements.
      let bySince = InCareSince.allCases.map { year.placementsSoFar($0).reduce(0, +) }
      expectClose(bySince[0] + bySince[1], year.placementsSoFar().reduce(0, +), note)
      expectClose(year.placementsSoFar().reduce(0, +), year.stock.total, note)
    }
  }

  @Test(arguments: ChildrenInCareCase.all)
  func sumsOfArraysAgree(invented: ChildrenInCareCase) {
    let year = invented.year()
    let exitsByReason = ExitReason.allCases.reduce(0) { $0 + year.exited($1) }
    expectClose(year.exitsByAge.reduce(0, +), exitsByReason, "\(invented)")
    expectClose(
      year.exited, exitsByReason + year.exitsAtEighteen.reduce(0, +), "\(invented)")
    expectClose(
      year.childYearsByPlacement.reduce(0, +), year.childYears.reduce(0) { $0 + $1.reduce(0, +) },
      "\(invented)")
    expectClose(year.stock.byAge.reduce(0, +), year.stock.total, "\(invented)")
    expectClose(year.stock.byPlacement.reduce(0, +), year.stock.total, "\(invented)")
  }

  @Test(arguments: ChildrenInCareCase.all)
  func nothingIsBelowZero(invented: ChildrenInCareCase) {
    let year = invented.year()
    let tables = [year.entries, year.childYears, year.moves] + year.exits
    #expect(tables.allSatisfy { $0.allSatisfy { $0.allSatisfy { $0 >= 0 } } }, "\(invented)")
    #expect(year.exitsAtEighteen.allSatisfy { $0 >= 0 }, "\(invented)")
    #expect(
      year.closing.joined().joined().allSatisfy { $0 >= 0 }, "closing stock, \(invented)")
  }

  /// Children of one age on 1 April are a year older on 31 March, and in no other age.
  @Test(arguments: 0...17)
  func agesAdvanceByOne(age: Int) {
    var invented = ChildrenInCareCase(placements: 3, seed: age).closed()
    let children = invented.stock.children[age]
    invented.stock.children = invented.stock.children.map { $0.map { _ in 0 } }
    invented.stock.children[age] = children
    let year = invented.year()
    for closingAge in BirthCohort.ages where closingAge != age + 1 {
      #expect(year.stock.byAge[closingAge] == 0, "aged \(age), then \(closingAge), \(invented)")
    }
    #expect(age == 17 || year.stock.byAge[age + 1] > 0)
    // What happens to them happens at the age they had or at the next.
    for eventAge in BirthCohort.ages where eventAge != age && eventAge != age + 1 {
      #expect(year.exitsByAge[eventAge] == 0 && year.childYears[eventAge].allSatisfy { $0 == 0 })
    }
  }

  /// Nobody is looked after past the 18th birthday, whether in care before or entered since.
  @Test(arguments: ChildrenInCareCase.all)
  func theWholeLeavingCohortLeaves(invented: ChildrenInCareCase) {
    var stock = invented.stock
    for age in 0...16 { stock.children[age] = stock.children[age].map { _ in 0 } }
    var input = invented.input
    for cohort in 0...17 { input.entered[cohort] = 0 }
    let year = CareYear(advancing: stock, by: input)
    #expect(year.entered > 0 && year.stock.total == 0, "\(invented)")
    expectClose(year.exited, year.opening + year.entered, "\(invented)")
  }

  /// With exit rates that do not depend on age, exits are the rate times time in care.
  @Test(arguments: ChildrenInCareCase.all)
  func exitsAreRatesTimesChildYears(invented: ChildrenInCareCase) {
    var even = invented
    even.rates.exitRate = (0..<4).map {
      [Uncertain](repeating: Uncertain(0.1 * Double($0 + 1)), count: 6)
    }
    let year = even.year()
    for reason in ExitReason.allCases {
      for age in BirthCohort.ages {
        let rates = even.rates.exitPlacementFactor[reason.index].map {
          $0 * even.rates.exitRate[reason.index][0]
        }
        expectClose(
          year.exits[reason.index][age], zip(rates, year.childYears[age]).map { $0 * $1 },
          "\(reason) at \(age), \(invented)")
      }
    }
  }

  /// With move rates that depend on nothing but origin and destination, moves are the rate times
  /// time in care, those within a type by children with three placements or more among them.
  @Test(arguments: ChildrenInCareCase.all)
  func movesAreRatesTimesChildYears(invented: ChildrenInCareCase) {
    var even = invented
    even.rates.placementAge = even.rates.placementAge.map { $0.map { _ in 1 } }
    even.rates.moveFactor = even.rates.moveFactor.map { $0.map { _ in 1 } }
    let year = even.year()
    for origin in 0..<invented.placements {
      let time = year.childYearsByPlacement[origin]
      expectClose(
        year.moves[origin], even.rates.moveRate[origin].map { $0 * time },
        "moves from \(origin), \(invented)")
    }
  }

  /// Without a first move nobody moves.
  @Test(arguments: ChildrenInCareCase.all)
  func childrenWithOnePlacementHaveNotMoved(invented: ChildrenInCareCase) {
    var still = invented
    for since in InCareSince.allCases { still.rates.moveFactor[since.rawValue][0] = 0 }
    let year = still.year()
    #expect(year.moves.allSatisfy { $0.allSatisfy { $0 == 0 } }, "\(invented)")
    #expect(year.placementsSoFar()[1...].allSatisfy { $0 == 0 }, "\(invented)")
    expectClose(year.placementsSoFar()[0], year.stock.total, "\(invented)")
  }

  /// Nobody leaves and nobody moves a third time: placements had on 31 March are the children who
  /// were there or entered, one each, and the moves.
  @Test(arguments: ChildrenInCareCase.all)
  func placementsAreChildrenAndMoves(invented: ChildrenInCareCase) {
    var counted = invented.withoutLeavingCohort()
    counted.rates.exitRate = counted.rates.exitRate.map { $0.map { _ in 0 } }
    for since in InCareSince.allCases { counted.rates.moveFactor[since.rawValue][2] = 0 }
    let year = counted.year()
    let placements = zip([1.0, 2, 3], year.placementsSoFar()).reduce(0) { $0 + $1.0 * $1.1 }
    let moves = year.moves.reduce(0) { $0 + $1.reduce(0, +) }
    #expect(moves > 0 && year.exited == 0)
    expectClose(placements, year.opening + year.entered + moves, "\(invented)")
  }

  /// Nobody in care on 1 April is in the cohort born after it, and its infants have entered since.
  @Test(arguments: ChildrenInCareCase.all)
  func infantsHaveEnteredSince(invented: ChildrenInCareCase) {
    let year = invented.year()
    let since = InCareSince.allCases.map { since in
      year.closing[since.rawValue].reduce(0) { $0 + $1[0] }
    }
    #expect(since[0] == 0 && since[1] > 0, "\(invented)")
  }

  /// A placement type closed to all ages stays empty; one without children and moves too.
  @Test func structuralZerosStayEmpty() {
    var invented = ChildrenInCareCase(placements: 3, seed: 9)
    invented.rates.placementAge[2] = [0, 0, 0, 0, 0]
    for age in BirthCohort.ages { invented.stock.children[age][2] = 0 }
    let year = invented.year()
    #expect(year.stock.byPlacement[2] == 0 && year.childYearsByPlacement[2] == 0)
    #expect(year.moves.allSatisfy { $0[2] == 0 } && year.moves[2].allSatisfy { $0 == 0 })
  }

  @Test(arguments: ChildrenInCareCase.all)
  func orderOfPlacementsIsImmaterial(invented: ChildrenInCareCase) throws {
    var random = SeededGenerator(seed: invented.seed)
    let order = (0..<invented.placements).shuffled(using: &random)
    func reordered(_ row: [Uncertain]) -> [Uncertain] { order.map { row[$0] } }
    func reorderedColumns(_ rows: [[Uncertain]]) -> [[Uncertain]] { rows.map(reordered) }
    var other = invented
    other.stock.children = reorderedColumns(invented.stock.children)
    other.rates.entryPlacement = reordered(invented.rates.entryPlacement)
    other.rates.exitPlacementFactor = reorderedColumns(invented.rates.exitPlacementFactor)
    other.rates.placementAge = order.map { invented.rates.placementAge[$0] }
    other.rates.moveRate = order.map { reordered(invented.rates.moveRate[$0]) }
    let year = invented.year()
    let otherYear = other.year()
    let note = "order \(order), \(invented)"
    for age in BirthCohort.ages {
      expectClose(otherYear.stock.children[age], reordered(year.stock.children[age]), note)
      expectClose(otherYear.entries[age], reordered(year.entries[age]), note)
      expectClose(otherYear.childYears[age], reordered(year.childYears[age]), note)
    }
    expectClose(otherYear.exitsAtEighteen, reordered(year.exitsAtEighteen), note)
    for (position, origin) in order.enumerated() {
      expectClose(otherYear.moves[position], reordered(year.moves[origin]), note)
    }
  }

  /// Twice the children in care and twice the population are twice of everything.
  @Test(arguments: ChildrenInCareCase.all)
  func aYearIsLinear(invented: ChildrenInCareCase) {
    var twice = invented
    twice.stock = invented.stock + invented.stock
    twice.population = invented.population.map { 2 * $0 }
    let year = invented.year()
    let doubled = twice.year()
    expectClose(doubled.placementsSoFar(), year.placementsSoFar().map { 2 * $0 }, "\(invented)")
    expectClose(doubled.exited, 2 * year.exited, "\(invented)")
  }

  @Test(arguments: [1, 12]) func nobodyInCareAndNoEntriesIsAnEmptyYear(placements: Int) {
    var empty = ChildrenInCareCase(placements: placements, seed: 0).closed()
    empty.stock.children = empty.stock.children.map { $0.map { _ in 0 } }
    let year = empty.year()
    #expect(year.opening == 0 && year.entered == 0 && year.exited == 0)
    #expect(year.stock == empty.stock)
  }
}
