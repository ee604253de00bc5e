import Parameters
import Scenarios

/// The workbook of a run: cover, contents, notes, then the tables one to a sheet, then charts with the
/// tables they are drawn from.
///
/// It follows the accessible-spreadsheet rules of the Government Analysis Function: one marked-up table
/// a sheet from column A, one row of unique headings, no merged, hidden or blank rows, no macros, no
/// colour that alone says something.
enum RunWorkbook {
  /// Where it lies in a run folder.
  static let path = "carecast.xlsx"

  /// The most areas that one workbook holds: a council, its ten neighbours and England.
  static let mostAreas = 12

  /// Checks that one workbook holds so many areas.
  ///
  /// - Throws: `TableError.workbookAreas`.
  static func check(areas: Int) throws(TableError) {
    guard areas <= mostAreas else { throw .workbookAreas(areas, most: mostAreas) }
  }

  /// The file.
  ///
  /// - Parameters:
  ///   - results: The run; of England where it has several areas.
  ///   - tables: Its tables, with the rows of all its areas.
  ///   - version: Version of carecast.
  /// - Throws: `TableError.notWritten`.
  static func file(
    of results: RunResults, _ tables: [OutputTable], version: String
  ) throws -> OutputFile {
    OutputFile(
      path: path, bytes: try workbook(of: results, tables, version: version).bytes())
  }

  static func workbook(
    of results: RunResults, _ tables: [OutputTable], version: String
  ) throws -> Workbook {
    let sheets = tables.enumerated().map { sheet(of: $1, number: $0 + 1) }
    let charts = WorkbookChart.all(of: results, tables)
    let content = sheets + charts.map(\.data)
    let title =
      "Children's social care projections: "
      + results.scenarios.map(\.title).joined(separator: ", ")
    return Workbook(
      title: title,
      sheets: [
        cover(title, results, version: version), contents(content, charts),
        try notes(of: results),
      ] + content,
      charts: charts)
  }

  private static func cover(
    _ title: String, _ results: RunResults, version: String
  ) -> WorkbookSheet {
    let scenarios = results.scenarios.map { scenario in
      [
        WorkbookSheet.Cell.text(scenario.title),
        .text(scenario.assumptions.scenario.question),
      ]
    }
    let years = results.financialYears
    return WorkbookSheet(
      name: "Cover", title: title,
      lines: [
        "Projections from 31 March \(results.published.year) to 31 March \(years.last!.endingIn), "
          + "written by carecast \(version). The command is in run.json beside this workbook.",
        "They rest on published statistics alone and are no official statistics. Assumptions, with "
          + "reasons and ranges, are in assumptions.csv beside this workbook.",
        "Charts are on sheets of their own; each comes after the sheet with its figures.",
      ],
      columns: [.init("Scenario", width: 32), .init("What it asks", width: 100)], rows: scenarios)
  }

  private static func contents(
    _ sheets: [WorkbookSheet], _ charts: [WorkbookChart]
  ) -> WorkbookSheet {
    let rows = (["Notes"] + sheets.map(\.name)).map { name in
      let shown = charts.first { $0.data.name == name }
      let title = sheets.first { $0.name == name }?.title ?? "What readers must know"
      return [
        WorkbookSheet.Cell.link(name, sheet: name), .text(title), .text(shown?.name ?? "none"),
      ]
    }
    return WorkbookSheet(
      name: "Contents", title: "Contents", lines: ["Names of worksheets lead to them."],
      columns: [
        .init("Worksheet", width: 34), .init("Title", width: 70), .init("Chart", width: 34),
      ], rows: rows)
  }

  private static func notes(of results: RunResults) throws -> WorkbookSheet {
    let notes =
      RunNotes(of: results, ofParts: results.coversParts).notes
      + [try AssumptionCount(of: results).text]
      + Marker.allCases.map { "[\($0.rawValue)] stands for: \($0.meaning)." }
    return WorkbookSheet(
      name: "Notes", title: "Notes", lines: [],
      columns: [.init("Note"), .init("What it says", width: 120)],
      rows: notes.enumerated().map { [.text("note \($0 + 1)"), .text($1)] })
  }

  /// The sheet of a table.
  static func sheet(of table: OutputTable, number: Int) -> WorkbookSheet {
    let name = table.stem.drop { $0 != "_" }.dropFirst().replacing("_", with: " ")
    let places = Set(table.rows.map(\.area.code)).count > 1
    let columns =
      [WorkbookSheet.Column(table.time.rawValue)]
      + (places ? [.init("Area code"), .init("Area", width: 28)] : [])
      + table.filters.map { .init($0.heading.label, width: 28) }
      + table.indicators.map { heading in
        .init(heading.unit == .none ? heading.label : "\(heading.label) (\(heading.unit.rawValue))")
      }
    let rows = table.rows.map { row -> [WorkbookSheet.Cell] in
      [table.time.cell(of: row.period)]
        + (places ? [.text(row.area.code), .text(row.area.name)] : [])
        + row.items.map { .text($0) }
        + zip(row.values, table.indicators).map { WorkbookSheet.Cell($0, $1) }
    }
    return WorkbookSheet(
      name: "\(number) \(name)", title: table.title,
      lines: [
        "Some cells hold a marker in square brackets instead of a number; the worksheet Notes says "
          + "what they mean.",
        "Source: projections by carecast; rows of outturn as published, see sources in "
          + "datapackage.json beside this workbook.",
      ], columns: columns, rows: rows)
  }
}

extension TimeIdentifier {
  /// The cell of a period.
  func cell(of period: Int) -> WorkbookSheet.Cell {
    self == .financialYear ? .text(heading(of: period)) : .year(period)
  }
}
