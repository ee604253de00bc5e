import Parameters
import Statistics

/// Figures of one table, year by year, for a chart: of the first place that it has.
struct ChartFigures: Sendable {
  /// The table.
  let table: OutputTable
  /// The periods that have rows of the place.
  let periods: [Int]
  /// The place.
  let place: String
  private let rows: [OutputTable.Row]

  /// One line of a chart.
  struct Line: Sendable {
    /// What the legend calls it.
    let name: String
    /// The figure.
    let indicator: String
    /// How many decimals of it are shown.
    let decimals: Int
    /// Whether the ends of its interval stand beside it, where the table has them.
    let bounds: Bool
    /// The items that its rows have, by filter; other filters are not looked at.
    let items: [String: String]
    /// What figures are multiplied by.
    var scale = 1.0
  }

  /// A column of a chart's table.
  struct Column: Sendable {
    let name: String
    let isBound: Bool
    /// By period.
    let cells: [WorkbookSheet.Cell]
  }

  /// The figures of a table of a run; `nil` where the run does not have it.
  init?(_ stem: String, in tables: [OutputTable]) {
    guard let table = tables.first(where: { $0.stem == stem }), let area = table.rows.first?.area
    else { return nil }
    self.table = table
    place = area.name
    rows = table.rows.filter { $0.area == area }
    periods = Set(rows.map(\.period)).sorted()
  }

  /// A line's column, with those of the ends of its interval where it has one; what is known, such as
  /// outturn, is at both ends.
  func columns(of line: Line) -> [Column] {
    let found = rows.filter { row in
      zip(table.filters, row.items).allSatisfy { filter, item in
        line.items[filter.heading.id].map { $0 == item } ?? true
      }
    }
    func number(_ place: Int, in period: Int) -> Double? {
      found.lazy.filter { $0.period == period }.compactMap { row in
        if case .number(let number) = row.values[place] { number.central } else { nil }
      }.first
    }
    let columns = OutputTable.columns(of: line, in: table)
    return columns.map { place, name, isBound in
      Column(
        name: name, isBound: isBound,
        cells: periods.map { period in
          guard let value = number(place, in: period) ?? number(columns[0].place, in: period)
          else { return .text("[z]") }
          return .number(value * line.scale, decimals: line.decimals)
        })
    }
  }
}

extension OutputTable {
  /// The places of a line's figures among a table's indicators, with their names.
  fileprivate static func columns(
    of line: ChartFigures.Line, in table: OutputTable
  ) -> [(place: Int, name: String, isBound: Bool)] {
    let ids = table.indicators.map(\.id)
    let heading = table.indicators.first { $0.id == line.indicator }!
    let wanted =
      [(heading.id, line.name, false)]
      + (line.bounds
        ? [IndicatorHeading.Bound.lower, .upper].map {
          (heading.bound($0).id, "\(line.name), \($0.rawValue)", true)
        } : [])
    return wanted.compactMap { id, name, isBound in
      ids.firstIndex(of: id).map { ($0, name, isBound) }
    }
  }
}
