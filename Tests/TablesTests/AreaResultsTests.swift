import CareModel
import Datasets
import Parameters
import Statistics
import TestSupport
import Testing

@testable import Tables

/// Tables of areas: the figures of the parts of an area add up to its own.
@Suite struct AreaResultsTests {
  static let results = Result {
    let data = try CatalogueSample.data.get()
    return try AreaResults(of: data.areas().all, within: CatalogueSample.full.get(), data: data)
  }

  static func tables(_ area: Area) throws -> [OutputTable] {
    try RunFiles.tables(of: results.get().results(of: area))
  }

  /// Every number of the whole that is no share is the sum of the numbers of the parts; parts of a
  /// split gap are not, only its total. Where the whole has a number that is published, parts have
  /// none.
  static func expectSum(_ parts: [Area], are whole: Area) throws {
    let wholes = try tables(whole)
    let all = try parts.map { try tables($0) }
    #expect(wholes.count == 13)
    for (number, table) in wholes.enumerated() {
      let tables = all.map { $0[number] }
      #expect(tables.allSatisfy { $0.header == table.header && $0.rows.count == table.rows.count })
      let isSplit = table.stem == "cs_gap_split"
      let largest = 1e-12 * (table.stem.contains("gap") ? 1e11 : 0)
      for (index, row) in table.rows.enumerated() {
        if isSplit && !row.items.contains("Total") { continue }
        for (column, heading) in table.indicators.enumerated() where heading.unit != .percent {
          let values = tables.map { $0.rows[index].values[column] }
          let numbers = values.compactMap { value in
            if case .number(let number) = value { number.central } else { nil }
          }
          guard case .number(let sum) = row.values[column], numbers.count == parts.count else {
            #expect(numbers.isEmpty)
            continue
          }
          expectClose(
            numbers.reduce(0, +), sum.central, relative: 1e-10, absolute: 1e-6 + largest,
            "\(table.stem), row \(index), \(heading.id)")
        }
      }
    }
  }

  @Test func regionsAddUpToEngland() throws {
    let areas = try Self.results.get().areas.filter { $0.level == .regional }
    try Self.expectSum(areas, are: .england)
  }

  @Test func authoritiesAddUpToTheirRegion() throws {
    let areas = try Self.results.get().areas
    let region = try #require(areas.first { $0.name == "North East" })
    let authorities = areas.filter { $0.level == .localAuthority && $0.region == region.region }
    #expect(authorities.count == 12)
    try Self.expectSum(authorities, are: region)
  }

  /// England has the numbers of a run of England alone, with a column more.
  @Test func englandAmongAreasIsEngland() throws {
    let alone = try RunFiles.tables(of: CatalogueSample.full.get())
    let among = try Self.tables(.england)
    for (a, b) in zip(alone, among) {
      #expect(a.rows.map(\.values) == b.rows.map(\.values) && a.stem == b.stem)
      #expect(a.filters.count + 1 == b.filters.count)
      #expect(b.filters.last?.items == [AreaBasis.england.rawValue])
    }
  }

  /// Every row of an area says where it is and what it rests on, and figures can be added up.
  @Test func rowsOfAnAuthorityAreFlagged() throws {
    let areas = try Self.results.get().areas
    let kent = try #require(areas.first { $0.name == "Kent" })
    for table in try Self.tables(kent) {
      for row in table.rows {
        #expect(row.area == kent && row.items.last == AreaBasis.part.rawValue)
      }
      for indicator in table.indicators where indicator.unit != .percent {
        #expect(indicator.writtenDecimals == 6)
      }
    }
  }
}
