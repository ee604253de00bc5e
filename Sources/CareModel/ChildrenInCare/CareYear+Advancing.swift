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
  /// Conserved: stock before + entries = stock after + exits. Draws are computed eight at a time and
  /// cohorts added up in their order: a draw's bits do not depend on the others.
  ///
  /// - Parameters:
  ///   - stock: Children on the opening 31 March.
  ///   - input: The year's entries and rates.
  public init(advancing stock: CareStock, by input: CareYearInput) {
    let children = CareYearChildren(
      stock: stock, entered: input.entered, mix: input.firstPlacements)
    let classes = CohortClass.all(of: children, feeling: input)
    let order = LaneOrder(input, draws: input.draws ?? stock.draws)
    // Used again from class to class.
    var (rates, walk, room) = (ClassRates(), CountedWalk(), CareYearSums.Room())
    self.init(of: children, exitRates: input.exitRates, order: order) { sums, group in
      let moves = MoveLanes(input, order, group)
      for cohorts in classes {
        cohorts.set(&rates, moves, group)
        walk.begin(
          rates.counted, on: cohorts.schedule, areArriving: cohorts.since == .enteredSince)
        sums.add(&walk, of: cohorts, children, at: rates, group, &room)
      }
    }
  }

  /// Steps children through one year.
  ///
  /// - Parameters:
  ///   - children: Who are in care on 1 April and who enter.
  ///   - exitRates: Reason × cohort × placement, for later; `nil` where parts of them feel others.
  ///   - order: How draws stand side by side.
  ///   - add: Adds what all cohorts do in a group of eight draws.
  init(
    of children: CareYearChildren, exitRates: [[[Uncertain]]]?, order: LaneOrder,
    _ add: (_ sums: inout CareYearSums, _ group: Int) -> Void
  ) {
    var sums = CareYearSums(placements: children.placements, order: order)
    for group in 0..<order.groups { add(&sums, group) }
    self.init(sums, of: children, exitRates: exitRates)
  }
}
