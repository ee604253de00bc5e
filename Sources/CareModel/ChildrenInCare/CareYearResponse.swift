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
  private let draws: Int?
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
    let draws = input.draws ?? stock.draws
    self.entries = entries
    self.classes = classes
    self.draws = draws
    exitRates = input.exitRates
    walks = (0..<LaneCells.groups(of: draws)).map { group in
      let moves = MoveLanes(input, group)
      return classes.map { cohorts in
        let rates = cohorts.rates(moves, group)
        let areArriving = cohorts.since == .enteredSince
        let walk = CountedResponse(
          rates.counted, on: cohorts.schedule, areArriving: areArriving,
          mixture: areArriving ? cohorts.mixture(group) : nil)
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
    return CareYear(of: children, exitRates: exitRates, draws: draws) { sums, group in
      for (cohorts, (rates, walk)) in zip(classes, walks[group]) {
        sums.add(walk, of: cohorts, children, at: rates, group)
      }
    }
  }
}
