public import Parameters

/// A finished table: columns described, rows checked, ready to be written or shown.
///
/// Made by `TableDefinition.table(of:)`, which guarantees: names and labels by the rules of
/// `ColumnName`; every period of the form of `time`; every number finite; one row for each
/// combination of period, place and items, in the order of periods, then of first appearance.
public struct OutputTable: Sendable, Hashable {
  /// Name of its files without ending, such as `cs_children_looked_after`.
  public let stem: String
  /// What the table shows, for a reader.
  public let title: String
  /// What its periods are.
  public let time: TimeIdentifier
  /// The filters, in the order of the file.
  public let filters: [Filter]
  /// The indicators, in the order of the file.
  public let indicators: [IndicatorHeading]
  /// The rows, in the order of the file.
  public let rows: [Row]

  /// A filter with the items that occur.
  public struct Filter: Sendable, Hashable {
    /// Name, label, hint and default item.
    public let heading: FilterHeading
    /// The items in the order of first appearance; at least one.
    public let items: [String]
    /// Whether the metadata list it: a filter with one item has nothing to choose.
    public var isListed: Bool { items.count > 1 }
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// The period, of the form of the table's `time`.
    public let period: Int
    /// The place.
    public let area: Area
    /// One item for each filter.
    public let items: [String]
    /// One value for each indicator.
    public let values: [IndicatorValue]
  }

  /// The names of all columns of the data file, in order.
  public var header: [String] { columns.map(\.name) }

  /// What the columns of the data file hold, in order.
  var columns: [ColumnDescription] {
    ColumnDescription.timeAndPlace + filters.map(ColumnDescription.init)
      + indicators.map(ColumnDescription.init)
  }

  /// The columns of the data file that tell its rows apart.
  var key: [String] { ColumnDescription.timeAndPlaceKey + filters.map(\.heading.id) }

  /// The table with the rows of another place after its own.
  func followed(by other: OutputTable) -> OutputTable {
    precondition(header == other.header, "\(stem): other columns")
    return OutputTable(
      stem: stem, title: title, time: time, filters: filters, indicators: indicators,
      rows: rows + other.rows)
  }
}
