import CareModel
import Statistics
import Datasets
import Parameters
import Scenarios
import Tables

/// Results over the data that ship: the three scenarios, three years.
enum CatalogueSample {
  static let data = Result { try DataFolder(Datasets.folder) }

  /// The reform first, so that the order of a run is seen to be put right.
  static let full = Result {
    try results(["review-in-full", "baseline", "review-delayed-two-years"])
  }

  /// The baseline alone.
  static let alone = Result { try results(["baseline"]) }

  static func results(_ ids: [String], through last: Int = 2027) throws -> RunResults {
    let data = try data.get()
    let folder = try ScenarioFolder(data)
    return try RunResults(
      projecting: ids.map { try folder.scenario($0) }, in: folder, data: data, through: last)
  }

  /// What the placement types are called, in order.
  static let placements = try! full.get().scenarios[0].projection.placements.map(\.label)

  static func table(_ stem: String, _ results: RunResults? = nil) throws -> OutputTable {
    let table = Catalogue.all.first { $0.stem == stem }!
    return try table.table(of: results ?? full.get())
  }
}

/// Rows of a table by the items of some of its filters.
struct TableReader {
  let table: OutputTable

  init(_ stem: String, _ results: RunResults? = nil) throws {
    table = try CatalogueSample.table(stem, results)
  }

  /// The figure of an indicator; `nil` if the row holds a marker.
  func number(_ row: OutputTable.Row, _ indicator: String) -> Double? {
    if case .number(let number) = value(row, indicator) { number.central } else { nil }
  }

  func value(_ row: OutputTable.Row, _ indicator: String) -> IndicatorValue {
    row.values[table.indicators.firstIndex { $0.id == indicator }!]
  }

  /// The one row of a period and of items by filter; scenario and estimate type default to those
  /// of the projected baseline.
  func row(_ period: Int, _ items: [String: String] = [:]) -> OutputTable.Row {
    let all = items.merging(["scenario": "Baseline", "estimate_type": "Projection"]) { a, _ in a }
    let rows = table.rows.filter { row in
      row.period == period
        && zip(table.filters, row.items).allSatisfy {
          all[$0.heading.id] == nil || all[$0.heading.id] == $1
        }
    }
    precondition(rows.count == 1, "\(rows.count) rows of \(table.stem) for \(period), \(all)")
    return rows[0]
  }

  /// The largest difference, over all rows in which one filter has the item `total`, between an
  /// indicator and its sum over the items in `parts`; rows with a marker among them are left out.
  func largestDifference(
    of filter: String, _ indicator: String, total: String = "Total", parts: [String]? = nil
  ) -> (difference: Double, compared: Int) {
    let column = table.filters.firstIndex { $0.heading.id == filter }!
    let parts = parts ?? table.filters[column].items.filter { $0 != total }
    var rows: [[String]: OutputTable.Row] = [:]
    for row in table.rows { rows[["\(row.period)"] + row.items] = row }
    var largest = 0.0
    var compared = 0
    for row in table.rows where row.items[column] == total {
      guard let whole = number(row, indicator) else { continue }
      var sum = 0.0
      var isComplete = true
      for part in parts {
        var items = row.items
        items[column] = part
        let figure = number(rows[["\(row.period)"] + items]!, indicator)
        isComplete = isComplete && figure != nil
        sum += figure ?? 0
      }
      guard isComplete else { continue }
      compared += 1
      largest = max(largest, abs(whole - sum) / max(abs(whole), 1))
    }
    return (largest, compared)
  }
}
