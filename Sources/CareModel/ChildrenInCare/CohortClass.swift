import Markov
import Statistics

/// Cohorts of a year that feel the same rates, such as those aged 11 to 15, and are walked together.
/// Only the placement types that they can be in take part.
struct CohortClass: Sendable {
  let since: InCareSince
  /// Their numbers, in order.
  let cohorts: [Int]
  /// The placement types that take part, in order.
  let types: [Int]
  /// Per child and year, reason × type that takes part.
  private let exitRates: [Uncertain]
  /// How open the types that take part are.
  private let openness: [Uncertain]

  /// Cohorts that feel the same rates.
  ///
  /// - Parameters:
  ///   - since: Whether they were in care on 1 April.
  ///   - cohorts: At least one; see ``CareYearInput/areAlike(_:_:_:)``.
  ///   - children: Whose placement types take part, besides those that are open.
  ///   - input: The year's rates.
  init(
    _ since: InCareSince, _ cohorts: [Int], of children: CareYearChildren,
    feeling input: CareYearInput
  ) {
    let first = cohorts[0]
    let open = input.openness[first]
    let types = open.indices.filter { type in
      open[type].highest > 0
        || cohorts.contains { children.are(in: $0, since, placement: type) }
    }
    self.since = since
    self.cohorts = cohorts
    self.types = types
    exitRates = input.exitRates.flatMap { rates in types.map { rates[first][$0] } }
    openness = types.map { open[$0] }
  }

  /// Sets the rates of a group of eight draws.
  ///
  /// - Parameters:
  ///   - rates: What is set.
  ///   - moves: The moves of the year in the group.
  ///   - group: The group.
  func set(_ rates: inout ClassRates, _ moves: MoveLanes, _ group: Int) {
    let n = types.count
    rates.exits.resize(to: exitRates.count)
    for place in exitRates.indices {
      rates.exits[place] = moves.order.lanes(of: exitRates[place], group)
    }
    let exits = rates.exits
    rates.counted.set(placements: n, factors: moves.factors[since.rawValue]) { among, all in
      for (column, destination) in types.enumerated() {
        let open = moves.order.lanes(of: openness[column], group)
        for (row, origin) in types.enumerated() {
          among[row * n + column] = moves[origin, destination] * open
        }
        all[column] = stride(from: column, to: exits.count, by: n).reduce(.zero) { $0 + exits[$1] }
      }
    }
  }

  /// When the children of all cohorts leave and get older.
  var schedule: CountedSchedule { CohortClass.schedule(ofCohort: cohorts[0]) }

  /// When the children of a cohort leave and get older.
  static func schedule(ofCohort cohort: Int) -> CountedSchedule { schedules[cohort] }

  /// Cohorts of two ages have one schedule together.
  private static let schedules: [CountedSchedule] = {
    let between = CountedSchedule(ofCohort: 1)
    return BirthCohort.all.map {
      $0 == 0 || $0 == BirthCohort.leaving ? CountedSchedule(ofCohort: $0) : between
    }
  }()
}

/// The rates that a class of cohorts feels in a group of eight draws.
struct ClassRates: Sendable {
  /// Per child and year, reason × type that takes part.
  var exits: [Lanes] = []
  /// All moves, and exits whatever their reason.
  var counted = CountedRates()
}

extension CohortClass {
  /// All cohorts that have children by what they feel, in their order.
  static func all(of children: CareYearChildren, feeling input: CareYearInput) -> [CohortClass] {
    InCareSince.allCases.flatMap { since in
      BirthCohort.all.reduce(into: [[Int]]()) { classes, cohort in
        guard children.are(in: cohort, since) else { return }
        if let last = classes.indices.last, input.areAlike(classes[last][0], cohort, since) {
          classes[last].append(cohort)
        } else {
          classes.append([cohort])
        }
      }.map { CohortClass(since, $0, of: children, feeling: input) }
    }
  }
}

extension CareYearInput {
  /// Whether two cohorts feel the same rates in the same steps and, if they enter, are placed alike.
  fileprivate func areAlike(_ a: Int, _ b: Int, _ since: InCareSince) -> Bool {
    CohortClass.schedule(ofCohort: a) == CohortClass.schedule(ofCohort: b)
      && openness[a] == openness[b]
      && exitRates.allSatisfy { $0[a] == $0[b] }
      && (since == .firstOfApril || firstPlacements[a] == firstPlacements[b])
  }
}

extension CountedSchedule {
  /// The steps of a cohort's year: months.
  ///
  /// The leaving cohort is stepped in half months, the birthdays of a month falling in its middle; its
  /// children enter in proportion to those not yet 18.
  init(ofCohort cohort: Int) {
    let months = 1...BirthCohort.months
    guard cohort == BirthCohort.leaving else {
      self.init(
        leaving: months.map { _ in 0 },
        older: months.map { BirthCohort.ages(ofCohort: cohort, inMonth: $0).shareOlder })
      return
    }
    self.init(
      leaving: months.flatMap { [BirthCohort.shareTurningEighteen(inMonth: $0), 0] },
      older: months.flatMap { _ in [1, 1] })
  }
}
