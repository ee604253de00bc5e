import Markov
import Statistics

/// Cohorts of a year that feel the same rates, such as those aged 11 to 15: their matrices are made
/// once. Only the placement types that they can be in take part.
struct CohortClass {
  /// A cohort, its children in care on 1 April or those who enter, by placement type. P.
  struct Cohort {
    let number: Int
    let children: [Uncertain]
  }

  let since: InCareSince
  private(set) var cohorts: [Cohort]
  /// The placement types that take part, in order.
  private(set) var types: [Int]
  /// Per child and year, reason × type that takes part.
  private(set) var exitRates: [[Uncertain]]
  /// Origin × destination, for a factor of 1, among the types that take part.
  private(set) var moveRates: [[Uncertain]]
  private let moveFactor: [Uncertain]
  private let first: Int
  private let input: CareYearInput

  /// The class of one cohort, or `nil` where it has no children.
  init?(_ since: InCareSince, cohort: Int, stock: CareStock, input: CareYearInput) {
    let children =
      switch since {
      case .firstOfApril: cohort == 0 ? [] : stock.children[cohort - 1]
      case .enteredSince: input.entries[cohort]
      }
    guard children.contains(where: { $0.highest > 0 }) else { return nil }
    self.since = since
    self.input = input
    first = cohort
    cohorts = [Cohort(number: cohort, children: children)]
    moveFactor = input.moveFactor[since.rawValue]
    (types, exitRates, moveRates) = ([], [], [])
  }

  /// Whether a cohort of another class feels the same rates in the same steps.
  func feelsTheSame(as other: CohortClass) -> Bool {
    since == other.since && other.first != BirthCohort.leaving
      && input.openness[first] == input.openness[other.first]
      && input.exitRates.allSatisfy { $0[first] == $0[other.first] }
  }

  /// Takes in the cohorts of another class.
  mutating func join(_ other: CohortClass) { cohorts += other.cohorts }

  /// Chooses the types that take part and their rates.
  func prepared() -> CohortClass {
    var result = self
    let open = input.openness[first]
    result.types = open.indices.filter { type in
      open[type].highest > 0 || cohorts.contains { $0.children[type].highest > 0 }
    }
    result.exitRates = input.exitRates.map { rates in result.types.map { rates[first][$0] } }
    result.moveRates = result.types.map { origin in
      result.types.map { input.moveRate[origin][$0] * open[$0] }
    }
    return result
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

  /// The move factor of a state among those of the types that take part, in a group of draws.
  func moveFactor(ofState state: Int, _ group: Int) -> Lanes {
    moveFactor[state / types.count].lanes(group)
  }

  /// When children arrive and leave.
  func schedule(of cohort: Cohort) -> CountedSchedule {
    CountedSchedule(ofCohort: cohort.number)
  }

  /// The length of a step, in years: a month, half a month for the leaving cohort.
  var period: Double {
    1 / Double(first == BirthCohort.leaving ? 2 * BirthCohort.months : BirthCohort.months)
  }
}

extension CountedSchedule {
  /// The steps of a cohort's year.
  ///
  /// Children enter evenly; those of the leaving cohort in proportion to the children not yet 18. It
  /// is stepped in half months, the birthdays of a month falling in its middle.
  init(ofCohort cohort: Int) {
    let months = 1...BirthCohort.months
    guard cohort == BirthCohort.leaving else {
      self.init(
        arriving: months.map { _ in 1 / Double(BirthCohort.months) },
        leaving: months.map { _ in 0 },
        older: months.map { BirthCohort.ages(ofCohort: cohort, inMonth: $0).shareOlder })
      return
    }
    let halves = 2 * BirthCohort.months
    // Children not yet 18 in half month h = 1…24: (25 − h) / 24, rounded to whole months.
    let weights = (1...halves).map { Double((halves + 1 - $0) / 2) }
    let total = weights.reduce(0, +)
    self.init(
      arriving: weights.map { $0 / total },
      leaving: months.flatMap { [BirthCohort.shareTurningEighteen(inMonth: $0), 0] },
      older: (1...halves).map { _ in 1 })
  }
}
