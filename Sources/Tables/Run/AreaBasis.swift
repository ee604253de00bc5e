import Parameters

/// What the figures of a row rest on, in runs of areas within England: a column that flags every row of
/// a region or an authority.
enum AreaBasis: String, CaseIterable {
  case england = "England as modelled"
  case part = "Own entries and exits; England's prices; funding apportioned"

  /// What the reader of a run must know of its regions and authorities.
  static func sentence(of results: RunResults) -> String {
    results.intervals == nil ? basis : basis + " " + intervals
  }

  private static let intervals =
    "Their intervals hold what is drawn of England, what is uncertain about each authority, how it may "
    + "change and chance; their children on 31 March 2024 by age and placement are taken as known."

  private static let basis =
    "Regions and authorities are projected from their own children on 31 March 2024. How many enter, "
    + "leave or, as care leavers, are not in education, employment or training is England's, "
    + "times what the authority's published counts say, drawn towards its region and England by how "
    + "little they say (fitted/area-effects.csv). Placements, moves and unit costs are England's. "
    + "Funding, reform programme and past spending are England's, apportioned by net spending at "
    + "England's unit costs."

  /// The column's name.
  static let column = "area_basis"

  /// The column of a run's tables; none in a run of England alone.
  static func filters<Cell>(of results: RunResults) -> [FilterColumn<ScenarioRow<Cell>>] {
    guard results.coversParts else { return [] }
    let basis: AreaBasis = results.area == .england ? .england : .part
    return [
      FilterColumn(
        id: column, label: "Area basis",
        hint: "What the figures of regions and authorities rest on",
        defaultItem: basis.rawValue, item: { _ in basis.rawValue })
    ]
  }
}
