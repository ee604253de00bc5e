import Parameters
import Scenarios
import Testing

@testable import Tables

/// The parameters behind a run, as listed for its reader.
@Suite struct AssumptionsFileTests {
  static func csv(_ results: RunResults) throws -> CSVFile {
    CSVFile(bytes: try AssumptionsFile.file(of: results).file.bytes)
  }

  /// The rows of a path: each column's text by its name.
  static func rows(_ path: String, _ csv: CSVFile) -> [[String: String]] {
    (0..<csv.rowCount).map { row in
      Dictionary(uniqueKeysWithValues: csv.columns.map { ($0.name, $0.text(at: row)) })
    }.filter { $0["parameter"] == path }
  }

  @Test func everyNumberOfOneScenarioHasARow() throws {
    let csv = try Self.csv(CatalogueSample.alone.get())
    #expect(csv.column("parameter")!.levels == (try CatalogueSample.data.get().parameters.paths))
    #expect(csv.rowCount == csv.column("parameter")!.levels.count)
    #expect(csv.column("scenario")!.levels == [""])
    #expect(csv.column("changed_by")!.levels == [""])
  }

  @Test func valuesAreThoseOfTheFirstDay() throws {
    let csv = try Self.csv(CatalogueSample.alone.get())
    let parameters = try CatalogueSample.data.get().parameters
    let day = FinancialYear(startingIn: 2024).start
    for row in 0..<csv.rowCount where csv.column("date")!.text(at: row) == day.description {
      let path = try parameters.resolve(
        csv.column("parameter")!.text(at: row), at: Place(file: "test"))
      let value = try parameters.value(of: path.id, on: day, path.keys)
      // Exact but for numbers so small that they would be written with an exponent.
      let written = try #require(Double(csv.column("value")!.text(at: row)))
      #expect(abs(written - value) <= 1e-15)
    }
  }

  /// Family Help lowers entries in two of the three scenarios, from different years on.
  @Test func aParameterOnWhichScenariosDifferHasARowForEach() throws {
    let rows = Self.rows("entries.rate.0", try Self.csv(CatalogueSample.full.get()))
    #expect(
      rows.map { $0["scenario"] } == ["baseline", "review-in-full", "review-delayed-two-years"])
    #expect(rows[0]["changed_by"] == "" && rows[1]["changed_by"]!.contains("family-help"))
    #expect(rows.map { $0["changed_from"] } == ["", "2024-04-01", "2026-04-01"])
    #expect(rows[0]["value"] == rows[2]["value"] && rows[0]["value"] != rows[1]["value"])
    #expect(rows.allSatisfy { $0["basis"] == "estimated" && $0["set_by"] == "data" })
  }

  @Test func moneyHasItsPricesAndASourceItsTitle() throws {
    let csv = try Self.csv(CatalogueSample.full.get())
    let base = try #require(Self.rows("funding.base-net", csv).first)
    #expect(base["scenario"] == "" && base["value"] == "13604408000" && base["prices"] == "cash")
    #expect(base["source"] == "dfe-s251-2024" && !base["source_title"]!.isEmpty)
    let deficit = try #require(Self.rows("funding.opening-deficit", csv).first)
    #expect(deficit["spread_low"] == "0" && deficit["spread_high"] == "700000000")
    #expect(deficit["basis"] == "assumed" && !deficit["reason"]!.isEmpty)
  }

  @Test func everyParameterIsCountedOnce() throws {
    let count = try AssumptionCount(of: CatalogueSample.full.get())
    #expect(try count.total == CatalogueSample.data.get().parameters.all.count)
    #expect(Basis.allCases.allSatisfy { count.text.contains(" \($0.rawValue)") })
    #expect(count.text.hasPrefix("\(count.total) parameters: "))
  }

  /// Values on the nearest day: before the first, after the last of one that ends, and between.
  @Test func theNearestDayHasAValue() throws {
    func parameter(_ afterLast: Parameter.AfterLast) throws -> Parameter {
      try Parameter(
        id: "a.rate", label: "A rate", unit: MeasurementUnit(id: "share")!, valid: 0...1,
        afterLast: afterLast,
        values: [
          DatedValue(
            from: FinancialYear(startingIn: 2024).start, basis: .assumed, reason: "Test",
            table: ValueTable(0.5), spread: Spread(.normal, cv: 0.1))
        ])
    }
    for (year, held, ended) in [
      (2023, "2024-04-01", "2024-04-01"), (2024, "2024-04-01", "2024-04-01"),
      (2026, "2026-04-01", "2025-03-31"),
    ] {
      let day = FinancialYear(startingIn: year).start
      #expect(try parameter(.hold).nearestDay(to: day).description == held)
      #expect(try parameter(.error).nearestDay(to: day).description == ended)
    }
  }
}
