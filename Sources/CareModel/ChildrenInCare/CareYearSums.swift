import Markov
import Statistics

/// What the cohorts of a year add up to.
struct CareYearSums: Sendable, Equatable {
  let placements: Int
  /// Draws, or `nil` where every number is known.
  let draws: Int?
  /// Age × placement.
  private(set) var stock: LaneCells
  /// In care since × placements so far × age.
  private(set) var closing: LaneCells
  /// Age × placement.
  private(set) var entries: LaneCells
  /// Reason × age × placement.
  private(set) var exits: LaneCells
  /// Placement.
  private(set) var exitsAtEighteen: LaneCells
  /// Age × placement.
  private(set) var childYears: LaneCells
  /// Origin × destination.
  private(set) var moves: LaneCells
  /// Month.
  private(set) var monthEnds: LaneCells

  init(placements: Int, draws: Int?) {
    self.placements = placements
    self.draws = draws
    let ages = BirthCohort.ages.count
    let since = InCareSince.allCases.count
    func cells(_ count: Int) -> LaneCells { LaneCells(count: count, draws: draws) }
    stock = cells(ages * placements)
    closing = cells(since * PlacementState.counts * ages)
    entries = cells(ages * placements)
    exits = cells(ExitReason.allCases.count * ages * placements)
    exitsAtEighteen = cells(placements)
    childYears = cells(ages * placements)
    moves = cells(placements * placements)
    monthEnds = cells(BirthCohort.months)
  }

  /// The place of an age and a placement type.
  func place(age: Int, _ placement: Int) -> Int { age * placements + placement }

  /// The places of some ages, all placement types.
  func places(ages: some Sequence<Int>) -> [Int] {
    ages.flatMap { age in (0..<placements).map { place(age: age, $0) } }
  }

  /// The place of an exit.
  func exitPlace(_ reason: ExitReason, age: Int, _ placement: Int) -> Int {
    reason.index * BirthCohort.ages.count * placements + place(age: age, placement)
  }

  /// The place of a child on the closing 31 March.
  func closingPlace(_ since: InCareSince, count: Int, age: Int) -> Int {
    (since.rawValue * PlacementState.counts + count) * BirthCohort.ages.count + age
  }

  /// A table by age and placement, from a place on.
  func byAge(_ cells: LaneCells, from start: Int = 0) -> [[Uncertain]] {
    BirthCohort.ages.map { age in
      (0..<placements).map { cells[start + place(age: age, $0)] }
    }
  }

  /// Adds what a cohort, the last one walked, did in a group of draws.
  mutating func add(
    _ walk: CountedWalk, of cohort: CohortClass.Cohort, in cohorts: CohortClass, _ group: Int
  ) {
    let (younger, older, _) = BirthCohort.ages(
      ofCohort: cohort.number, inMonth: BirthCohort.months)
    for (type, placement) in cohorts.types.enumerated() {
      let olderTime = walk.olderTime(type)
      for (age, spent) in [(younger, walk.time(type) - olderTime), (older, olderTime)] {
        childYears.add(spent, to: place(age: age, placement), in: group)
        for reason in ExitReason.allCases {
          exits.add(
            spent * cohorts.exitRates[reason.index][type].lanes(group),
            to: exitPlace(reason, age: age, placement), in: group)
        }
      }
    }
    addEnded(walk, of: cohort, in: cohorts, group)
    addEntries(of: cohort, in: cohorts, ages: (younger, older), group)
  }

  /// Adds the moves of cohorts that feel the same rates, and their children at the ends of months.
  mutating func add(
    movingTime: [Lanes], monthEnds held: [Lanes], of cohorts: CohortClass, _ group: Int
  ) {
    for (type, placement) in cohorts.types.enumerated() {
      for (target, destination) in cohorts.types.enumerated() {
        moves.add(
          movingTime[type] * cohorts.moveRates[type][target].lanes(group),
          to: placement * placements + destination, in: group)
      }
    }
    let perMonth = held.count / BirthCohort.months
    for month in 0..<BirthCohort.months {
      monthEnds.add(held[perMonth * (month + 1) - 1], to: month, in: group)
    }
  }

  /// Adds the children of a cohort on 31 March, or on the birthday on which it leaves.
  private mutating func addEnded(
    _ walk: CountedWalk, of cohort: CohortClass.Cohort, in cohorts: CohortClass, _ group: Int
  ) {
    let states = cohorts.states
    for count in 0..<PlacementState.counts {
      var all = Lanes.zero
      for (type, placement) in cohorts.types.enumerated() {
        let ended = walk.ended(states.index(placement: type, count: count))
        all += ended
        if cohort.number == BirthCohort.leaving {
          exitsAtEighteen.add(ended, to: placement, in: group)
        } else {
          stock.add(ended, to: place(age: cohort.number, placement), in: group)
        }
      }
      if cohort.number != BirthCohort.leaving {
        closing.add(
          all, to: closingPlace(cohorts.since, count: count, age: cohort.number), in: group)
      }
    }
  }

  private mutating func addEntries(
    of cohort: CohortClass.Cohort, in cohorts: CohortClass, ages: (younger: Int, older: Int),
    _ group: Int
  ) {
    guard cohorts.since == .enteredSince else { return }
    let older = cohorts.schedule.olderArriving
    for placement in cohorts.types {
      let children = cohort.children[placement].lanes(group)
      entries.add((1 - older) * children, to: place(age: ages.younger, placement), in: group)
      entries.add(older * children, to: place(age: ages.older, placement), in: group)
    }
  }
}
