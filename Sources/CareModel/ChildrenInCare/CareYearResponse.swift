import Markov
import Statistics

/// A year of one group of children that is the same, per child, for the children of many areas: those
/// in care on 1 April are spread over placements in any way, those who enter as in the whole.
///
/// Children may be in parts that feel rates of their own.
///
/// Law: the years of areas add up to that of the whole.
struct CareYearResponse: Sendable {
  /// Children of the whole who enter.
  let entries: CareEntries
  /// What each part of the children feels.
  private let parts: [Part]
  private let draws: Int?

  private struct Part: Sendable {
    let classes: [CohortClass]
    let exitRates: [[[Uncertain]]]
    /// By group of eight draws, then by class.
    let walks: [[(rates: ClassRates, walk: CountedResponse)]]

    init(_ children: CareYearChildren, feeling input: CareYearInput, draws: Int?) {
      let classes = CohortClass.all(of: children, feeling: input)
      self.classes = classes
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
  }

  /// What a year does.
  ///
  /// - Parameters:
  ///   - stock: Children of the whole on the opening 31 March; where it has none an area has none.
  ///   - entries: Children of the whole who enter.
  ///   - rates: The year's rates, of each part of the children.
  ///   - group: Which children.
  init(
    advancing stock: CareStock, entries: CareEntries, by rates: [CareRates], of group: ChildGroup
  ) {
    let inputs = rates.map { CareYearInput(entries, of: group, rates: $0) }
    let draws = inputs.lazy.compactMap(\.draws).first ?? stock.draws
    self.entries = entries
    self.draws = draws
    parts = inputs.map { input in
      Part(
        CareYearChildren(stock: stock, entered: input.entered, mix: input.firstPlacements),
        feeling: input, draws: draws)
    }
  }

  /// The year of an area.
  ///
  /// - Parameter children: Its children by what they feel: as many as there are rates.
  func year(of children: [CareYearChildren]) -> CareYear {
    let all = children.dropFirst().reduce(children[0]) { .sum($0, $1) }
    // What leaves each placement is not known by rates alone where several are felt.
    return CareYear(
      of: all, exitRates: children.count == 1 ? parts[0].exitRates : nil, draws: draws
    ) { sums, group in
      for (part, children) in zip(parts, children) {
        for (cohorts, (rates, walk)) in zip(part.classes, part.walks[group]) {
          sums.add(walk, of: cohorts, children, at: rates, group)
        }
      }
    }
  }

  /// How the year of an area ends, at a fraction of what the year costs.
  ///
  /// - Parameter children: As of ``year(of:)``.
  func end(of children: [CareYearChildren]) -> CareYearEnd {
    var end = CareYearEnd.Sums(placements: children[0].placements, draws: draws)
    for group in 0..<LaneCells.groups(of: draws) {
      for (part, children) in zip(parts, children) {
        for (cohorts, (rates, walk)) in zip(part.classes, part.walks[group]) {
          end.add(walk, of: cohorts, children, at: rates, group)
        }
      }
    }
    return CareYearEnd(end)
  }
}
