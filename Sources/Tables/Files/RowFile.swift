import Parameters
import Statistics

/// How a CSV file is made of rows of one type: the one list of its columns, from which header,
/// cells and description come.
struct RowFile<Row>: Sendable {
  /// Where it lies in the output folder.
  let path: String
  /// What it shows.
  let title: String
  /// The columns that tell its rows apart; none if rows may repeat.
  let key: [String]
  /// Its columns.
  let columns: [Column]

  /// A column.
  struct Column: Sendable {
    let description: ColumnDescription
    let cell: @Sendable (Row) -> RowFileCell
  }

  /// The file of some rows.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  func file(of rows: some Sequence<Row>) throws(TableError) -> DescribedFile {
    var csv = CSVBuffer(file: path)
    try csv.appendRow(columns.map(\.description.name))
    for row in rows {
      for column in columns { try csv.append(column.cell(row)) }
      csv.endRow()
    }
    return DescribedFile(
      file: OutputFile(path: path, bytes: csv.bytes), title: title,
      columns: columns.map(\.description), key: key)
  }
}

/// A cell of a file made of rows.
enum RowFileCell: Sendable {
  /// A text; blank for none.
  case text(String)
  case whole(Int)
  case day(Day?)
  /// A number with as many digits as it takes to read the same number back; blank for none.
  case exact(Double?)
  /// A number with fixed decimals, or the marker that stands for it.
  case figure(IndicatorValue, decimals: Int)
}

extension CSVBuffer {
  /// Appends a cell.
  mutating func append(_ cell: RowFileCell) throws(TableError) {
    switch cell {
    case .text(let text): try append(text)
    case .whole(let number): append(number)
    case .day(let day): try append(day?.description ?? "")
    case .exact(nil): try append("")
    case .exact(let number?): append(exactly: number)
    case .figure(.number(let number), let decimals): append(number.central, decimals: decimals)
    case .figure(.marker(let marker), _): try append(marker.rawValue)
    }
  }
}

extension RowFile.Column {
  /// A column of texts, every one of them there unless `isRequired` is false.
  static func text(
    _ name: String, _ label: String, isRequired: Bool = true,
    _ text: @escaping @Sendable (Row) -> String
  ) -> Self {
    Self(
      description: ColumnDescription(name: name, label: label, isRequired: isRequired),
      cell: { .text(text($0)) })
  }

  /// A column of whole numbers, every one of them there.
  static func whole(
    _ name: String, _ label: String, _ number: @escaping @Sendable (Row) -> Int
  ) -> Self {
    Self(
      description: ColumnDescription(name: name, label: label, kind: .whole, isRequired: true),
      cell: { .whole(number($0)) })
  }

  /// A column of days, blank where there is none.
  static func day(
    _ name: String, _ label: String, _ day: @escaping @Sendable (Row) -> Day?
  ) -> Self {
    Self(
      description: ColumnDescription(name: name, label: label, kind: .day),
      cell: { .day(day($0)) })
  }

  /// A column of numbers, blank where there is none.
  static func number(
    _ name: String, _ label: String, _ number: @escaping @Sendable (Row) -> Double?
  ) -> Self {
    Self(
      description: ColumnDescription(name: name, label: label, kind: .decimal),
      cell: { .exact(number($0)) })
  }
}
