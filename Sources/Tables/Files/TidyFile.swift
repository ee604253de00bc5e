import Statistics

/// `tidy.csv`: every figure of every table in one long file, one figure a row.
///
/// The filters of all tables are columns; a table that lacks one leaves it blank. A figure that is
/// not there has a blank value and its marker as status.
enum TidyFile {
  /// The file of some tables.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  static func file(of tables: [OutputTable]) throws(TableError) -> DescribedFile {
    let path = "tidy.csv"
    let filters = tables.flatMap { $0.filters.map(\.heading) }.reduce(into: [FilterHeading]()) {
      filters, filter in
      if !filters.contains(where: { $0.id == filter.id }) { filters.append(filter) }
    }
    let columns = columns(filters)
    var csv = CSVBuffer(file: path)
    var shared = CSVBuffer(file: path)
    try csv.appendRow(columns.map(\.name))
    for table in tables {
      let places = filters.map { filter in
        table.filters.firstIndex { $0.heading.id == filter.id }
      }
      for row in table.rows {
        // What is the same for all figures of a row is written once and copied.
        shared.restart(atRow: csv.row)
        try shared.append(table.stem)
        shared.append(row.period)
        try shared.append(table.time.rawValue)
        for cell in row.area.cells { try shared.append(cell) }
        for place in places { try shared.append(place.map { row.items[$0] } ?? "") }
        for (indicator, value) in zip(table.indicators, row.values) {
          csv.append(copying: shared)
          try csv.append(indicator.id)
          try csv.append(indicator.unit.word)
          switch value {
          case .number(let number):
            csv.append(number.central, decimals: indicator.writtenDecimals)
            try csv.append("")
          case .marker(let marker):
            try csv.append("")
            try csv.append(marker.rawValue)
          }
          csv.endRow()
        }
      }
    }
    return DescribedFile(
      file: OutputFile(path: path, bytes: csv.bytes), title: "All tables in one, a figure a row",
      columns: columns,
      key: ["table"] + ColumnDescription.timeAndPlaceKey + filters.map(\.id) + ["indicator"])
  }

  private static func columns(_ filters: [FilterHeading]) -> [ColumnDescription] {
    [ColumnDescription(name: "table", label: "Table the figure is of", isRequired: true)]
      + ColumnDescription.timeAndPlace
      + filters.map {
        ColumnDescription(name: $0.id, label: "\($0.label); blank if the table has no such filter")
      } + [
        ColumnDescription(name: "indicator", label: "What is measured", isRequired: true),
        ColumnDescription(name: "unit", label: "Unit of the figure", isRequired: true),
        ColumnDescription(
          name: "value", label: "The figure; blank if there is none", kind: .decimal),
        ColumnDescription(
          name: "status", label: "Why there is no figure: " + Marker.legend,
          items: Marker.allCases.map(\.rawValue)),
      ]
  }
}
