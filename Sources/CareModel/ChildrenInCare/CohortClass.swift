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
  private let exitRates: [[Uncertain]]
  /// Origin × destination, for a factor of 1, among the types that take part.
  private let moveRates: [[Uncertain]]
  private let moveFactor: [Uncertain]

  /// Cohorts that feel the same rates.
  ///
  /// - Parameters:
  ///   - since: Whether they were in care on 1 April.
  ///   - cohorts: At least one; see ``CareYearInput/isAlike(_:_:)``.
  ///   - children: Whose placement types take part, besides those that are open.
  ///   - input: The year's rates.
  init(
    _ since: InCareSince, _ cohorts: [Int], of children: CareYearChildren,
    feeling input: CareYearInput
  ) {
    let first = cohorts[0]
    let open = input.openness[first]
    let types = open.indices.filter { type in
      open[type].highest > 0 || cohorts.contains { children.of($0, since)[type].highest > 0 }
    }
    self.since = since
    self.cohorts = cohorts
    self.types = types
    exitRates = input.exitRates.map { rates in types.map { rates[first][$0] } }
    moveRates = types.map { origin in types.map { input.moveRate[origin][$0] * open[$0] } }
    moveFactor = input.moveFactor[since.rawValue]
  }

  /// The rates of a group of eight draws.
  func rates(_ group: Int) -> ClassRates {
    let exits = exitRates.map { rates in rates.map { $0.lanes(group) } }
    return ClassRates(
      exits: exits,
      counted: CountedRates(
        moves: moveRates.joined().map { $0.lanes(group) },
        exits: types.indices.map { type in exits.reduce(.zero) { $0 + $1[type] } },
        factors: moveFactor.map { $0.lanes(group) }))
  }

  /// When the children of all cohorts leave and get older.
  var schedule: CountedSchedule { CohortClass.schedule(ofCohort: cohorts[0]) }

  /// When the children of a cohort leave and get older.
  static func schedule(ofCohort cohort: Int) -> CountedSchedule { schedules[cohort] }

  private static let schedules = BirthCohort.all.map { CountedSchedule(ofCohort: $0) }
}

/// The rates that a class of cohorts feels in a group of eight draws.
struct ClassRates: Sendable {
  /// Per child and year, reason × type that takes part.
  let exits: [[Lanes]]
  /// All moves, and exits whatever their reason.
  let counted: CountedRates
}

extension CohortClass {
  /// All cohorts that have children by what they feel, in their order.
  static func all(of children: CareYearChildren, feeling input: CareYearInput) -> [CohortClass] {
    InCareSince.allCases.flatMap { since in
      BirthCohort.all.reduce(into: [[Int]]()) { classes, cohort in
        guard children.of(cohort, since).contains(where: { $0.highest > 0 }) else { return }
        if let last = classes.indices.last, input.isAlike(classes[last][0], cohort) {
          classes[last].append(cohort)
        } else {
          classes.append([cohort])
        }
      }.map { CohortClass(since, $0, of: children, feeling: input) }
    }
  }
}

extension CareYearInput {
  /// Whether two cohorts feel the same rates in the same steps.
  fileprivate func isAlike(_ a: Int, _ b: Int) -> Bool {
    CohortClass.schedule(ofCohort: a) == CohortClass.schedule(ofCohort: b)
      && openness[a] == openness[b]
      && exitRates.allSatisfy { $0[a] == $0[b] }
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
