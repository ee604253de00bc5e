import Parameters

/// What the figures of a row rest on, in runs of areas within England: a column that flags every row of
/// a region or an authority.
enum AreaBasis: String, CaseIterable {
  case england = "England as modelled"
  case part = "England's rates; funding apportioned"

  /// What the reader of a run must know of its regions and authorities.
  static func sentence(of results: RunResults) -> String {
    results.intervals == nil ? basis : basis + " " + intervals
  }

  private static let intervals =
    "Their intervals hold what is drawn of England's rates and prices; their own children and entries "
    + "are taken as known, so that the smaller an area the more its interval leaves out."

  private static let basis =
    "Regions and authorities are projected at England's rates and prices, from their own children on "
    + "31 March 2024 and their own entries. Their funding, reform programme and past spending are "
    + "England's, apportioned by net spending at England's unit costs."

  /// The column's name.
  static let column = "area_basis"

  /// The column of a run's tables; none in a run of England alone.
  static func filters<Cell>(of results: RunResults) -> [FilterColumn<ScenarioRow<Cell>>] {
    guard results.coversParts else { return [] }
    let basis: AreaBasis = results.area == .england ? .england : .part
    return [
      FilterColumn(
        id: column, label: "Area basis", hint: "Rates of regions and authorities are England's",
        defaultItem: basis.rawValue, item: { _ in basis.rawValue })
    ]
  }
}
