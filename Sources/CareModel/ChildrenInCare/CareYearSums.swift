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
  /// Age.
  private(set) var entries: LaneCells
  /// Reason × age.
  private(set) var exits: LaneCells
  /// Placement.
  private(set) var exitsAtEighteen: LaneCells
  /// Time in care, cohort × at the younger or the older of its two ages × placement. Child-years.
  private(set) var time: LaneCells
  /// Origin × destination.
  private(set) var moves: LaneCells

  init(placements: Int, draws: Int?) {
    self.placements = placements
    self.draws = draws
    let ages = BirthCohort.ages.count
    let since = InCareSince.allCases.count
    func cells(_ count: Int) -> LaneCells { LaneCells(count: count, draws: draws) }
    stock = cells(ages * placements)
    closing = cells(since * PlacementsSoFar.counts * ages)
    entries = cells(ages)
    exits = cells(ExitReason.allCases.count * ages)
    exitsAtEighteen = cells(placements)
    time = cells(BirthCohort.all.count * 2 * placements)
    moves = cells(placements * placements)
  }

  /// The place of an age and a placement type.
  func place(age: Int, _ placement: Int) -> Int { age * placements + placement }

  /// The place of exits for a reason at an age.
  func exitPlace(_ reason: ExitReason, age: Int) -> Int {
    reason.index * BirthCohort.ages.count + age
  }

  /// The place of a cohort's time.
  func timePlace(cohort: Int, isOlder: Bool, _ placement: Int) -> Int {
    (cohort * 2 + (isOlder ? 1 : 0)) * placements + placement
  }

  /// The place of a child on the closing 31 March.
  func closingPlace(_ since: InCareSince, count: Int, age: Int) -> Int {
    (since.rawValue * PlacementsSoFar.counts + count) * BirthCohort.ages.count + age
  }

  /// A table by age and placement.
  func byAge(_ cells: LaneCells) -> [[Uncertain]] {
    BirthCohort.ages.map { age in (0..<placements).map { cells[place(age: age, $0)] } }
  }

  /// Adds what cohorts that feel the same rates did in a group of draws.
  ///
  /// - Parameters:
  ///   - walk: What walks them.
  ///   - cohorts: Their class.
  ///   - children: All who were in care on 1 April or entered.
  ///   - rates: The rates of the class.
  ///   - group: The group of draws.
  mutating func add<Walk: CountedYear>(
    _ walk: Walk, of cohorts: CohortClass, _ children: CareYearChildren, at rates: ClassRates,
    _ group: Int
  ) {
    var walk = walk
    let types = cohorts.types
    var movingTime = [Lanes](repeating: .zero, count: types.count)
    for cohort in cohorts.cohorts {
      let here = children.lanes(of: cohort, in: cohorts, group)
      walk.walk(here)
      add(walk, of: cohort, here, in: cohorts, at: rates, group)
      for type in movingTime.indices { movingTime[type] += walk.movingTime(type) }
    }
    for (type, placement) in types.enumerated() {
      for (target, destination) in types.enumerated() {
        moves.add(
          movingTime[type] * rates.counted.moves[type * types.count + target],
          to: placement * placements + destination, in: group)
      }
    }
  }

  /// Adds what a cohort, the last one walked, did: `children` are by type that takes part.
  private mutating func add(
    _ walk: some CountedYear, of cohort: Int, _ children: [Lanes], in cohorts: CohortClass,
    at rates: ClassRates, _ group: Int
  ) {
    let (younger, older, _) = BirthCohort.ages(ofCohort: cohort, inMonth: BirthCohort.months)
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: cohorts.types.count) { spent in
      for (age, isOlder) in [(younger, false), (older, true)] {
        for (type, placement) in cohorts.types.enumerated() {
          let olderTime = walk.olderTime(type)
          spent[type] = isOlder ? olderTime : walk.time(type) - olderTime
          time.add(
            spent[type], to: timePlace(cohort: cohort, isOlder: isOlder, placement), in: group)
        }
        for reason in ExitReason.allCases {
          let first = reason.index * spent.count
          var left = Lanes.zero
          for type in spent.indices { left += spent[type] * rates.exits[first + type] }
          exits.add(left, to: exitPlace(reason, age: age), in: group)
        }
      }
    }
    addEnded(walk, of: cohort, in: cohorts, group)
    guard cohorts.since == .enteredSince else { return }
    let (entered, shareOlder) = (children.reduce(.zero, +), cohorts.schedule.olderArriving)
    entries.add((1 - shareOlder) * entered, to: younger, in: group)
    entries.add(shareOlder * entered, to: older, in: group)
  }

  /// Adds the children of a cohort on 31 March, or on the birthday on which it leaves.
  private mutating func addEnded(
    _ walk: some CountedYear, of cohort: Int, in cohorts: CohortClass, _ group: Int
  ) {
    let isLeaving = cohort == BirthCohort.leaving
    for (type, placement) in cohorts.types.enumerated() {
      let ended = walk.ended(in: type)
      if isLeaving {
        exitsAtEighteen.add(ended, to: placement, in: group)
      } else {
        stock.add(ended, to: place(age: cohort, placement), in: group)
      }
    }
    guard !isLeaving else { return }
    for count in 0..<PlacementsSoFar.counts {
      let place = closingPlace(cohorts.since, count: count, age: cohort)
      closing.add(walk.ended(after: count), to: place, in: group)
    }
  }
}
