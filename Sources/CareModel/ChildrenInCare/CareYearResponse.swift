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
  /// By class, then by group of eight draws.
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
    let children = CareYearChildren(stock: stock, entries: input.entries)
    let classes = CohortClass.all(of: children, feeling: input)
    let draws = input.draws ?? stock.draws
    self.entries = entries
    self.classes = classes
    self.draws = draws
    exitRates = input.exitRates
    walks = classes.map { cohorts in
      let mix = entries.mix[cohorts.cohorts[0]]
      let areArriving = cohorts.since == .enteredSince
      precondition(
        !areArriving || cohorts.cohorts.allSatisfy { entries.mix[$0] == mix },
        "cohorts \(cohorts.cohorts) enter other placements")
      return (0..<LaneCells.groups(of: draws)).map { group in
        let rates = cohorts.rates(group)
        let walk = CountedResponse(
          rates.counted, on: cohorts.schedule, areArriving: areArriving,
          mixture: areArriving ? cohorts.types.map { mix[$0].lanes(group) } : nil)
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
    CareYear(
      of: CareYearChildren(stock: stock, entries: entries.byCohort), in: classes,
      exitRates: exitRates, draws: draws
    ) { walks[$0][$1] }
  }
}
