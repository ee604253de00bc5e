public import Parameters
import Statistics

/// What was spent in the last year of outturn, 2023-24, by line, in prices of the day.
public struct SpendingOutturn: Hashable, Sendable {
  /// The year.
  public let year: FinancialYear
  /// Lines in the order of table A1.
  public let lines: [SpendingLine]
  /// Published spending by line; income is gross less net.
  public let amounts: [String: SpendingAmount]

  /// Spending by line.
  init(year: FinancialYear, lines: [SpendingLine], amounts: [String: SpendingAmount]) {
    self.year = year
    self.lines = lines
    self.amounts = amounts
  }

  /// Reads a year of the series `section-251-outturn`.
  ///
  /// - Parameters:
  ///   - year: A year of the series.
  ///   - lines: Lines as `SpendingLine.read` gives them.
  ///   - data: Holds the series.
  /// - Throws: `InputError` where a figure is missing.
  public init(year: FinancialYear, lines: [SpendingLine], from data: DataFolder) throws {
    let series = try data.series("section-251-outturn")
    self.year = year
    self.lines = lines
    amounts = Dictionary(
      uniqueKeysWithValues: try lines.map { line in
        let gross = try series.required(year: year.code, [line.seriesLine, "gross"])
        let net = try series.required(year: year.code, [line.seriesLine, "net"])
        return (line.id, SpendingAmount(gross: Uncertain(gross), income: Uncertain(gross - net)))
      })
  }

  /// Spending of a group of lines, or of all with `nil`, in prices of the day: the sum of the
  /// lines.
  public func cash(group: String? = nil) -> SpendingAmount {
    lines.reduce(.zero) { sum, line in
      group == nil || line.group == group ? sum + amounts[line.id]! : sum
    }
  }
}
