import Parameters
import Statistics
import Testing

@testable import Tables

/// The forms in which the tables of a run are written.
@Suite struct RunFormatTests {
  typealias Sample = CatalogueSample

  /// One cell of a table: its table, period, place, items and indicator, and what it holds.
  struct Cell: Hashable {
    let key: [String]
    let text: String
  }

  static let tables = Result {
    try Catalogue.all.compactMap { try $0.tableIfAny(of: Sample.full.get()) }
  }

  /// The cells of the tables as the export writes them.
  static func cells(_ table: OutputTable) -> [Cell] {
    table.rows.flatMap { row in
      zip(table.indicators, row.values).map { indicator, value in
        let text =
          switch value {
          case .number(let number):
            FixedDecimal.text(number.central, decimals: indicator.writtenDecimals)
          case .marker(let marker): marker.rawValue
          }
        let key = ["\(row.period)", row.area.code] + row.items + [indicator.id]
        return Cell(key: key, text: text)
      }
    }
  }

  @Test func theExportIsAlwaysThereAndOthersByName() throws {
    #expect(try RunFormat.named([]).map(\.id) == ["ees"])
    #expect(try RunFormat.named(["tidy", "wide", "tidy"]).map(\.id) == ["ees", "wide", "tidy"])
    let error = try #require(throws: InputError.self) { try RunFormat.named(["tidi"]) }
    #expect(error.description.contains("tidy"))
  }

  @Test func wideHoldsEveryCellOnce() throws {
    for table in try Self.tables.get() {
      let csv = CSVFile(bytes: try WideFile.file(of: table).file.bytes)
      #expect(csv.faults.isEmpty)
      let periods = Set(table.rows.map(\.period)).sorted()
      let filters = table.filters.map(\.heading.id)
      var found: Set<Cell> = []
      for row in 0..<csv.rowCount {
        let text = { (column: String) in csv.column(column)!.text(at: row) }
        for period in periods {
          let key =
            ["\(period)", text("place_code")] + filters.map(text) + [text("indicator")]
          found.insert(Cell(key: key, text: text(table.time.heading(of: period))))
        }
      }
      #expect(found == Set(Self.cells(table)), "\(table.stem)")
      #expect(csv.rowCount * periods.count == Self.cells(table).count)
    }
  }

  @Test func tidyHoldsEveryCellOnceAndMarkersAsStatus() throws {
    let tables = try Self.tables.get()
    let csv = CSVFile(bytes: try TidyFile.file(of: tables).file.bytes)
    #expect(csv.faults.isEmpty)
    var row = 0
    for table in tables {
      let filters = table.filters.map(\.heading.id)
      for cell in Self.cells(table) {
        let text = { (column: String) in csv.column(column)!.text(at: row) }
        let key =
          [text("time_period"), text("country_code")] + filters.map(text) + [text("indicator")]
        let isMarker = Marker(rawValue: cell.text) != nil
        #expect(text("table") == table.stem && key == cell.key)
        #expect(text("value") == (isMarker ? "" : cell.text))
        #expect(text("status") == (isMarker ? cell.text : ""))
        row += 1
      }
    }
    #expect(row == csv.rowCount)
    #expect(Set(csv.column("status")!.levels).isSuperset(of: ["", "z", "x"]))
  }

  @Test func aFilterThatATableLacksIsBlank() throws {
    let csv = CSVFile(bytes: try TidyFile.file(of: Self.tables.get()).file.bytes)
    for row in 0..<csv.rowCount {
      let isSpending = csv.column("table")!.text(at: row) == "cs_spending"
      #expect(csv.column("spending_category")!.text(at: row).isEmpty != isSpending)
    }
  }

  @Test func unitsAreInASCII() throws {
    for unit in IndicatorUnit.allCases {
      #expect(unit.word.utf8.allSatisfy { $0 < 0x80 } && !unit.word.isEmpty)
    }
  }

  @Test func periodsAreHeadedAsAReaderWritesThem() {
    #expect(TimeIdentifier.financialYear.heading(of: 202_425) == "2024-25")
    #expect(TimeIdentifier.financialYear.heading(of: 209_900) == "2099-00")
    #expect(TimeIdentifier.reportingYear.heading(of: 2025) == "2025")
  }
}
