/// A data file and its metadata, both strict CSV files.
struct ExportPair: Sendable {
  let name: String
  let data: CSVFile
  let metadataName: String
  let metadata: CSVFile
  /// One for each row of the metadata.
  let entries: [Entry]
  /// The places it may be about.
  let places: Places

  /// A row of the metadata, which describes a column of the data.
  struct Entry: Sendable {
    /// The header is row 1.
    let row: Int
    private let cells: [MetadataColumn: String]

    init(row: Int, cells: [MetadataColumn: String]) {
      self.row = row
      self.cells = cells
    }

    /// The cell of a column; blank if the metadata lack the column.
    subscript(_ column: MetadataColumn) -> String { cells[column] ?? "" }
  }

  init(
    name: String, data: CSVFile, metadataName: String, metadata: CSVFile, places: Places
  ) {
    self.name = name
    self.places = places
    self.data = data
    self.metadataName = metadataName
    self.metadata = metadata
    entries = (0..<metadata.rowCount).map { row in
      var cells: [MetadataColumn: String] = [:]
      for column in MetadataColumn.allCases {
        cells[column] = metadata.column(column.rawValue)?.text(at: row)
      }
      return Entry(row: row + 2, cells: cells)
    }
  }

  /// The described filters that are in the data.
  var filters: [(entry: Entry, column: CSVFile.Column)] { described(as: "Filter") }

  /// The described indicators that are in the data.
  var indicators: [(entry: Entry, column: CSVFile.Column)] { described(as: "Indicator") }

  private func described(as type: String) -> [(entry: Entry, column: CSVFile.Column)] {
    entries.filter { $0[.type] == type }.compactMap { entry in
      data.column(entry[.name]).map { (entry, $0) }
    }
  }

  /// A breach for each distinct text of some columns of the data that `fault` finds wrong.
  func breaches(
    in columns: [CSVFile.Column], fault: (String) -> String?
  ) -> [ExportRule.Breach] {
    columns.flatMap { column in
      zip(column.levels, column.firstRows).compactMap { level, row in
        fault(level).map { .init(file: name, row: row, column: column.name, text: $0) }
      }
    }
  }

  /// The same for columns given by name; those that are missing are left out.
  func breaches(in names: [String], fault: (String) -> String?) -> [ExportRule.Breach] {
    breaches(in: names.compactMap(data.column), fault: fault)
  }

  /// A breach for each row of the metadata that `fault` finds wrong, in a column of the metadata.
  func breaches(
    in column: MetadataColumn, fault: (Entry) -> String?
  ) -> [ExportRule.Breach] {
    entries.compactMap { entry in
      fault(entry).map {
        .init(file: metadataName, row: entry.row, column: column.rawValue, text: $0)
      }
    }
  }

  /// The distinct combinations of texts in some columns, each with its first row; columns that are
  /// missing count as blank.
  func combinations(of names: [String]) -> [(texts: [String], row: Int)] {
    let columns = names.map(data.column)
    var seen: Set<[Int32]> = []
    var result: [(texts: [String], row: Int)] = []
    for row in 0..<data.rowCount {
      guard seen.insert(columns.map { $0?.codes[row] ?? 0 }).inserted else { continue }
      result.append((columns.map { $0?.text(at: row) ?? "" }, row + 2))
    }
    return result
  }
}
