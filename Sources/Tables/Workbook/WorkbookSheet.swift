import Statistics

/// A worksheet that holds one table, as accessible spreadsheets do: a title, a line that says so, notes
/// and where the figures are from; then the table, from column A, under one row of headings that are
/// each there once. Nothing is below it.
struct WorkbookSheet: Sendable {
  /// What its tab says: at most 31 characters, none of `[]:*?/\`, there once in a workbook.
  let name: String
  /// What the table shows.
  let title: String
  /// Lines between the title and the table.
  let lines: [String]
  /// The table's columns; headings are there once.
  let columns: [Column]
  /// The table's rows; as many cells as columns.
  let rows: [[Cell]]

  /// A column of the table.
  struct Column: Sendable {
    /// What its heading says.
    let heading: String
    /// How wide it is. Characters.
    let width: Double

    /// A column as wide as its heading, within reason, unless another width is given.
    init(_ heading: String, width: Double? = nil) {
      self.heading = heading
      self.width = width ?? min(max(Double(heading.count) + 2, 12), 28)
    }
  }

  /// A cell.
  enum Cell: Sendable, Equatable {
    /// Text, which is never taken for a formula.
    case text(String)
    /// A finite number and the decimals that are shown of it, with commas between thousands.
    case number(Double, decimals: Int)
    /// A year, shown without commas.
    case year(Int)
    /// Text that leads to another sheet.
    case link(String, sheet: String)

    /// A figure as its file has it: rounded alike, or its marker in square brackets.
    init(_ value: IndicatorValue, _ heading: IndicatorHeading) {
      switch value {
      case .number(let number):
        let text = FixedDecimal.text(number.central, decimals: heading.writtenDecimals)
        self = .number(Double(text)!, decimals: heading.decimals)
      case .marker(let marker): self = .text("[\(marker.rawValue)]")
      }
    }
  }

  /// The row, from 0, in which the headings stand.
  var headingRow: Int { lines.count + 1 }

  /// A sheet of a table.
  init(name: String, title: String, lines: [String], columns: [Column], rows: [[Cell]]) {
    precondition(name.count <= 31, "\(name): \(name.count) characters")
    precondition(Set(columns.map(\.heading)).count == columns.count, "\(name): headings repeat")
    precondition(rows.allSatisfy { $0.count == columns.count }, "\(name): a row of another length")
    (self.name, self.title, self.columns, self.rows) = (name, title, columns, rows)
    self.lines = ["This worksheet contains one table."] + lines
  }
}
