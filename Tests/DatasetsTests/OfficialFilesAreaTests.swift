import Foundation
import Testing

/// Every row of the series by area that rest on one heading of an official file, against that file.
@Suite(
  .enabled(
    if: OfficialFiles.arePresent,
    "Needs copies of the official files in ../shared/data, which are not part of the package."))
struct OfficialFilesAreaTests {
  @Test("Every area's count is the published one", arguments: AreaTable.all)
  func everyAreasCountIsPublished(table: AreaTable) throws {
    let shipped = try shippedRows(of: table.series)
    let published = try table.cells()
    var compared = 0
    for (row, text) in published {
      guard let here = shipped[row] else {
        #expect(text == "z", "\(table): \(row) is \(text) and not shipped")
        continue
      }
      #expect(here == (Int(text) == nil ? ("", text) : (text, "")), "\(table): \(row)")
      compared += 1
    }
    let years = Set(published.keys.map { $0.prefix(4) })
    let wanted = shipped.keys.filter { row in
      years.contains(row.prefix(4)) && row.hasSuffix(table.categories)
    }
    #expect(compared == wanted.count && compared >= 160, "\(table): \(compared)")
  }

  @Test("Neighbours are those of the model, by rank")
  func neighboursAreThoseOfTheModel() throws {
    let file = OfficialFiles.package.appending(path: "Datasets/areas.yaml")
    let codes = try lines(of: file).reduce(into: [Substring: Substring]()) { codes, line in
      if let match = line.firstMatch(of: /- \{code: (E\d+), number: (\d+), name/),
        !line.contains("now:")
      {
        codes[match.2] = match.1
      }
    }
    var expected: [Substring: [Substring]] = [:]
    let neighbours = "las/statistical_neighbours_2025.csv"
    for line in try lines(of: OfficialFiles.folder.appending(path: neighbours)).dropFirst() {
      let row = fields(ofLine: line)
      let code = try #require(codes[row[0][...]])
      #expect(expected[code, default: []].count == Int(row[2])! - 1, "rows by rank")
      expected[code, default: []].append(try #require(codes[row[3][...]]))
    }
    let shipped = OfficialFiles.package.appending(path: "Datasets/statistical-neighbours.yaml")
    var found: [Substring: [Substring]] = [:]
    for line in try lines(of: shipped) {
      guard let match = line.firstMatch(of: /^  (E\d+): \[(.*)\]$/) else { continue }
      found[match.1] = match.2.split(separator: ", ")
    }
    #expect(found == expected && found.count == 153)
  }
}

/// One heading of an official file, by year and area, and the series that holds it.
struct AreaTable: Sendable, CustomStringConvertible {
  let series: String
  /// What follows year and area in a row of the series, after a comma; empty for nothing.
  let categories: String
  /// Path below the folder of official files.
  let path: String
  /// Columns and the text that a row must have in each.
  let wanted: [String: String]
  /// Column of the published text.
  let value: String
  /// Years that the series takes from this file.
  let years: ClosedRange<Int>

  var description: String { "\(series)\(categories), \(path)" }

  /// Published text by row of the series.
  func cells() throws -> [String: String] {
    let all = try lines(of: OfficialFiles.folder.appending(path: path))
    let header = fields(ofLine: all[0])
    func position(_ column: String) throws -> Int {
      guard let position = header.firstIndex(of: column) else {
        throw OfficialFault.noColumn(column, in: path)
      }
      return position
    }
    let filters = try wanted.map { (try position($0.key), $0.value) }
    let place = try ["time_period", "geographic_level", "region_name", "new_la_code", value]
      .map(position)
    var cells: [String: String] = [:]
    for line in all.dropFirst() {
      let row = fields(ofLine: line)
      guard filters.allSatisfy({ row[$0.0] == $0.1 }), years.contains(Int(row[place[0]])!),
        let code = Self.code(level: row[place[1]], region: row[place[2]], authority: row[place[3]])
      else { continue }
      let key = "\(row[place[0]]),\(code)\(categories)"
      guard cells.updateValue(row[place[4]], forKey: key) == nil else {
        throw OfficialFault.repeated(key, in: path)
      }
    }
    return cells
  }

  /// The code of an area; `nil` for Inner and Outer London.
  private static func code(level: String, region: String, authority: String) -> String? {
    switch level {
    case "National": "E92000001"
    case "Regional":
      [
        "North East", "North West", "Yorkshire and The Humber", "East Midlands", "West Midlands",
        "East of England", "London", "South East", "South West",
      ].firstIndex(of: region).map { "E1200000\($0 + 1)" }
    default: authority
    }
  }
}

extension AreaTable {
  static let all: [AreaTable] = placements + activity + stock

  private static let placements = [
    ("Total", "Total children"), ("3-or-more", "With 3 or more placements during the year"),
  ].flatMap { category, heading in
    [
      AreaTable(
        series: "placement-stability-by-area", categories: ",\(category)",
        path: "dfe_cla_history/la_cla_placement_stability_2018_2020.csv",
        wanted: ["characteristic": "Children looked after at 31 March", "breakdown": heading],
        value: "children_count", years: 2018...2019),
      AreaTable(
        series: "placement-stability-by-area", categories: ",\(category)",
        path: "dfe_cla_history/la_cla_placement_stability_2018_2020.csv",
        wanted: ["characteristic": "CLA on 31 March", "breakdown": heading],
        value: "children_count", years: 2020...2020),
      AreaTable(
        series: "placement-stability-by-area", categories: ",\(category)",
        path: "dfe_cla/la_cla_placement_stability.csv",
        wanted: ["cla_group": "CLA on 31 March", "placement_stability": heading],
        value: "children_count", years: 2021...2024),
    ]
  }

  private static let activity = [
    ("17-18", "17 to 18"), ("19-21", "19 to 21"),
  ].flatMap { group, ages in
    [("Total", "Total"), ("neet", "Total not in education, employment or training")].flatMap {
      category, heading in
      [
        AreaTable(
          series: "care-leavers-activity-by-area", categories: ",\(group),\(category)",
          path: "dfe_cla_history/la_care_leavers_activity_2018_2020.csv",
          wanted: ["characteristic": "Aged \(ages)", "breakdown": heading],
          value: "children_count", years: 2018...2020),
        AreaTable(
          series: "care-leavers-activity-by-area", categories: ",\(group),\(category)",
          path: "dfe_cla/la_care_leavers_activity.csv",
          wanted: ["care_leaver_age": "\(ages) years", "breakdown": heading],
          value: "care_leaver_count", years: 2021...2024),
      ]
    }
  }

  private static let stock = [
    AreaTable(
      series: "children-looked-after-by-area", categories: ",Total",
      path: "dfe_cla/cla_number_and_rate_per_10k_children.csv",
      wanted: ["population_type": "Children looked after on 31 March each year"],
      value: "children_count", years: 2021...2024),
    AreaTable(
      series: "children-starting-by-area", categories: ",Total",
      path: "dfe_cla/cla_number_and_rate_per_10k_children.csv",
      wanted: ["population_type": "Children starting to be looked after each year"],
      value: "children_count", years: 2021...2024),
    AreaTable(
      series: "children-ceasing-by-area", categories: "",
      path: "dfe_cla/cla_number_and_rate_per_10k_children.csv",
      wanted: ["population_type": "Children ceasing to be looked after each year"],
      value: "children_count", years: 2021...2024),
  ]
}
