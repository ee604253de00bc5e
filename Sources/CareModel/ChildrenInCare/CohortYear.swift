import LinearAlgebra
import Markov

/// What one cohort did in one year: the walk through its months, added up.
///
/// Arrays by age have two rows, for the younger and the older of the cohort's ages in the year.
struct CohortYear: Sendable {
  /// The cohort with its rates; its stock is that of the closing 31 March.
  private(set) var walk: CohortWalk
  /// Children who entered, age × placement.
  private(set) var entries: [[Double]]
  /// Time in care, age × placement. Child-years.
  private(set) var childYears: [[Double]]
  /// Time in care times the move factor of the state, by placement. Child-years.
  private(set) var movingYears: [Double]
  /// Children in care at the end of each month.
  private(set) var monthEnds: [Double] = []
  /// Children who left on their 18th birthday, by placement.
  private(set) var turnedEighteen: [Double]

  /// How many steps a cohort's month has: two for the leaving cohort, the birthdays of a month
  /// falling in its middle.
  static func steps(aMonthOf cohort: Int) -> Int { cohort == BirthCohort.leaving ? 2 : 1 }

  /// Walks a cohort through a year.
  ///
  /// - Parameters:
  ///   - walk: The cohort on 1 April.
  ///   - step: The step of its rates, over a month or, for the leaving cohort, half a month.
  ///   - entering: Children who enter in the year by placement, evenly, those of the leaving cohort
  ///     in proportion to the children not yet 18; `nil` for children in care on 1 April.
  init(_ walk: CohortWalk, by step: OpenCohortStep, entering: [Double]?) {
    self.walk = walk
    entries = [walk.noChildren, walk.noChildren]
    childYears = entries
    movingYears = walk.noChildren
    turnedEighteen = walk.noChildren
    if walk.cohort == BirthCohort.leaving {
      leave(by: step, entering: entering)
    } else {
      let monthly = entering?.map { $0 / Double(BirthCohort.months) }
      for month in 1...BirthCohort.months {
        record(self.walk.advance(by: step, entering: monthly), inMonth: month)
        monthEnds.append(self.walk.stock.reduce(0, +))
      }
    }
  }

  private mutating func leave(by step: OpenCohortStep, entering: [Double]?) {
    let halves = 2 * BirthCohort.months
    // Children not yet 18 in half month h = 1…24: (25 − h) / 24, rounded to whole months.
    let weights = (1...halves).map { Double((halves + 1 - $0) / 2) }
    let total = weights.reduce(0, +)
    for month in 1...BirthCohort.months {
      for half in [2 * month - 2, 2 * month - 1] {
        let arriving = entering?.map { $0 * weights[half] / total }
        record(walk.advance(by: step, entering: arriving), inMonth: month)
        guard half.isMultiple(of: 2) else { continue }
        let share = BirthCohort.shareTurningEighteen(inMonth: month)
        for state in walk.stock.indices {
          turnedEighteen[state % walk.states.placements] += walk.stock[state] * share
          walk.stock[state] = share == 1 ? 0 : walk.stock[state] * (1 - share)
        }
      }
      monthEnds.append(walk.stock.reduce(0, +))
    }
  }

  /// Adds a period at the ages that the cohort's children have in its month.
  private mutating func record(_ period: CohortWalk.Period, inMonth month: Int) {
    let older = BirthCohort.ages(ofCohort: walk.cohort, inMonth: month).shareOlder
    for (row, share) in [1 - older, older].enumerated() where share > 0 {
      for placement in movingYears.indices {
        entries[row][placement] += share * period.entries[placement]
        childYears[row][placement] += share * period.childYears[placement]
      }
    }
    for placement in movingYears.indices {
      movingYears[placement] += period.movingYears[placement]
    }
  }
}
