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

  /// Spending less funding of the chart's table is the gap that the table of the gap has.
  @Test func chartsDrawTheTablesFigures() throws {
    let chart = try #require(Self.workbook.get().charts.first { $0.kind == .gap })
    let gap = try #require(
      RunFiles.tables(of: CatalogueSample.full.get()).first { $0.stem == "cs_funding_gap" })
    let place = try #require(gap.indicators.firstIndex { $0.id == "gap_sum" })
    for row in chart.data.rows {
      guard case .text(let year) = row[0], case .number(let spending, _) = row[1],
        case .number(let funding, _) = row[2]
      else {
        Issue.record("\(row)")
        continue
      }
      let found = try #require(
        gap.rows.first {
          gap.time.heading(of: $0.period) == year && $0.items.contains("Cash")
        })
      guard case .number(let number) = found.values[place] else { continue }
      expectClose(spending - funding, number.central / 1e6, relative: 1e-9, absolute: 1e-5)
    }
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    let bytes = try Self.workbook.get().bytes()
    #expect(bytes.prefix(2).elementsEqual("PK".utf8))
    #expect(try Self.workbook.get().bytes() == bytes)
  }
}
