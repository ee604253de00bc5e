public import Parameters
import Statistics

/// How a table is made of rows of one type: the one list of its columns.
///
/// Header, data, metadata and documentation are all read from here.
public struct TableDefinition<Row>: Sendable {
  /// Name of its files without ending: lower-case letters, digits, `_`, `-`.
  public let stem: String
  /// What the table shows, for a reader.
  public let title: String
  /// What its periods are.
  public let time: TimeIdentifier
  /// The columns that tell rows apart, in the order of the file.
  public let filters: [FilterColumn<Row>]
  /// The columns of figures, in the order of the file.
  public let indicators: [IndicatorColumn<Row>]
  let period: @Sendable (Row) -> Int
  let area: @Sendable (Row) -> Area

  /// A definition; it is checked when a table is made of it.
  ///
  /// - Parameters:
  ///   - stem: Name of its files without ending, without years.
  ///   - title: What the table shows.
  ///   - time: What its periods are.
  ///   - period: When a row is; of the form of `time`.
  ///   - area: Where a row is; England if not given.
  ///   - filters: The columns that tell rows apart.
  ///   - indicators: The columns of figures, at least one.
  public init(
    stem: String, title: String, time: TimeIdentifier,
    period: @escaping @Sendable (Row) -> Int,
    area: @escaping @Sendable (Row) -> Area = { _ in .england },
    filters: [FilterColumn<Row>], indicators: [IndicatorColumn<Row>]
  ) {
    self.stem = stem
    self.title = title
    self.time = time
    self.period = period
    self.area = area
    self.filters = filters
    self.indicators = indicators
  }

  /// The table of some rows.
  ///
  /// - Parameters:
  ///   - rows: At least one; no two with the same period, place and items.
  ///   - absent: What to write for a combination of period, place and items that has no row; `nil`
  ///     if there has to be a row for each.
  /// - Returns: The rows ordered by period, then by first appearance of place and items.
  /// - Throws: The first fault of the definition, else of a row, else of the whole.
  public func table(of rows: [Row], absent: Marker? = nil) throws(TableError) -> OutputTable {
    try checkNames()
    guard !rows.isEmpty else { throw .noRows(table: stem) }
    var matrix = RowMatrix(table: stem, filterNames: filters.map(\.heading.id))
    for (index, row) in rows.enumerated() {
      try matrix.add(checkedRow(row, number: index + 1))
    }
    let complete = try matrix.completed(with: absent, values: indicators.count)
    let described = zip(filters, matrix.items).map {
      OutputTable.Filter(heading: $0.heading, items: $1)
    }
    for filter in described where !filter.items.contains(filter.heading.defaultItem) {
      guard filter.isListed else { continue }
      throw .defaultItem(
        table: stem, column: filter.heading.id, item: filter.heading.defaultItem,
        items: filter.items)
    }
    return OutputTable(
      stem: stem, title: title, time: time, filters: described,
      indicators: indicators.map(\.heading), rows: complete)
  }
}

extension TableDefinition {
  private func checkedRow(_ row: Row, number: Int) throws(TableError) -> OutputTable.Row {
    let period = period(row)
    guard time.allows(period) else {
      throw .period(table: stem, period: period, identifier: time)
    }
    var items: [String] = []
    for filter in filters {
      let item = filter.item(row)
      if let fault = itemFault(item) {
        throw .item(
          table: stem, column: filter.heading.id, item: item, row: number, fault: fault)
      }
      items.append(item)
    }
    var values: [IndicatorValue] = []
    for indicator in indicators {
      let value = indicator.value(row)
      if case .number(let figure) = value, !figure.isFinite {
        throw .notFinite(table: stem, column: indicator.heading.id, row: number)
      }
      values.append(value)
    }
    return OutputTable.Row(period: period, area: area(row), items: items, values: values)
  }

  private func itemFault(_ item: String) -> String? {
    guard let first = item.unicodeScalars.first, let last = item.unicodeScalars.last else {
      return "is blank"
    }
    if first.isSpace || last.isSpace { return "has a space at an end" }
    // There are no more characters than bytes, which are counted faster.
    if item.utf8.count > ColumnName.longestItem, item.count > ColumnName.longestItem {
      return "has \(item.count) characters"
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether it is white space.
  fileprivate var isSpace: Bool {
    isASCII ? self == " " || ("\t"..."\r").contains(self) : properties.isWhitespace
  }
}
