import Parameters
import Statistics

/// Where rows lie in the table that is made of them: the same for all draws and areas of a run, whose
/// numbers need not be sorted again.
struct TableLayout: Sendable {
  /// Rows of the table, with those for combinations without one.
  let rows: Int
  /// Figures of a row.
  let indicators: Int
  /// The row of the table that each given row is.
  fileprivate let places: [Int]
}

extension TableDefinition {
  /// How some rows lie in the table that is made of them.
  ///
  /// - Parameters:
  ///   - rows: At least one.
  ///   - absent: What to write for a combination that has no row.
  /// - Throws: What ``table(of:absent:)`` throws.
  func layout(of rows: [Row], absent: Marker?) throws(TableError) -> TableLayout {
    let table = try table(of: rows, absent: absent)
    let places = Dictionary(
      uniqueKeysWithValues: table.rows.enumerated().map {
        (RowKey(period: $1.period, area: $1.area, items: $1.items), $0)
      })
    return TableLayout(
      rows: table.rows.count, indicators: indicators.count,
      places: rows.map { row in
        places[RowKey(period: period(row), area: area(row), items: filters.map { $0.item(row) })]!
      })
  }

  /// The numbers of the table of some rows, row after row; `nil` where there is a marker.
  ///
  /// - Parameters:
  ///   - rows: As many as the layout's, with the same periods, places and items.
  ///   - layout: How they lie in the table.
  /// - Throws: `TableError.notFinite`.
  func numbers(of rows: [Row], in layout: TableLayout) throws(TableError) -> [Uncertain?] {
    precondition(
      rows.count == layout.places.count,
      "\(stem) has \(rows.count) rows, not \(layout.places.count)")
    var numbers = [Uncertain?](repeating: nil, count: layout.rows * layout.indicators)
    for (number, row) in rows.enumerated() {
      let place = layout.places[number] * layout.indicators
      for (column, indicator) in indicators.enumerated() {
        guard case .number(let figure) = indicator.value(row) else { continue }
        guard figure.isFinite else {
          throw .notFinite(table: stem, column: indicator.heading.id, row: number + 1)
        }
        numbers[place + column] = figure
      }
    }
    return numbers
  }
}

/// What tells a row apart.
private struct RowKey: Hashable {
  let period: Int
  let area: Area
  let items: [String]
}
