import Parameters

/// A table with its periods across, for a spreadsheet: one row for each place, combination of items
/// and indicator; units in a column of their own.
///
/// Every cell of the table is there once, markers as markers. Financial years are headed `2024-25`,
/// other years `2025`.
enum WideFile {
  /// The file `stem.csv` of a table.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  static func file(of table: OutputTable) throws(TableError) -> DescribedFile {
    let path = table.stem + ".csv"
    let periods = Set(table.rows.map(\.period)).sorted()
    // Rows come by period and are complete, so the rows of one period repeat in every other.
    let combinations = table.rows.count / periods.count
    let columns = columns(of: table, periods)
    var csv = CSVBuffer(file: path)
    try csv.appendRow(columns.map(\.name))
    for combination in 0..<combinations {
      let row = table.rows[combination]
      for (number, indicator) in table.indicators.enumerated() {
        for cell in [table.time.rawValue, row.area.level.rawValue, row.area.code, row.area.name] {
          try csv.append(cell)
        }
        for cell in row.items + [indicator.id, indicator.label, indicator.unit.word] {
          try csv.append(cell)
        }
        for period in periods.indices {
          let value = table.rows[period * combinations + combination].values[number]
          try csv.append(.figure(value, decimals: indicator.writtenDecimals))
        }
        csv.endRow()
      }
    }
    return DescribedFile(
      file: OutputFile(path: path, bytes: csv.bytes), title: "\(table.title), years across",
      columns: columns,
      key: ["geographic_level", "place_code"] + table.filters.map(\.heading.id) + ["indicator"])
  }

  private static func columns(
    of table: OutputTable, _ periods: [Int]
  ) -> [ColumnDescription] {
    let text = { (name: String, label: String) in
      ColumnDescription(name: name, label: label, isRequired: true)
    }
    return [
      text("time_identifier", "What the periods are"),
      text("geographic_level", "How large the place is"),
      text("place_code", "Code of the place"), text("place_name", "Name of the place"),
    ] + table.filters.map(ColumnDescription.init) + [
      text("indicator", "Name of the measure in other files"), text("measure", "The measure"),
      text("unit", "Unit of the figures"),
    ]
      + periods.map { period in
        let heading = table.time.heading(of: period)
        return ColumnDescription(
          name: heading, label: "\(table.time.rawValue) \(heading)", kind: .decimal,
          markers: Marker.allCases)
      }
  }
}
