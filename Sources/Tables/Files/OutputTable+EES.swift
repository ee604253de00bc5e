import Statistics

extension OutputTable {
  /// The pair of files that Explore Education Statistics takes: `stem.csv` and `stem.meta.csv`.
  ///
  /// A filter with one item has its column in the data but no row in the metadata.
  ///
  /// - Throws: `TableError.formula` if a text would open as a formula.
  public func files() throws(TableError) -> [OutputFile] {
    try describedFiles().map(\.file)
  }

  /// The same pair with what its columns hold.
  func describedFiles() throws(TableError) -> [DescribedFile] {
    [
      DescribedFile(file: try dataFile(), title: title, columns: columns, key: key),
      try metadataFile(),
    ]
  }

  private func dataFile() throws(TableError) -> OutputFile {
    let path = stem + ".csv"
    var csv = CSVBuffer(file: path)
    // Time and place are the same in many rows together, so they are written once and copied.
    var shared = CSVBuffer(file: path)
    try csv.appendRow(header)
    for (index, row) in rows.enumerated() {
      if index == 0 || row.period != rows[index - 1].period || row.area != rows[index - 1].area {
        shared.restart(atRow: csv.row)
        shared.append(row.period)
        try shared.append(time.rawValue)
        for cell in row.area.cells { try shared.append(cell) }
      }
      csv.append(copying: shared)
      for item in row.items { try csv.append(item) }
      for (indicator, value) in zip(indicators, row.values) {
        switch value {
        case .number(let number): csv.append(number.central, decimals: indicator.writtenDecimals)
        case .marker(let marker): try csv.append(marker.rawValue)
        }
      }
      csv.endRow()
    }
    return OutputFile(path: path, bytes: csv.bytes)
  }

  private func metadataFile() throws(TableError) -> DescribedFile {
    let listed = filters.filter(\.isListed).map(\.heading)
    let namesDefaults = listed.contains { $0.defaultItem != "Total" }
    let columns = MetadataColumn.required + (namesDefaults ? [.filterDefault] : [])
    let entries: [[MetadataColumn: String]] =
      listed.map { filter in
        [
          .name: filter.id, .type: "Filter", .label: filter.label, .hint: filter.hint,
          .filterDefault: filter.defaultItem == "Total" ? "" : filter.defaultItem,
        ]
      }
      + indicators.map { indicator in
        [
          .name: indicator.id, .type: "Indicator", .label: indicator.label,
          .unit: indicator.unit.rawValue, .decimals: String(indicator.decimals),
        ]
      }
    return try RowFile(
      path: stem + ".meta.csv", title: "\(title): labels and units of the columns",
      key: [MetadataColumn.name.rawValue],
      columns: columns.map { column in
        .text(column.rawValue, column.label, isRequired: column.isRequired) { $0[column] ?? "" }
      }
    ).file(of: entries)
  }
}

/// The columns of a metadata file; the raw values are their names.
public enum MetadataColumn: String, Sendable, CaseIterable {
  case name = "col_name"
  case type = "col_type"
  case label = "label"
  case grouping = "indicator_grouping"
  case unit = "indicator_unit"
  case decimals = "indicator_dp"
  case hint = "filter_hint"
  case groupingColumn = "filter_grouping_column"
  case filterDefault = "filter_default"
  case parentFilter = "parent_filter"

  /// The eight that have to be there, in order.
  public static let required: [MetadataColumn] = [
    .name, .type, .label, .grouping, .unit, .decimals, .hint, .groupingColumn,
  ]

  /// What the column holds, for a reader.
  var label: String {
    switch self {
    case .name: "Name of the column in the data"
    case .type: "Filter or Indicator"
    case .label: "Name of the column for a reader"
    case .grouping: "Group of an indicator"
    case .unit: "Unit of an indicator; blank for a plain number"
    case .decimals: "Decimals shown of an indicator"
    case .hint: "What helps to choose in a filter"
    case .groupingColumn: "Column that groups a filter's items"
    case .filterDefault: "Item that a filter shows first, if not Total"
    case .parentFilter: "Filter on which a filter depends"
    }
  }

  /// Whether it is filled for every column of the data.
  var isRequired: Bool { [.name, .type, .label].contains(self) }
}
