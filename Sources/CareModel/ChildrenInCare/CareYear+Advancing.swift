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
    let children = CareYearChildren(stock: stock, entries: input.entries)
    let classes = CohortClass.all(of: children, feeling: input)
    self.init(
      of: children, in: classes, exitRates: input.exitRates, draws: input.draws ?? stock.draws
    ) { place, group in
      let (cohorts, rates) = (classes[place], classes[place].rates(group))
      let walk = CountedWalk(
        rates.counted, on: cohorts.schedule, areArriving: cohorts.since == .enteredSince)
      return (rates, walk)
    }
  }

  /// Steps children through one year whose cohorts are in classes.
  ///
  /// - Parameters:
  ///   - children: Who are in care on 1 April and who enter.
  ///   - classes: All cohorts that have children.
  ///   - exitRates: Reason × cohort × placement, for later.
  ///   - draws: How many draws there are; `nil` where every number is known.
  ///   - walk: Walks the cohorts of a class in a group of eight draws.
  init<Walk: CountedYear>(
    of children: CareYearChildren, in classes: [CohortClass], exitRates: [[[Uncertain]]],
    draws: Int?, _ walk: (_ place: Int, _ group: Int) -> (ClassRates, Walk)
  ) {
    var sums = CareYearSums(placements: children.placements, draws: draws)
    for (place, cohorts) in classes.enumerated() {
      for group in 0..<LaneCells.groups(of: draws) {
        var (rates, walk) = walk(place, group)
        var movingTime = [Lanes](repeating: .zero, count: cohorts.types.count)
        for cohort in cohorts.cohorts {
          let number = children.of(cohort, cohorts.since)
          let lanes = cohorts.types.map { number[$0].lanes(group) }
          walk.walk(lanes)
          sums.add(walk, of: cohort, lanes, in: cohorts, at: rates, group)
          for type in movingTime.indices { movingTime[type] += walk.movingTime(type) }
        }
        sums.add(movingTime: movingTime, monthEnds: walk.held(), of: cohorts, at: rates, group)
      }
    }
    self.init(sums, of: children, exitRates: exitRates)
  }
}
