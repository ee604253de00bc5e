import LinearAlgebra
import Markov

extension CareYear {
  /// Steps one group of children through one year, month by month.
  ///
  /// Rates are constant within the year. A child starts the year, or enters, with one placement;
  /// every move, within a type or between types, adds one. Entries come evenly through the year,
  /// those of the leaving cohort in proportion to the children not yet 18. The leaving cohort is
  /// stepped in half months, the birthdays of a month falling in its middle.
  ///
  /// Conserved in every month: stock before + entries = stock after + exits.
  ///
  /// - Parameters:
  ///   - stock: Children on the opening 31 March.
  ///   - input: The year's entries and rates.
  public init(advancing stock: CareStock, by input: CareYearInput) throws {
    let placements = input.entries[0].count
    self.init(placements: placements, opening: stock.total)
    let states = PlacementState(placements: placements)
    for since in InCareSince.allCases {
      var step: OpenCohortStep?
      for cohort in BirthCohort.all {
        let children = Self.children(since, cohort: cohort, stock: stock, input: input)
        guard children.contains(where: { $0 > 0 }) else { continue }
        var walk = try CohortWalk(cohort: cohort, since: since, states: states, input: input)
        if since == .firstOfApril { walk.stock.replaceSubrange(0..<placements, with: children) }
        let entering = since == .enteredSince ? children : nil
        if cohort == BirthCohort.leaving {
          advanceLeaving(&walk, entering: entering)
        } else {
          // Neighbouring cohorts within an age group have the same rates.
          let monthly =
            step.flatMap { $0.rates == walk.rates ? $0 : nil }
            ?? OpenCohortStep(rates: walk.rates, period: 1 / Double(BirthCohort.months))
          step = monthly
          advance(&walk, by: monthly, entering: entering)
        }
      }
    }
  }

  /// The children of a cohort who are in care on 1 April, or who enter in the year, by placement.
  private static func children(
    _ since: InCareSince, cohort: Int, stock: CareStock, input: CareYearInput
  ) -> [Double] {
    switch since {
    case .firstOfApril: cohort == 0 ? [] : stock.children[cohort - 1]
    case .enteredSince: input.entries[cohort]
    }
  }

  private mutating func advance(
    _ walk: inout CohortWalk, by step: OpenCohortStep, entering: [Double]?
  ) {
    let monthly = entering?.map { $0 / Double(BirthCohort.months) }
    for month in 1...BirthCohort.months {
      record(walk.advance(by: step, entering: monthly), of: walk, inMonth: month)
      monthEnds[month - 1] += walk.stock.reduce(0, +)
    }
    for count in 0..<PlacementState.counts {
      for placement in 0..<walk.states.placements {
        closing[walk.since.rawValue][count][walk.cohort][placement] +=
          walk.stock[walk.states.index(placement: placement, count: count)]
      }
    }
  }

  private mutating func advanceLeaving(_ walk: inout CohortWalk, entering: [Double]?) {
    let halves = 2 * BirthCohort.months
    let step = OpenCohortStep(rates: walk.rates, period: 1 / Double(halves))
    // Children not yet 18 in half month h = 1…24: (25 − h) / 24, rounded to whole months.
    let weights = (1...halves).map { Double((halves + 1 - $0) / 2) }
    let total = weights.reduce(0, +)
    for month in 1...BirthCohort.months {
      for half in [2 * month - 2, 2 * month - 1] {
        let arriving = entering?.map { $0 * weights[half] / total }
        record(walk.advance(by: step, entering: arriving), of: walk, inMonth: month)
        guard half.isMultiple(of: 2) else { continue }
        let share = BirthCohort.shareTurningEighteen(inMonth: month)
        for state in walk.stock.indices {
          exitsAtEighteen[state % walk.states.placements] += walk.stock[state] * share
          walk.stock[state] = share == 1 ? 0 : walk.stock[state] * (1 - share)
        }
      }
      monthEnds[month - 1] += walk.stock.reduce(0, +)
    }
  }

  /// Adds up what a cohort did in a period, at the ages its children have in that month.
  private mutating func record(_ period: CohortWalk.Period, of walk: CohortWalk, inMonth month: Int)
  {
    let ages = BirthCohort.ages(ofCohort: walk.cohort, inMonth: month)
    let parts = [(ages.younger, 1 - ages.shareOlder), (ages.older, ages.shareOlder)]
    for (age, share) in parts where share > 0 {
      for placement in 0..<walk.states.placements {
        entries[age][placement] += share * period.entries[placement]
        childYears[age][placement] += share * period.childYears[placement]
        for reason in ExitReason.allCases {
          exits[reason.index][age][placement] +=
            share * period.childYears[placement]
            * walk.exitRates[reason.index][placement]
        }
      }
    }
    for origin in 0..<walk.states.placements {
      for destination in 0..<walk.states.placements {
        moves[origin][destination] +=
          period.movingYears[origin] * walk.moveRates[origin][destination]
      }
    }
  }
}
