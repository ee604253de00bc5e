import Parameters

/// What of a projection is kept to be scored later.
enum RegisterFigure: String, CaseIterable, Sendable {
  /// Children looked after on 31 March.
  case stock
  /// Children starting to be looked after in the year, as published.
  case entries
  /// Children ceasing to be looked after in the year, as published.
  case exits

  /// The table of a run that holds it.
  var table: String {
    switch self {
    case .stock: "ees/cs_children_looked_after.csv"
    case .entries: "ees/cs_entries.csv"
    case .exits: "ees/cs_exits.csv"
    }
  }

  /// The series by area that it is scored against, and its categories after the area.
  var series: (id: String, categories: [String]) {
    switch self {
    case .stock: ("children-looked-after-by-area", ["Total"])
    case .entries: ("children-starting-by-area", ["Total"])
    case .exits: ("children-ceasing-by-area", [])
    }
  }
}

/// A figure of a projection that is kept.
struct KeptFigure: Sendable, Equatable {
  /// The scenario's title.
  let scenario: String
  /// The area by its code.
  let area: String
  /// The year to 31 March.
  let year: Int
  /// Whether it is the opening year, of which the projection knew the outturn.
  let isOpening: Bool
  let figure: RegisterFigure
  let value: Double
  /// The ends of its 95% interval, in a run with draws.
  let interval: ClosedRange<Double>?

  /// The columns of the file in which they are kept.
  static let file = RowFile<KeptFigure>(
    path: "figures.csv", title: "Figures of a projection that are scored later",
    key: ["scenario", "area", "year", "figure"],
    columns: [
      .text("scenario", "Scenario") { $0.scenario },
      .text("area", "Code of the area") { $0.area },
      .whole("year", "Year to 31 March") { $0.year },
      .text("estimate_type", "Outturn or projection") { $0.isOpening ? outturn : "Projection" },
      .text("figure", "What it is") { $0.figure.rawValue },
      .number("value", "The figure") { $0.value },
      .number("lower", "Lower end of its 95% interval; blank in a run without draws") {
        $0.interval?.lowerBound
      },
      .number("upper", "Upper end of its 95% interval; blank in a run without draws") {
        $0.interval?.upperBound
      },
    ])

  private static let outturn = EstimateType.outturn.rawValue

  /// The totals of a table of a run.
  ///
  /// - Throws: `InputError` with the columns that the table lacks.
  static func all(_ figure: RegisterFigure, in table: CSVTable, as file: String) throws
    -> [KeptFigure]
  {
    let filters = ["placement", "age_group", "exit_reason"].compactMap {
      table.header.firstIndex(of: $0)
    }
    let columns = try RegisterColumns(
      table, ["time_period", "country_code", "scenario", "estimate_type", "children_count"],
      as: file)
    let optional = [
      "region_code", "new_la_code", "children_count_lower_ci",
      "children_count_upper_ci",
    ].map { table.header.firstIndex(of: $0) }
    return table.rows.compactMap { row in
      func optionalText(_ place: Int) -> String { optional[place].map { row.fields[$0] } ?? "" }
      guard filters.allSatisfy({ row.fields[$0] == "Total" }),
        let year = Int(columns.text(0, row)), let value = Double(columns.text(4, row))
      else { return nil }
      let area = [optionalText(1), optionalText(0), columns.text(1, row)].first { !$0.isEmpty }!
      let ends = [Double(optionalText(2)), Double(optionalText(3))].compactMap { $0 }
      return KeptFigure(
        scenario: columns.text(2, row), area: area, year: year,
        isOpening: columns.text(3, row) == outturn, figure: figure, value: value,
        interval: ends.count == 2 ? ends[0]...ends[1] : nil)
    }
  }

  /// Figures as they were kept.
  ///
  /// - Throws: `InputError` with the columns that the file lacks, or cells that are wrong.
  static func kept(in table: CSVTable, as place: String) throws -> [KeptFigure] {
    let columns = try RegisterColumns(table, file.columns.map(\.description.name), as: place)
    let faults = FaultCollector(file: place)
    let figures = table.rows.compactMap { row -> KeptFigure? in
      guard let year = Int(columns.text(2, row)), let value = Double(columns.text(5, row)) else {
        faults.report(
          InputFault.notANumber(of: "year or value", found: columns.text(5, row)), line: row.line)
        return nil
      }
      guard let figure = RegisterFigure(rawValue: columns.text(4, row)) else {
        faults.report(unknown(columns.text(4, row)), line: row.line)
        return nil
      }
      let ends = [6, 7].compactMap { Double(columns.text($0, row)) }
      return KeptFigure(
        scenario: columns.text(0, row), area: columns.text(1, row), year: year,
        isOpening: columns.text(3, row) == outturn, figure: figure, value: value,
        interval: ends.count == 2 ? ends[0]...ends[1] : nil)
    }
    try faults.throwIfAny()
    return figures
  }

  /// A figure that is none.
  static func unknown(_ found: String) -> InputFault {
    .unknownName(of: "figure", found: found, among: RegisterFigure.allCases.map(\.rawValue))
  }
}

/// Columns of a table by the place in a list of names.
struct RegisterColumns {
  private let places: [Int]

  /// - Throws: `InputError` naming the columns that are not there.
  init(_ table: CSVTable, _ names: [String], as file: String) throws {
    guard names.allSatisfy(table.header.contains) else {
      throw InputError(
        InputFault.wrongHeader(found: table.header, expected: names), at: Place(file: file))
    }
    places = names.map { table.header.firstIndex(of: $0)! }
  }

  /// The text of a row in a column.
  func text(_ column: Int, _ row: CSVTable.Row) -> String { row.fields[places[column]] }
}
