public import Statistics

/// Spending of one line, group or total in one year, in GBP.
public struct SpendingAmount: Hashable, Sendable {
  /// Spending before income.
  public let gross: Uncertain
  /// Income: fees, charges, contributions and grants counted as income.
  public let income: Uncertain

  /// An amount.
  public init(gross: Uncertain, income: Uncertain) {
    self.gross = gross
    self.income = income
  }

  /// Nothing.
  public static let zero = SpendingAmount(gross: 0, income: 0)

  /// Net current expenditure: gross less income.
  public var net: Uncertain { gross - income }

  /// Both parts times a factor, such as a change of price year.
  public func scaled(by factor: Uncertain) -> SpendingAmount {
    SpendingAmount(gross: gross * factor, income: income * factor)
  }

  /// The sum, part by part.
  public static func + (a: SpendingAmount, b: SpendingAmount) -> SpendingAmount {
    SpendingAmount(gross: a.gross + b.gross, income: a.income + b.income)
  }
}
