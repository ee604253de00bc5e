import CareModel
import Datasets
import Parameters
import Scenarios
import Statistics
import Testing

@testable import Tables

/// Numbers read through a layout are those of the tables.
@Suite struct RunLayoutTests {
  private static func numbers(_ results: RunResults) throws -> [Uncertain?] {
    try Catalogue.all.compactMap { try $0.tableIfAny(of: results) }.flatMap { table in
      table.rows.flatMap { row in
        row.values.map { if case .number(let number) = $0 { number } else { nil } }
      }
    }
  }

  @Test func numbersOfEnglandLieAsInItsTables() throws {
    let results = try CatalogueSample.full.get()
    let layout = try RunLayout(of: results)
    let numbers = try layout.numbers(of: results)
    #expect(layout.cells > 10_000 && layout.headline.count > 20)
    #expect(Array(numbers[..<layout.cells]) == (try Self.numbers(results)))
    #expect(numbers.count == layout.cells + layout.headline.count + layout.spending.count)
    #expect(layout.kept == layout.cells..<numbers.count)
    #expect(
      numbers.last!
        == results.scenarios.last!.projection.netSpending(
          in: results.financialYears.last!))
  }

  /// The layout of one area serves another.
  @Test func numbersOfAnAreaLieAsInItsTables() throws {
    let areas = try AreaResultsTests.results.get()
    func results(_ name: String) throws -> RunResults {
      try areas.results(of: areas.areas.first { $0.name == name }!)
    }
    let layout = try RunLayout(of: results("Kent"))
    for name in ["Isles of Scilly", "London", "Kent"] {
      let results = try results(name)
      let numbers = try layout.numbers(of: results)
      #expect(Array(numbers[..<layout.cells]) == (try Self.numbers(results)), "\(name)")
      #expect(numbers.count == layout.cells + layout.spending.count)
    }
    #expect(layout.headline.isEmpty)
  }
}
