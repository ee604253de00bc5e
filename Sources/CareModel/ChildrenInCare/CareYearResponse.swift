import Markov
import Statistics

/// A year of one group of children that is the same, per child, for the children of many areas: those
/// in care on 1 April are spread over placements in any way, those who enter as in the whole.
///
/// Law: the years of parts add up to that of the whole.
struct CareYearResponse: Sendable {
  /// Children of the whole who enter.
  let entries: CareEntries
  private let classes: [CohortClass]
  private let exitRates: [[[Uncertain]]]
  private let order: LaneOrder
  /// By group of eight draws, then by class.
  private let walks: [[(rates: ClassRates, walk: CountedResponse)]]

  /// What a year does.
  ///
  /// - Parameters:
  ///   - stock: Children of the whole on the opening 31 March; where it has none a part has none.
  ///   - entries: Children of the whole who enter.
  ///   - rates: The year's rates.
  init(
    advancing stock: CareStock, entries: CareEntries, by rates: CareRates, of group: ChildGroup
  ) {
    let input = CareYearInput(entries, of: group, rates: rates)
    let children = CareYearChildren(
      stock: stock, entered: input.entered, mix: input.firstPlacements)
    let classes = CohortClass.all(of: children, feeling: input)
    let order = LaneOrder(input, draws: input.draws ?? stock.draws)
    self.entries = entries
    self.classes = classes
    self.order = order
    exitRates = input.exitRates
    walks = (0..<order.groups).map { group in
      let moves = MoveLanes(input, order, group)
      return classes.map { cohorts in
        let areArriving = cohorts.since == .enteredSince
        var (rates, mixture) = (ClassRates(), [Lanes]())
        cohorts.set(&rates, moves, group)
        children.setLanes(&mixture, of: cohorts.cohorts[0], in: cohorts, order, group)
        let walk = CountedResponse(
          rates.counted, on: cohorts.schedule, areArriving: areArriving,
          mixture: areArriving ? mixture : nil)
        return (rates, walk)
      }
    }
  }

  /// The year of a part.
  ///
  /// - Parameters:
  ///   - stock: Its children on the opening 31 March.
  ///   - entries: Those who enter.
  func year(of stock: CareStock, entries: CareEntries) -> CareYear {
    let children = CareYearChildren(stock: stock, entered: entries.byCohort, mix: entries.mix)
    var room = CareYearSums.Room()
    return CareYear(of: children, exitRates: exitRates, order: order) { sums, group in
      for (cohorts, walked) in zip(classes, walks[group]) {
        var walk = walked.walk
        sums.add(&walk, of: cohorts, children, at: walked.rates, group, &room)
      }
    }
  }
}
