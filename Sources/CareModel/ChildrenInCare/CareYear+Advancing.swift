import Markov
import Statistics

extension CareYear {
  /// Steps one group of children through one year, month by month.
  ///
  /// Rates are constant within the year. A child starts the year, or enters, with one placement;
  /// every move, within a type or between types, adds one. Entries come evenly through the year,
  /// those of the leaving cohort in proportion to the children not yet 18. The leaving cohort is
  /// stepped in half months, the birthdays of a month falling in its middle.
  ///
  /// Conserved in every month: stock before + entries = stock after + exits. Draws are computed eight
  /// at a time and cohorts added up in their order: a draw's bits do not depend on the others.
  ///
  /// - Parameters:
  ///   - stock: Children on the opening 31 March.
  ///   - input: The year's entries and rates.
  public init(advancing stock: CareStock, by input: CareYearInput) {
    var sums = CareYearSums(placements: input.moveRate.count, draws: input.draws ?? stock.draws)
    for cohorts in CareYear.classes(stock, input) {
      for group in 0..<LaneCells.groups(of: sums.draws) {
        let step = CountedStep(
          cohorts.rates(group), period: cohorts.period,
          hasEntries: cohorts.since == .enteredSince)
        for cohort in cohorts.cohorts {
          let children = cohorts.types.map { cohort.children[$0].lanes(group) }
          let nobody = [Lanes](repeating: .zero, count: children.count)
          let walk =
            switch cohorts.since {
            case .firstOfApril:
              CountedWalk(
                opening: children, entering: nobody, by: step, on: cohorts.schedule(of: cohort))
            case .enteredSince:
              CountedWalk(
                opening: nobody, entering: children, by: step, on: cohorts.schedule(of: cohort))
            }
          sums.add(walk, of: cohort, in: cohorts, group)
        }
      }
    }
    self.init(sums, opening: stock.total)
  }

  /// Cohorts by what they feel, in their order.
  private static func classes(_ stock: CareStock, _ input: CareYearInput) -> [CohortClass] {
    var classes: [CohortClass] = []
    for since in InCareSince.allCases {
      for cohort in BirthCohort.all {
        guard let next = CohortClass(since, cohort: cohort, stock: stock, input: input) else {
          continue
        }
        if let last = classes.indices.last, classes[last].feelsTheSame(as: next) {
          classes[last].join(next)
        } else {
          classes.append(next)
        }
      }
    }
    return classes.map { $0.prepared() }
  }
}
