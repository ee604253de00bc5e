extension OutputTable {
  /// The pair of files that Explore Education Statistics takes: `stem.csv` and `stem.meta.csv`.
  ///
  /// A filter with one item has its column in the data but no row in the metadata.
  ///
  /// - Throws: `TableError.formula` if a text would open as a formula.
  public func files() throws(TableError) -> [OutputFile] {
    [try dataFile(), try metadataFile()]
  }

  private func dataFile() throws(TableError) -> OutputFile {
    let path = stem + ".csv"
    var csv = CSVBuffer(file: path)
    try csv.appendRow(header)
    for row in rows {
      csv.append(row.period)
      try csv.append(time.rawValue)
      for cell in row.area.cells { try csv.append(cell) }
      for item in row.items { try csv.append(item) }
      for (indicator, value) in zip(indicators, row.values) {
        switch value {
        case .number(let number): csv.append(number, decimals: indicator.writtenDecimals)
        case .marker(let marker): try csv.append(marker.rawValue)
        }
      }
      csv.endRow()
    }
    return OutputFile(path: path, bytes: csv.bytes)
  }

  private func metadataFile() throws(TableError) -> OutputFile {
    let path = stem + ".meta.csv"
    var csv = CSVBuffer(file: path)
    let listed = filters.filter(\.isListed).map(\.heading)
    let namesDefaults = listed.contains { $0.defaultItem != "Total" }
    let header = MetadataColumn.required.map(\.rawValue)
    try csv.appendRow(header + (namesDefaults ? [MetadataColumn.filterDefault.rawValue] : []))
    for filter in listed {
      let cells = [filter.id, "Filter", filter.label, "", "", "", filter.hint, ""]
      let named = filter.defaultItem == "Total" ? "" : filter.defaultItem
      try csv.appendRow(cells + (namesDefaults ? [named] : []))
    }
    for indicator in indicators {
      let cells = [
        indicator.id, "Indicator", indicator.label, "", indicator.unit.rawValue,
        String(indicator.decimals), "", "",
      ]
      try csv.appendRow(cells + (namesDefaults ? [""] : []))
    }
    return OutputFile(path: path, bytes: csv.bytes)
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
}
