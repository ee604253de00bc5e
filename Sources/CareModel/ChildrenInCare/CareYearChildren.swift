import Markov
import Statistics

/// The children of a year: those in care on 1 April and those who enter.
struct CareYearChildren: Sendable {
  /// Children on the opening 31 March.
  let stock: CareStock
  /// Children who enter in the year, by cohort (0 to 18). 19; each ≥ 0.
  let entered: [Uncertain]
  /// First placements of those who enter, cohort × placement. 19 × P; rows add up to 1.
  let mix: [[Uncertain]]

  /// Placement types, P.
  var placements: Int { mix[0].count }

  /// Whether a cohort has children in any draw.
  func are(in cohort: Int, _ since: InCareSince) -> Bool {
    switch since {
    case .firstOfApril: cohort > 0 && stock.children[cohort - 1].contains { $0.highest > 0 }
    case .enteredSince: entered[cohort].highest > 0
    }
  }

  /// Whether a cohort has children in a placement type in any draw.
  func are(in cohort: Int, _ since: InCareSince, placement: Int) -> Bool {
    switch since {
    case .firstOfApril: cohort > 0 && stock.children[cohort - 1][placement].highest > 0
    case .enteredSince: entered[cohort].highest > 0 && mix[cohort][placement].highest > 0
    }
  }

  /// Sets the children of a cohort in care on 1 April in a group of eight draws, or how those of it who
  /// enter are spread, by the placement types of its class.
  func setLanes(
    _ lanes: inout [Lanes], of cohort: Int, in cohorts: CohortClass, _ order: LaneOrder,
    _ group: Int
  ) {
    let row = cohorts.since == .enteredSince ? mix[cohort] : stock.children[cohort - 1]
    lanes.resize(to: cohorts.types.count)
    for (place, type) in cohorts.types.enumerated() {
      lanes[place] = order.lanes(of: row[type], group)
    }
  }
}
