import Foundation
import Testing

/// Shipped series against the official files they were carried over from.
@Suite(
  .enabled(
    if: OfficialFiles.arePresent,
    "Needs copies of the official files in ../shared/data, which are not part of the package."))
struct OfficialFilesTests {
  @Test("Shipped values are the published ones", arguments: OfficialTable.all)
  func shippedValuesArePublished(table: OfficialTable) throws {
    let published = try table.nationalCells()
    for sample in table.samples {
      let shipped = try #require(
        try shippedRows(of: sample.series)[sample.row], "\(sample.series) has no \(sample.row)")
      let texts = try sample.cells.map { cell in
        let key = "\(sample.year)|" + (cell.hasPrefix("-") ? String(cell.dropFirst()) : cell)
        guard let text = published[key] else { throw OfficialFault.noCell(key, in: table.path) }
        return text
      }
      if let marker = texts.first(where: { Int($0) == nil }) {
        #expect(
          shipped == (value: "", status: marker), "\(sample.series) \(sample.row): a marker")
      } else {
        let sum = zip(sample.cells, texts).reduce(0) { sum, cell in
          sum + (cell.0.hasPrefix("-") ? -1 : 1) * Int(cell.1)!
        }
        #expect(shipped == (value: "\(sum)", status: ""), "\(sample.series) \(sample.row)")
      }
    }
  }

  @Test("The projection is females and males added, for every age and year")
  func projectionAddsSexes() throws {
    let file = "ons/derived_npp2022_england_ages_0_25_mid2022_2047.csv"
    var people: [String: Int] = [:]
    for line in try lines(of: OfficialFiles.folder.appending(path: file)).dropFirst() {
      let row = fields(ofLine: line)
      people["\(row[2]),\(row[1])", default: 0] += try #require(Int(row[3]))
    }
    let shipped = try shippedRows(of: "population-projection-2022-based")
    #expect(shipped.mapValues(\.value) == people.mapValues { "\($0)" })
  }

  @Test("The single years of mid-2020 are the sums over the authorities of the file")
  func singleYearsAddAuthorities() throws {
    let file = "las/population_single_year_age_0_25_mid_2020.csv"
    let all = try lines(of: OfficialFiles.folder.appending(path: file)).map(fields(ofLine:))
    let shipped = try shippedRows(of: "population-single-year-mid-2020")
    #expect(all.count == 151, "a header and 150 authorities")
    #expect(shipped.count == 26)
    for age in 0...25 {
      let column = try #require(all[0].firstIndex(of: "age_\(age)"))
      let sum = try all.dropFirst().reduce(0) { sum, row in
        sum + (try #require(Int(row[column])))
      }
      #expect(shipped["2020,\(age)"]?.value == "\(sum)", "age \(age)")
    }
  }
}
