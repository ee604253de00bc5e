public import Foundation
public import Parameters

/// Budgets for net spending on children's services, by area and financial year, to set a run's spending
/// against.
public struct Budget: Sendable {
  /// One amount.
  struct Row: Sendable {
    let area: Area
    let year: FinancialYear
    /// Pounds in cash; > 0.
    let amount: Double
  }

  /// The amounts in the order of the file.
  let rows: [Row]

  private static let header = ["area", "year", "budget"]

  /// Reads budgets.
  ///
  /// - Parameters:
  ///   - url: A CSV file with the columns `area` (a name, a code or a number), `year` (2025-26 or 202526)
  ///     and `budget` (pounds in cash, net of income).
  ///   - file: Its name in messages.
  ///   - areas: The areas.
  ///   - chosen: Those that are projected.
  ///   - years: The projected years, in order.
  /// - Throws: `InputError` with all faults of the file.
  public init(
    _ url: URL, as file: String, areas: Areas, chosen: [Area], years: [FinancialYear]
  ) throws {
    let table = try CSVTable(contentsOf: url, as: file)
    let faults = FaultCollector(file: file)
    guard table.header == Self.header else {
      faults.report(InputFault.wrongHeader(found: table.header, expected: Self.header), line: 1)
      try faults.throwIfAny()
      rows = []
      return
    }
    var lines: [String: Int] = [:]
    rows = table.rows.compactMap { row in
      let found = (
        Self.area(row.fields[0], row.line, areas, chosen, faults),
        Self.year(row.fields[1], row.line, years, faults),
        Self.amount(row.fields[2], row.line, faults)
      )
      guard let area = found.0, let year = found.1, let amount = found.2 else { return nil }
      let name = "\(area.name) \(year.label)"
      if let first = lines.updateValue(row.line, forKey: name) {
        faults.report(InputFault.duplicateRow(row: name, first: first), line: row.line)
      }
      return Row(area: area, year: year, amount: amount)
    }
    try faults.throwIfAny()
  }

  private static func area(
    _ name: String, _ line: Int, _ areas: Areas, _ chosen: [Area], _ faults: FaultCollector
  ) -> Area? {
    do {
      let area = try areas.named(name)
      if chosen.contains(area) { return area }
      faults.report(
        InputFault.unknownName(of: "projected area", found: name, among: chosen.map(\.name)),
        line: line)
    } catch let error as InputError {
      for fault in error.faults { faults.report(fault.kind, line: line) }
    } catch { preconditionFailure("\(error)") }
    return nil
  }

  private static func year(
    _ text: String, _ line: Int, _ years: [FinancialYear], _ faults: FaultCollector
  ) -> FinancialYear? {
    if let year = FinancialYear(text), years.contains(year) { return year }
    faults.report(
      InputFault.invalidYear(
        found: text,
        expected: "a projected financial year, \(years[0].label) to \(years.last!.label)"),
      line: line)
    return nil
  }

  private static func amount(_ text: String, _ line: Int, _ faults: FaultCollector) -> Double? {
    guard let amount = strictNumber(text) else {
      faults.report(InputFault.notANumber(of: "budget", found: text), line: line)
      return nil
    }
    guard amount > 0 else {
      faults.report(
        InputFault.outOfRange(
          of: "budget", value: amount,
          allowed: Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude), line: line)
      return nil
    }
    return amount
  }
}
