import Statistics

/// The children of a year: those in care on 1 April and those who enter.
struct CareYearChildren: Sendable {
  /// Children on the opening 31 March.
  let stock: CareStock
  /// Children who enter in the year, cohort (0 to 18) × placement. 19 × P; each ≥ 0.
  let entries: [[Uncertain]]

  /// Placement types, P.
  var placements: Int { entries[0].count }

  /// The children of a cohort by placement. P, or none of a cohort that is not yet born on 1 April.
  func of(_ cohort: Int, _ since: InCareSince) -> [Uncertain] {
    switch since {
    case .firstOfApril: cohort == 0 ? [] : stock.children[cohort - 1]
    case .enteredSince: entries[cohort]
    }
  }
}
