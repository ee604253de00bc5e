import Parameters

/// What the periods of a table are; the raw value is what `time_identifier` holds.
public enum TimeIdentifier: String, Sendable, CaseIterable {
  /// April to March, six digits: 202627. Spending and funding.
  case financialYear = "Financial year"
  /// The year to 31 March, or that day, four digits: 2027. Children and care leavers.
  case reportingYear = "Reporting year"
  /// January to December, or mid-year, four digits: 2027. Population.
  case calendarYear = "Calendar year"

  /// How a period is written, for messages.
  public var form: String {
    switch self {
    case .financialYear: "six digits of two consecutive years, such as 202627"
    case .reportingYear, .calendarYear: "four digits, such as 2027"
    }
  }

  /// Whether a number is a period of this kind.
  public func allows(_ period: Int) -> Bool {
    switch self {
    case .financialYear: TimeIdentifier.areConsecutiveYears(period)
    case .reportingYear, .calendarYear: (1000...9999).contains(period)
    }
  }

  /// A period as a reader writes it: `2026-27`, `2027`.
  func heading(of period: Int) -> String {
    switch self {
    case .financialYear:
      FinancialYear(code: period)?.label ?? String(period)
    case .reportingYear, .calendarYear: String(period)
    }
  }

  /// Whether six digits are a year and the last two digits of the next one (199900 included).
  static func areConsecutiveYears(_ period: Int) -> Bool {
    (100_000...999_999).contains(period) && (period / 100 + 1) % 100 == period % 100
  }
}
