import Parameters

/// The numbers in which two sets of parameters differ, from year to year.
struct ParameterDifferences {
  private let a: ParameterSet
  private let b: ParameterSet
  private let years: ClosedRange<FinancialYear>

  /// The differences over some years.
  init(between a: ParameterSet, and b: ParameterSet, in years: ClosedRange<FinancialYear>) {
    self.a = a
    self.b = b
    self.years = years
  }

  /// A row for each number and each year from which its pair of values is another than before.
  var table: TextTable {
    var table = TextTable(
      columns: [.text("Parameter"), .text("From"), .number("First"), .number("Second")])
    for id in a.idsThatDiffer(from: b) {
      let keys = (a[id] ?? b[id])!.keys
      let more = (b[id] ?? a[id])!.keys.filter { !keys.contains($0) }
      for key in keys + more { for row in rows(of: id, key) { table.add(row) } }
    }
    return table
  }

  private func rows(of id: String, _ keys: [String]) -> [[String]] {
    var before: [String]?
    var rows: [[String]] = []
    var year = years.lowerBound
    while year <= years.upperBound {
      let pair = [a, b].map { set in
        (try? set[id]?.value(on: year.start, keys)).flatMap { $0 }.map(shortestText) ?? "-"
      }
      if pair != before, before != nil || pair[0] != pair[1] {
        rows.append([ParameterPath(id: id, keys: keys).text, year.start.description] + pair)
      }
      before = pair
      year = year.advanced(by: 1)
    }
    return rows
  }
}
