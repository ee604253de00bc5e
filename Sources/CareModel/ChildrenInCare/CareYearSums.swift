import Markov
import Statistics

/// What the cohorts of a year add up to.
struct CareYearSums: Sendable, Equatable {
  let placements: Int
  /// How draws stand side by side.
  let order: LaneOrder
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

  init(placements: Int, order: LaneOrder) {
    self.placements = placements
    self.order = order
    let ages = BirthCohort.ages.count
    let since = InCareSince.allCases.count
    func cells(_ count: Int) -> LaneCells { LaneCells(count: count, order: order) }
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

  /// What is used again from class to class.
  struct Room {
    /// Children who are walked, by type that takes part.
    fileprivate var children: [Lanes] = []
    /// The time in each type times the factor on moves of those who spent it. Child-years.
    fileprivate var movingTime: [Lanes] = []
  }

  /// Adds what cohorts that feel the same rates do in a group of draws.
  ///
  /// Those who enter are spread over placements alike, so that one walk stands for all of them.
  ///
  /// - Parameters:
  ///   - walk: Walks them.
  ///   - cohorts: Their class.
  ///   - children: All who are in care on 1 April or enter.
  ///   - rates: The rates of the class.
  ///   - group: The group of draws.
  ///   - room: Used again from class to class.
  mutating func add(
    _ walk: inout some CountedYear, of cohorts: CohortClass, _ children: CareYearChildren,
    at rates: ClassRates, _ group: Int, _ room: inout Room
  ) {
    let areEntering = cohorts.since == .enteredSince
    room.movingTime.resize(to: cohorts.types.count)
    for type in cohorts.types.indices { room.movingTime[type] = .zero }
    for cohort in cohorts.cohorts {
      if !areEntering || cohort == cohorts.cohorts[0] {
        children.setLanes(&room.children, of: cohort, in: cohorts, order, group)
        walk.walk(room.children)
      }
      let number = areEntering ? order.lanes(of: children.entered[cohort], group) : .one
      add(walk, times: number, of: cohort, in: cohorts, at: rates, group)
      if areEntering { add(entered: number, of: cohort, group) }
      for type in cohorts.types.indices {
        room.movingTime[type] += number * walk.movingTime(type)
      }
    }
    for (type, placement) in cohorts.types.enumerated() {
      for (target, destination) in cohorts.types.enumerated() {
        moves.add(
          room.movingTime[type] * rates.counted.moves[type * cohorts.types.count + target],
          to: placement * placements + destination, in: group)
      }
    }
  }

  /// Adds what a cohort did.
  ///
  /// - Parameters:
  ///   - walk: What walked it, or children spread like it, last.
  ///   - number: What multiplies those who were walked.
  ///   - cohort: Its number.
  ///   - cohorts: Its class.
  ///   - rates: The rates of the class.
  ///   - group: The group of draws.
  private mutating func add(
    _ walk: some CountedYear, times number: Lanes, of cohort: Int, in cohorts: CohortClass,
    at rates: ClassRates, _ group: Int
  ) {
    let (younger, older, _) = BirthCohort.ages(ofCohort: cohort, inMonth: BirthCohort.months)
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: cohorts.types.count) { spent in
      for (age, isOlder) in [(younger, false), (older, true)] {
        for (type, placement) in cohorts.types.enumerated() {
          let olderTime = walk.olderTime(type)
          spent[type] = number * (isOlder ? olderTime : walk.time(type) - olderTime)
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
    addEnded(walk, times: number, of: cohort, in: cohorts, group)
  }

  /// Adds the children of a cohort who entered.
  private mutating func add(entered number: Lanes, of cohort: Int, _ group: Int) {
    let (younger, older, _) = BirthCohort.ages(ofCohort: cohort, inMonth: BirthCohort.months)
    let shareOlder = CohortClass.schedule(ofCohort: cohort).olderArriving
    entries.add((1 - shareOlder) * number, to: younger, in: group)
    entries.add(shareOlder * number, to: older, in: group)
  }

  /// Adds the children of a cohort on 31 March, or on the birthday on which it leaves.
  private mutating func addEnded(
    _ walk: some CountedYear, times number: Lanes, of cohort: Int, in cohorts: CohortClass,
    _ group: Int
  ) {
    let isLeaving = cohort == BirthCohort.leaving
    for (type, placement) in cohorts.types.enumerated() {
      let ended = number * walk.ended(in: type)
      if isLeaving {
        exitsAtEighteen.add(ended, to: placement, in: group)
      } else {
        stock.add(ended, to: place(age: cohort, placement), in: group)
      }
    }
    guard !isLeaving else { return }
    for count in 0..<PlacementsSoFar.counts {
      let place = closingPlace(cohorts.since, count: count, age: cohort)
      closing.add(number * walk.ended(after: count), to: place, in: group)
    }
  }
}
