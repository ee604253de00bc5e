import CareModel
import Foundation
import Parameters
import Statistics
import TestSupport
import Testing

@testable import Tables

/// Workbooks are as accessible spreadsheets are meant to be.
@Suite struct WorkbookTests {
  static let workbook = Result {
    let results = try CatalogueSample.full.get()
    return try RunWorkbook.workbook(of: results, RunFiles.tables(of: results), version: "test")
  }

  @Test func sheetsComeInOrder() throws {
    let workbook = try Self.workbook.get()
    #expect(workbook.sheets.prefix(3).map(\.name) == ["Cover", "Contents", "Notes"])
    let names = workbook.sheets.map(\.name) + workbook.charts.map(\.name)
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    for name in names {
      #expect((1...31).contains(name.count), "\(name)")
      #expect(!name.contains { "[]:*?/\\'".contains($0) }, "\(name)")
    }
    #expect(
      workbook.charts.map(\.name) == [
        "Chart children in care", "Chart spending and funding", "Chart placements", "Chart NEET",
      ])
  }

  @Test func everySheetIsListed() throws {
    let workbook = try Self.workbook.get()
    let listed = workbook.sheets[1].rows.map { row in
      if case .link(let text, let sheet) = row[0], text == sheet { text } else { "" }
    }
    #expect(listed == workbook.sheets.map(\.name).filter { $0 != "Cover" && $0 != "Contents" })
  }

  /// A sheet's numbers are those of the table's file, its markers in brackets.
  @Test func cellsAreThoseOfTheFile() throws {
    let results = try CatalogueSample.full.get()
    for table in try RunFiles.tables(of: results) {
      let sheet = RunWorkbook.sheet(of: table, number: 1)
      #expect(sheet.rows.count == table.rows.count)
      for (row, cells) in zip(table.rows, sheet.rows) {
        for (value, cell) in zip(row.values.reversed(), cells.reversed()) {
          switch (value, cell) {
          case (.number(let number), .number(let shown, _)):
            let half = 0.5 * pow(10, -Double(table.indicators.map(\.writtenDecimals).min()!))
            #expect(abs(number.central - shown) <= half * 1.000001)
          case (.marker(let marker), .text(let text)): #expect(text == "[\(marker.rawValue)]")
          default: Issue.record("\(table.stem): \(value) is \(cell)")
          }
        }
      }
    }
  }

  /// In the chart of money spending less funding is the gap.
  @Test func chartsDrawTheTablesFigures() throws {
    let chart = try #require(
      Self.workbook.get().charts.first { $0.name == "Chart spending and funding" })
    #expect(!chart.data.rows.isEmpty)
    for row in chart.data.rows {
      let numbers = row.compactMap { if case .number(let number, _) = $0 { number } else { nil } }
      try #require(numbers.count == 3)
      expectClose(numbers[0] - numbers[1], numbers[2], relative: 1e-9, absolute: 1e-5)
    }
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    let bytes = try Self.workbook.get().bytes()
    #expect(bytes.prefix(2).elementsEqual("PK".utf8))
    #expect(try Self.workbook.get().bytes() == bytes)
  }
}
