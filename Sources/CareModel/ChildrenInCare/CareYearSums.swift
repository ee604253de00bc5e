import Markov
import Statistics

/// What the cohorts of a year add up to.
struct CareYearSums {
  let placements: Int
  /// Draws, or `nil` where every number is known.
  let draws: Int?
  /// In care since × placements so far × age × placement.
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
    closing = cells(since * PlacementState.counts * ages * placements)
    entries = cells(ages * placements)
    exits = cells(ExitReason.allCases.count * ages * placements)
    exitsAtEighteen = cells(placements)
    childYears = cells(ages * placements)
    moves = cells(placements * placements)
    monthEnds = cells(BirthCohort.months)
  }

  /// The place of an age and a placement type.
  func place(age: Int, _ placement: Int) -> Int { age * placements + placement }

  /// The place of a child on the closing 31 March.
  func closingPlace(_ since: InCareSince, count: Int, age: Int, _ placement: Int) -> Int {
    let block = since.rawValue * PlacementState.counts + count
    return (block * BirthCohort.ages.count + age) * placements + placement
  }

  /// Adds what a cohort, the last one walked, did in a group of draws.
  mutating func add(
    _ walk: CountedWalk, of cohort: CohortClass.Cohort, in cohorts: CohortClass, _ group: Int
  ) {
    let (younger, older, _) = BirthCohort.ages(
      ofCohort: cohort.number, inMonth: BirthCohort.months)
    let states = cohorts.states
    for (type, placement) in cohorts.types.enumerated() {
      let olderTime = walk.olderTime(type)
      for (age, spent) in [(younger, walk.time(type) - olderTime), (older, olderTime)] {
        childYears.add(spent, to: place(age: age, placement), in: group)
        for reason in ExitReason.allCases {
          exits.add(
            spent * cohorts.exitRates[reason.index][type].lanes(group),
            to: reason.index * BirthCohort.ages.count * placements + place(age: age, placement),
            in: group)
        }
      }
      for count in 0..<PlacementState.counts {
        let ended = walk.ended(states.index(placement: type, count: count))
        if cohort.number == BirthCohort.leaving {
          exitsAtEighteen.add(ended, to: placement, in: group)
        } else {
          closing.add(
            ended, to: closingPlace(cohorts.since, count: count, age: cohort.number, placement),
            in: group)
        }
      }
    }
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

extension CareYear {
  /// A year of these sums.
  init(_ sums: CareYearSums, opening: Uncertain) {
    let placements = 0..<sums.placements
    func byAge(_ cells: LaneCells, from start: Int = 0) -> [[Uncertain]] {
      BirthCohort.ages.map { age in
        placements.map { cells[start + sums.place(age: age, $0)] }
      }
    }
    self.opening = opening
    monthEnds = (0..<BirthCohort.months).map { sums.monthEnds[$0] }
    closing = InCareSince.allCases.map { since in
      (0..<PlacementState.counts).map { count in
        byAge(sums.closing, from: sums.closingPlace(since, count: count, age: 0, 0))
      }
    }
    entries = byAge(sums.entries)
    exits = ExitReason.allCases.map {
      byAge(sums.exits, from: $0.index * BirthCohort.ages.count * sums.placements)
    }
    exitsAtEighteen = placements.map { sums.exitsAtEighteen[$0] }
    childYears = byAge(sums.childYears)
    moves = placements.map { origin in
      placements.map { sums.moves[origin * sums.placements + $0] }
    }
  }
}
