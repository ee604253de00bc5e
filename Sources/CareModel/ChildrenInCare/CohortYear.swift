import LinearAlgebra
import Markov

/// What one cohort did in one year, month by month.
struct CohortYear: Sendable {
  /// The cohort with its rates; its stock is that of the closing 31 March.
  private(set) var walk: CohortWalk
  /// What happened in each step, in order, with the month in which it fell, 1 to 12.
  private(set) var periods: [(month: Int, period: CohortWalk.Period)] = []
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
    turnedEighteen = walk.noChildren
    if walk.cohort == BirthCohort.leaving {
      leave(by: step, entering: entering)
    } else {
      let monthly = entering?.map { $0 / Double(BirthCohort.months) }
      for month in 1...BirthCohort.months {
        periods.append((month, self.walk.advance(by: step, entering: monthly)))
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
        periods.append((month, walk.advance(by: step, entering: arriving)))
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
}
