import Markov
import Statistics

/// Cohorts of a year that feel the same rates, such as those aged 11 to 15, and are walked together.
/// Only the placement types that they can be in take part.
struct CohortClass {
  /// A cohort, its children in care on 1 April or those who enter, by placement type. P.
  struct Cohort {
    let number: Int
    let children: [Uncertain]
  }

  let since: InCareSince
  let cohorts: [Cohort]
  /// The placement types that take part, in order.
  let types: [Int]
  /// Per child and year, reason × type that takes part.
  let exitRates: [[Uncertain]]
  /// Origin × destination, for a factor of 1, among the types that take part.
  let moveRates: [[Uncertain]]
  private let moveFactor: [Uncertain]

  /// Cohorts that feel the same rates.
  ///
  /// - Parameters:
  ///   - since: Whether they were in care on 1 April.
  ///   - cohorts: At least one; see ``CareYearInput/isAlike(_:_:)``.
  ///   - input: The year's rates.
  init(_ since: InCareSince, _ cohorts: [Cohort], input: CareYearInput) {
    let first = cohorts[0].number
    let open = input.openness[first]
    let types = open.indices.filter { type in
      open[type].highest > 0 || cohorts.contains { $0.children[type].highest > 0 }
    }
    self.since = since
    self.cohorts = cohorts
    self.types = types
    exitRates = input.exitRates.map { rates in types.map { rates[first][$0] } }
    moveRates = types.map { origin in types.map { input.moveRate[origin][$0] * open[$0] } }
    moveFactor = input.moveFactor[since.rawValue]
  }

  /// The rates of a group of eight draws.
  func rates(_ group: Int) -> CountedRates {
    CountedRates(
      moves: moveRates.joined().map { $0.lanes(group) },
      exits: types.indices.map { type in
        exitRates.reduce(.zero) { $0 + $1[type].lanes(group) }
      },
      factors: moveFactor.map { $0.lanes(group) })
  }

  /// The states of the types that take part.
  var states: PlacementState { PlacementState(placements: types.count) }

  /// When the children of all cohorts leave and get older.
  var schedule: CountedSchedule { CohortClass.schedules[cohorts[0].number] }

  fileprivate static let schedules = BirthCohort.all.map { CountedSchedule(ofCohort: $0) }
}

extension CohortClass {
  /// All cohorts that have children by what they feel, in their order.
  static func all(_ stock: CareStock, _ input: CareYearInput) -> [CohortClass] {
    InCareSince.allCases.flatMap { since in
      BirthCohort.all.reduce(into: [[Cohort]]()) { classes, cohort in
        let children = children(since, cohort: cohort, stock, input)
        guard children.contains(where: { $0.highest > 0 }) else { return }
        let next = Cohort(number: cohort, children: children)
        if let last = classes.indices.last, input.isAlike(classes[last][0].number, cohort) {
          classes[last].append(next)
        } else {
          classes.append([next])
        }
      }.map { CohortClass(since, $0, input: input) }
    }
  }

  /// The children of a cohort who are in care on 1 April, or who enter in the year, by placement.
  private static func children(
    _ since: InCareSince, cohort: Int, _ stock: CareStock, _ input: CareYearInput
  ) -> [Uncertain] {
    switch since {
    case .firstOfApril: cohort == 0 ? [] : stock.children[cohort - 1]
    case .enteredSince: input.entries[cohort]
    }
  }
}

extension CareYearInput {
  /// Whether two cohorts feel the same rates in the same steps.
  fileprivate func isAlike(_ a: Int, _ b: Int) -> Bool {
    CohortClass.schedules[a] == CohortClass.schedules[b] && openness[a] == openness[b]
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
