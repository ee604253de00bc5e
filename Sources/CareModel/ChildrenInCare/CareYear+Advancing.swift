import LinearAlgebra
import Markov
import Parameters

extension CareYear {
  /// Steps one group of children through one year, month by month.
  ///
  /// Rates are constant within the year. A child starts the year, or enters, with one placement;
  /// every move, within a type or between types, adds one. Entries come evenly through the year,
  /// those of the leaving cohort in proportion to the children not yet 18. The leaving cohort is
  /// stepped in half months, the birthdays of a month falling in its middle.
  ///
  /// Conserved in every month: stock before + entries = stock after + exits. Cohorts are walked on
  /// all cores and added up in their order, so their number changes nothing.
  ///
  /// - Parameters:
  ///   - stock: Children on the opening 31 March.
  ///   - input: The year's entries and rates.
  public init(advancing stock: CareStock, by input: CareYearInput) throws {
    let placements = input.entries[0].count
    self.init(placements: placements, opening: stock.total)
    let states = PlacementState(placements: placements)
    var walks: [(walk: CohortWalk, entering: [Double]?, step: Int)] = []
    var steps: [(rates: RateMatrix, perMonth: Int)] = []
    for since in InCareSince.allCases {
      for cohort in BirthCohort.all {
        let children = Self.children(since, cohort: cohort, stock: stock, input: input)
        guard children.contains(where: { $0 > 0 }) else { continue }
        var walk = try CohortWalk(cohort: cohort, since: since, states: states, input: input)
        if since == .firstOfApril { walk.stock.replaceSubrange(0..<placements, with: children) }
        let step = (rates: walk.rates, perMonth: CohortYear.steps(aMonthOf: cohort))
        // Neighbouring cohorts within an age group have the same rates.
        if steps.last.map({ $0 != step }) ?? true { steps.append(step) }
        walks.append((walk, since == .enteredSince ? children : nil, steps.count - 1))
      }
    }
    let prepared = try concurrently(steps.indices) { [steps] index in
      OpenCohortStep(
        rates: steps[index].rates,
        period: 1 / Double(BirthCohort.months * steps[index].perMonth))
    }
    for year in try concurrently(
      walks.indices,
      { [walks] index in
        CohortYear(
          walks[index].walk, by: prepared[walks[index].step], entering: walks[index].entering)
      })
    { add(year) }
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

  /// Adds what a cohort did.
  private mutating func add(_ year: CohortYear) {
    let walk = year.walk
    for (month, period) in year.periods { record(period, of: walk, inMonth: month) }
    for (month, children) in year.monthEnds.enumerated() { monthEnds[month] += children }
    for placement in 0..<walk.states.placements {
      exitsAtEighteen[placement] += year.turnedEighteen[placement]
    }
    guard walk.cohort != BirthCohort.leaving else { return }
    for count in 0..<PlacementState.counts {
      for placement in 0..<walk.states.placements {
        closing[walk.since.rawValue][count][walk.cohort][placement] +=
          walk.stock[walk.states.index(placement: placement, count: count)]
      }
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
