import Parameters

/// What a column of a CSV file holds: the files' machine-readable descriptions are made of it.
struct ColumnDescription: Sendable, Hashable {
  /// What the cells are.
  enum Kind: Sendable, Hashable {
    case text
    /// A whole number.
    case whole
    /// A plain number without an exponent.
    case decimal
    /// A day, `2024-04-01`.
    case day
  }

  /// Its name in the header.
  let name: String
  /// What it holds, for a reader.
  let label: String
  /// What the cells are.
  var kind = Kind.text
  /// What figures are measured in; blank where that does not apply or is a column of its own.
  var unit = ""
  /// Whether every cell holds a value.
  var isRequired = false
  /// The only texts that occur; `nil` if they are not a closed list.
  var items: [String]?
  /// What stands instead of a value, besides nothing.
  var markers: [Marker] = []
}

extension ColumnDescription {
  /// The column of an indicator's figures.
  init(_ indicator: IndicatorHeading) {
    self.init(
      name: indicator.id, label: indicator.label, kind: .decimal, unit: indicator.unit.word,
      markers: Marker.allCases)
  }

  /// The column of a filter.
  init(_ filter: OutputTable.Filter) {
    let heading = filter.heading
    let label = heading.hint.isEmpty ? heading.label : "\(heading.label). \(heading.hint)"
    self.init(name: heading.id, label: label, isRequired: true, items: filter.items)
  }

  /// The columns of time and place, in the order of the files.
  static let timeAndPlace = time + place

  /// The columns of time.
  private static let time = [
    ColumnDescription(name: "time_period", label: "Period", kind: .whole, isRequired: true),
    ColumnDescription(name: "time_identifier", label: "What the period is", isRequired: true),
  ]

  /// The columns of place.
  static let place = [
    ColumnDescription(
      name: "geographic_level", label: "How large the place is", isRequired: true,
      items: Area.Level.allCases.map(\.rawValue)),
    ColumnDescription(name: "country_code", label: "Code of the country", isRequired: true),
    ColumnDescription(name: "country_name", label: "Name of the country", isRequired: true),
    ColumnDescription(name: "region_code", label: "Code of the region"),
    ColumnDescription(name: "region_name", label: "Name of the region"),
    ColumnDescription(name: "old_la_code", label: "Number of the local authority, three digits"),
    ColumnDescription(name: "new_la_code", label: "Code of the local authority, nine characters"),
    ColumnDescription(name: "la_name", label: "Name of the local authority"),
  ]

  /// The columns of time and place that tell rows apart.
  static let timeAndPlaceKey = ["time_period", "geographic_level", "region_code", "new_la_code"]
}
