import Parameters
import Scenarios

/// `changes.csv`: every number that a scenario changed, with the lever and the reason, and every
/// lever without a published effect, whose numbers are blank.
enum ChangesFile {
  private static let header = [
    "scenario", "parameter", "unit", "date", "until", "from", "to", "lever", "reason",
  ]

  /// The file of a run.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  static func file(of results: RunResults) throws(TableError) -> OutputFile {
    let path = "changes.csv"
    var csv = CSVBuffer(file: path)
    try csv.appendRow(header)
    for scenario in results.scenarios {
      for change in scenario.assumptions.changes {
        try csv.append(scenario.id)
        try csv.append(change.path)
        try csv.append(change.unit.id)
        try csv.append(change.date.description)
        try csv.append(change.until?.description ?? "")
        try csv.append(exactly: change.from)
        try csv.append(exactly: change.to)
        try csv.append(change.origins.joined(separator: " "))
        try csv.append(change.reason)
        csv.endRow()
      }
    }
    return OutputFile(path: path, bytes: csv.bytes)
  }
}

extension CSVBuffer {
  /// Appends a number with as many decimals as it takes to read the same number back, 15 at most;
  /// a blank cell for none.
  mutating func append(exactly number: Double?) throws(TableError) {
    guard let number else { return try append("") }
    let decimals = (0..<FixedDecimal.mostDecimals).first {
      Double(FixedDecimal.text(number, decimals: $0)) == number
    }
    append(number, decimals: decimals ?? FixedDecimal.mostDecimals)
  }
}
