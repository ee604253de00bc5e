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
    for cohorts in CohortClass.all(stock, input) {
      for group in 0..<LaneCells.groups(of: sums.draws) {
        var walk = CountedWalk(
          cohorts.rates(group), on: cohorts.schedule,
          areArriving: cohorts.since == .enteredSince)
        var movingTime = [Lanes](repeating: .zero, count: cohorts.types.count)
        for cohort in cohorts.cohorts {
          walk.walk(cohorts.types.map { cohort.children[$0].lanes(group) })
          sums.add(walk, of: cohort, in: cohorts, group)
          for type in movingTime.indices { movingTime[type] += walk.movingTime(type) }
        }
        sums.add(movingTime: movingTime, monthEnds: walk.held(), of: cohorts, group)
      }
    }
    self.init(sums, opening: stock.total)
  }
}
