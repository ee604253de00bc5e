import Parameters

/// Collects rows by period, place and items, finds doubles, and completes the matrix.
struct RowMatrix {
  /// Rows that Excel opens below a header.
  static let mostRows = 1_048_575

  let table: String
  let filterNames: [String]
  /// For each filter its items in order of first appearance.
  private(set) var items: [[String]]
  private var ranks: [[String: Int]]
  private var periods: Set<Int> = []
  private var areas: [Area] = []
  private var areaRanks: [Area: Int] = [:]
  private var rows: [Key: OutputTable.Row] = [:]

  private struct Key: Hashable {
    let period: Int
    let area: Int
    let items: [Int]
  }

  /// An empty matrix of a table with some filters.
  init(table: String, filterNames: [String]) {
    self.table = table
    self.filterNames = filterNames
    items = Array(repeating: [], count: filterNames.count)
    ranks = Array(repeating: [:], count: filterNames.count)
  }

  /// Adds a row; a second one with the same period, place and items is an error.
  mutating func add(_ row: OutputTable.Row) throws(TableError) {
    periods.insert(row.period)
    var itemRanks: [Int] = []
    for (filter, item) in row.items.enumerated() {
      if let rank = ranks[filter][item] {
        itemRanks.append(rank)
      } else {
        itemRanks.append(items[filter].count)
        ranks[filter][item] = items[filter].count
        items[filter].append(item)
      }
    }
    let area = areaRanks[row.area] ?? areas.count
    if area == areas.count {
      areaRanks[row.area] = area
      areas.append(row.area)
    }
    let key = Key(period: row.period, area: area, items: itemRanks)
    guard rows.updateValue(row, forKey: key) == nil else {
      throw .duplicateRow(table: table, key: text(row))
    }
  }

  /// All combinations in order: by period, then place, then items.
  ///
  /// - Parameters:
  ///   - absent: Written in every indicator of a combination without a row; `nil`: an error.
  ///   - values: Number of indicators.
  func completed(with absent: Marker?, values: Int) throws(TableError) -> [OutputTable.Row] {
    var size = periods.count
    for count in [areas.count] + items.map(\.count) {
      let (product, overflow) = size.multipliedReportingOverflow(by: count)
      size = overflow ? .max : product
    }
    if absent == nil && size > rows.count {
      throw .incompleteMatrix(
        table: table, missing: size - rows.count, first: firstMissing().map(text) ?? "")
    }
    guard size <= RowMatrix.mostRows else {
      throw .tooManyRows(table: table, rows: size, most: RowMatrix.mostRows)
    }
    let blank = absent.map { Array(repeating: IndicatorValue.marker($0), count: values) } ?? []
    return combinations().map { key in
      rows[key] ?? row(key, values: blank)
    }
  }

  private func combinations() -> some Sequence<Key> {
    let order = periods.sorted()
    return order.lazy.flatMap { period in
      areas.indices.lazy.flatMap { area in
        MixedRadix(sizes: items.map(\.count)).lazy.map {
          Key(period: period, area: area, items: $0)
        }
      }
    }
  }

  private func firstMissing() -> OutputTable.Row? {
    combinations().first { rows[$0] == nil }.map { row($0, values: []) }
  }

  private func row(_ key: Key, values: [IndicatorValue]) -> OutputTable.Row {
    OutputTable.Row(
      period: key.period, area: areas[key.area],
      items: zip(items, key.items).map { $0[$1] }, values: values)
  }

  private func text(_ row: OutputTable.Row) -> String {
    let filters = zip(filterNames, row.items).map { "\($0) '\($1)'" }
    return (["\(row.period)", row.area.name] + filters).joined(separator: ", ")
  }
}

/// Counts through all combinations of digits, the last digit fastest; one empty one for no digits.
struct MixedRadix: Sequence, IteratorProtocol {
  private let sizes: [Int]
  private var following: [Int]?

  /// Digits 0 to `sizes[i]` − 1 at place i.
  init(sizes: [Int]) {
    self.sizes = sizes
    following = sizes.contains(0) ? nil : Array(repeating: 0, count: sizes.count)
  }

  mutating func next() -> [Int]? {
    guard let current = following else { return nil }
    following = MixedRadix.successor(of: current, sizes: sizes)
    return current
  }

  private static func successor(of digits: [Int], sizes: [Int]) -> [Int]? {
    var result = digits
    for place in result.indices.reversed() {
      result[place] += 1
      if result[place] < sizes[place] { return result }
      result[place] = 0
    }
    return nil
  }
}
