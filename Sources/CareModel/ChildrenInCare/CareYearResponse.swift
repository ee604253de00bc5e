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
  private let order: LaneOrder

  private struct Part: Sendable {
    let classes: [CohortClass]
    let exitRates: [[[Uncertain]]]
    /// By group of eight draws, then by class.
    let walks: [[(rates: ClassRates, response: CountedResponse)]]

    init(_ children: CareYearChildren, feeling input: CareYearInput, _ order: LaneOrder) {
      let classes = CohortClass.all(of: children, feeling: input)
      self.classes = classes
      exitRates = input.exitRates
      walks = (0..<order.groups).map { group in
        let moves = MoveLanes(input, order, group)
        return classes.map { cohorts in
          let areArriving = cohorts.since == .enteredSince
          var (rates, mixture) = (ClassRates(), [Lanes]())
          cohorts.set(&rates, moves, group)
          children.setLanes(&mixture, of: cohorts.cohorts[0], in: cohorts, order, group)
          let response = CountedResponse(
            rates.counted, on: cohorts.schedule, areArriving: areArriving,
            mixture: areArriving ? mixture : nil)
          return (rates, response)
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
    let order = LaneOrder(inputs[0], draws: inputs[0].draws ?? stock.draws)
    self.entries = entries
    self.order = order
    parts = inputs.map { input in
      Part(
        CareYearChildren(stock: stock, entered: input.entered, mix: input.firstPlacements),
        feeling: input, order)
    }
  }

  /// The year of an area.
  ///
  /// - Parameter children: Its children by what they feel: as many as there are rates.
  func year(of children: [CareYearChildren]) -> CareYear {
    let all = children.dropFirst().reduce(children[0]) { .sum($0, $1) }
    var (room, walk) = (CareYearSums.Room(), ResponseWalk())
    // What leaves each placement is not known by rates alone where several are felt.
    return CareYear(
      of: all, exitRates: children.count == 1 ? parts[0].exitRates : nil, order: order
    ) { sums, group in
      for (part, children) in zip(parts, children) {
        for (cohorts, walked) in zip(part.classes, part.walks[group]) {
          walk.begin(walked.response)
          sums.add(&walk, of: cohorts, children, at: walked.rates, group, &room)
        }
      }
    }
  }

  /// How the year of an area ends, at a fraction of what the year costs.
  ///
  /// - Parameter children: As of ``year(of:)``.
  func end(of children: [CareYearChildren]) -> CareYearEnd {
    var end = CareYearEnd.Sums(placements: children[0].placements, order: order)
    var walk = ResponseWalk()
    for group in 0..<order.groups {
      for (part, children) in zip(parts, children) {
        for (cohorts, walked) in zip(part.classes, part.walks[group]) {
          walk.begin(walked.response)
          end.add(&walk, of: cohorts, children, at: walked.rates, group)
        }
      }
    }
    return CareYearEnd(end)
  }
}
