/// Reads and checks the rows of `data.csv`.
struct SeriesRows {
  private let about: Series.About
  private let sources: Sources
  private let faults: FaultCollector
  /// The place of each category among those of its dimension, by dimension.
  private let ranks: [[String: Int]]

  init(about: Series.About, sources: Sources, faults: FaultCollector) {
    self.about = about
    self.sources = sources
    self.faults = faults
    ranks = about.dimensions.map { dimension in
      Dictionary(
        dimension.categories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

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
    let (statusName, basisName) = (row.fields[count + 2], row.fields[count + 3])
    let source = row.fields[count + 4]
    let year = year(row.fields[0], line: row.line)
    var isRight = true
    func check(
      _ isKnown: Bool, _ found: String, of kind: String, among names: @autoclosure () -> [String]
    ) {
      guard !isKnown else { return }
      isRight = false
      // Once in the file.
      faults.reportOnce(
        InputFault.unknownName(of: kind, found: found, among: names()), line: row.line)
    }
    for (index, dimension) in about.dimensions.enumerated() {
      check(
        ranks[index][categories[index]] != nil, categories[index], of: dimension.name,
        among: dimension.categories)
    }
    let status = ValueStatus(rawValue: statusName)
    check(
      statusName.isEmpty || status != nil, statusName, of: "status",
      among: ValueStatus.allCases.map(\.rawValue))
    let basis = Basis(rawValue: basisName)
    check(basis != nil, basisName, of: "basis", among: Basis.allCases.map(\.rawValue))
    check(sources.has(source), source, of: "source", among: sources.ids)
    let value = value(row.fields[count + 1], status: statusName, row: row)
    guard faults.faults.count == before, isRight, let year, let basis else { return nil }
    return Series.Entry(
      year: year, categories: categories, value: value, status: status, basis: basis,
      source: source)
  }

  private func value(_ text: String, status: String, row: CSVTable.Row) -> Double? {
    func label() -> String {
      row.fields.prefix(about.dimensions.count + 1).joined(separator: ", ")
    }
    if text.isEmpty {
      if status.isEmpty {
        faults.report(InputFault.neitherValueNorStatus(row: label()), line: row.line)
      }
      return nil
    }
    if !status.isEmpty { faults.report(InputFault.valueAndStatus(row: label()), line: row.line) }
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

  private func checkOrder(_ rows: [(entry: Series.Entry, line: Int)]) {
    // The place of each row in a full table, which has every category in every year.
    let keys = rows.map { row in
      zip(ranks, row.entry.categories).reduce(row.entry.year) { $0 * $1.0.count + $1.0[$1.1]! }
    }
    if zip(keys, keys.dropFirst()).allSatisfy(<) { return }
    func label(_ index: Int) -> String {
      ([String(rows[index].entry.year)] + rows[index].entry.categories).joined(separator: ", ")
    }
    var firstLine: [Int: Int] = [:]
    for (index, key) in keys.enumerated() {
      let line = rows[index].line
      if let first = firstLine[key] {
        faults.report(InputFault.duplicateRow(row: label(index), first: first), line: line)
      } else if index > 0, key < keys[index - 1] {
        faults.report(
          InputFault.unsortedRow(row: label(index), after: label(index - 1)), line: line)
      }
      firstLine[key] = firstLine[key] ?? line
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
