/// A small table for the terminal: plain text, numbers to the right, at most 80 columns.
///
/// A table that would be wider has its widest text columns narrowed and their cells broken between
/// words over several lines; numbers are never broken. Only when numbers and the longest words
/// alone are wider than the terminal does a line exceed it.
public struct TextTable: Sendable {
  /// On which side the cells of a column stand.
  public enum Alignment: Sendable {
    case left
    case right
  }

  /// A column.
  public struct Column: Sendable {
    /// What stands above it.
    public let heading: String
    /// Left for text, right for numbers.
    public let alignment: Alignment

    /// A column of text.
    public static func text(_ heading: String) -> Column {
      Column(heading: heading, alignment: .left)
    }

    /// A column of numbers.
    public static func number(_ heading: String) -> Column {
      Column(heading: heading, alignment: .right)
    }
  }

  /// The columns, at least one.
  public let columns: [Column]
  /// The rows; each as long as `columns`.
  public private(set) var rows: [[String]] = []

  /// A table without rows.
  public init(columns: [Column]) {
    precondition(!columns.isEmpty, "a table without columns")
    self.columns = columns
  }

  /// Adds a row of as many cells as there are columns.
  public mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count, "\(cells.count) cells, \(columns.count) columns")
    rows.append(cells)
  }

  /// The table as lines: headings, a rule of hyphens, rows; no spaces at the ends of lines.
  ///
  /// - Parameter width: The most characters in a line.
  public func text(width: Int = 80) -> String {
    let widths = fittedWidths(within: width)
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: TextTable.gap)
    let body = rows.map { block($0, widths: widths) }
    return ([block(columns.map(\.heading), widths: widths), rule + "\n"] + body).joined()
  }

  private static let gap = "  "
}

extension TextTable {
  private func cells(of column: Int) -> [String] {
    [columns[column].heading] + rows.map { $0[column] }
  }

  /// Narrows the widest text column by one character until the table fits or no column can give.
  private func fittedWidths(within limit: Int) -> [Int] {
    var widths = columns.indices.map { column in cells(of: column).map(\.count).max() ?? 0 }
    let least = columns.indices.map { column in
      let isNumber = columns[column].alignment == .right
      let parts =
        cells(of: column).flatMap { isNumber && $0 != columns[column].heading ? [$0] : words($0) }
      return parts.map(\.count).max() ?? 0
    }
    let gaps = TextTable.gap.count * (columns.count - 1)
    while widths.reduce(gaps, +) > limit {
      let narrowable = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = narrowable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func block(_ row: [String], widths: [Int]) -> String {
    let cells = zip(row, widths).map { broken($0, at: $1) }
    let height = cells.map(\.count).max() ?? 0
    var text = ""
    for line in 0..<height {
      let parts = columns.indices.map { column in
        padded(
          line < cells[column].count ? cells[column][line] : "", to: widths[column],
          columns[column].alignment)
      }
      let whole = parts.joined(separator: TextTable.gap)
      text += whole.prefix(whole.count - whole.reversed().prefix { $0 == " " }.count) + "\n"
    }
    return text
  }

  private func padded(_ text: String, to width: Int, _ alignment: Alignment) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.count))
    return alignment == .left ? text + spaces : spaces + text
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private func broken(_ text: String, at width: Int) -> [String] {
    if text.count <= width && !text.contains(where: \.isNewline) { return [text] }
    var lines: [String] = []
    for word in words(text) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
