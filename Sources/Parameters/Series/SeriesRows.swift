/// Reads and checks the rows of `data.csv`.
struct SeriesRows {
  let about: Series.About
  let sources: Sources
  let faults: FaultCollector

  /// The rows that are right; faults of the others are reported.
  func entries(of bytes: [UInt8]) -> [Series.Entry] {
    guard let table = CSVTable(bytes, reportingTo: faults) else { return [] }
    let expected = ["year"] + about.dimensions.map(\.name) + ["value", "status", "basis", "source"]
    guard table.header == expected else {
      faults.report(InputFault.wrongHeader(found: table.header, expected: expected), line: 1)
      return []
    }
    let entries = table.rows.map { row in entry(row) }
    let lined = zip(entries, table.rows).compactMap { entry, row in
      entry.map { (entry: $0, line: row.line) }
    }
    checkOrder(lined)
    checkVintages(lined)
    checkCategoriesOccur(table)
    return lined.map(\.entry)
  }

  private func entry(_ row: CSVTable.Row) -> Series.Entry? {
    let before = faults.faults.count
    let count = about.dimensions.count
    let categories = Array(row.fields[1..<(1 + count)])
    let cells = Array(row.fields[(1 + count)...])
    let year = year(row.fields[0], line: row.line)
    let areCategories = zip(about.dimensions, categories).map { dimension, category in
      check(
        dimension.categories.contains(category), category, of: dimension.name,
        among: dimension.categories, line: row.line)
    }
    let status = ValueStatus(rawValue: cells[1])
    let isStatus = check(
      cells[1].isEmpty || status != nil, cells[1], of: "status",
      among: ValueStatus.allCases.map(\.rawValue), line: row.line)
    let basis = Basis(rawValue: cells[2])
    check(
      basis != nil, cells[2], of: "basis", among: Basis.allCases.map(\.rawValue), line: row.line)
    let isSource = check(
      sources[cells[3]] != nil, cells[3], of: "source", among: sources.ids, line: row.line)
    let value = value(cells[0], status: cells[1], row: row)
    guard faults.faults.count == before, !areCategories.contains(false), isStatus, isSource,
      let year, let basis
    else { return nil }
    return Series.Entry(
      year: year, categories: categories, value: value, status: status, basis: basis,
      source: cells[3])
  }

  private func value(_ text: String, status: String, row: CSVTable.Row) -> Double? {
    let label = row.fields.prefix(about.dimensions.count + 1).joined(separator: ", ")
    if text.isEmpty {
      if status.isEmpty {
        faults.report(InputFault.neitherValueNorStatus(row: label), line: row.line)
      }
      return nil
    }
    if !status.isEmpty { faults.report(InputFault.valueAndStatus(row: label), line: row.line) }
    guard let value = strictNumber(text) else {
      faults.report(InputFault.notANumber(of: "the value", found: text), line: row.line)
      return nil
    }
    return value
  }

  private func year(_ text: String, line: Int) -> Int? {
    if text.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(text) {
      switch about.time {
      case .financialYear: if FinancialYear(code: year) != nil { return year }
      case .reportingYear, .midYear: if (1000...9999).contains(year) { return year }
      }
    }
    faults.report(
      InputFault.invalidYear(
        found: text,
        expected: about.time == .financialYear ? "a year such as 202324" : "a year such as 2024"),
      line: line)
    return nil
  }

  /// Reports a name that is not known, once in the file.
  @discardableResult
  private func check(
    _ isKnown: Bool, _ found: String, of kind: String, among names: @autoclosure () -> [String],
    line: Int
  ) -> Bool {
    guard !isKnown else { return true }
    faults.reportOnce(InputFault.unknownName(of: kind, found: found, among: names()), line: line)
    return false
  }

  private func checkOrder(_ rows: [(entry: Series.Entry, line: Int)]) {
    let ranks = about.dimensions.map { dimension in
      Dictionary(
        dimension.categories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    var firstLine: [[Int]: Int] = [:]
    var previous: (key: [Int], label: String)?
    for (entry, line) in rows {
      let key = [entry.year] + zip(ranks, entry.categories).map { $0[$1]! }
      let label = ([String(entry.year)] + entry.categories).joined(separator: ", ")
      if let first = firstLine[key] {
        faults.report(InputFault.duplicateRow(row: label, first: first), line: line)
      } else if let previous, key.lexicographicallyPrecedes(previous.key) {
        faults.report(InputFault.unsortedRow(row: label, after: previous.label), line: line)
      }
      firstLine[key] = firstLine[key] ?? line
      previous = (key, label)
    }
  }

  private func checkVintages(_ rows: [(entry: Series.Entry, line: Int)]) {
    var sourceOfYear: [Int: String] = [:]
    var reported: Set<Int> = []
    for (entry, line) in rows {
      let first = sourceOfYear[entry.year] ?? entry.source
      sourceOfYear[entry.year] = first
      if first != entry.source, reported.insert(entry.year).inserted {
        faults.report(
          InputFault.twoVintages(year: entry.year, sources: [first, entry.source]), line: line)
      }
    }
  }

  private func checkCategoriesOccur(_ table: CSVTable) {
    for (column, dimension) in about.dimensions.enumerated() {
      let found = Set(table.rows.map { $0.fields[column + 1] })
      for category in dimension.categories where !found.contains(category) {
        faults.report(InputFault.unusedCategory(category, of: dimension.name), line: nil)
      }
    }
  }
}
