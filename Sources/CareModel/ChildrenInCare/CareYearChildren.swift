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

  /// The children of a cohort in a group of eight draws, by the placement types of its class.
  func lanes(of cohort: Int, in cohorts: CohortClass, _ group: Int) -> [Lanes] {
    switch cohorts.since {
    case .firstOfApril:
      let row = stock.children[cohort - 1]
      return cohorts.types.map { row[$0].lanes(group) }
    case .enteredSince:
      let (row, number) = (mix[cohort], entered[cohort].lanes(group))
      return cohorts.types.map { row[$0].lanes(group) * number }
    }
  }
}
