public import Parameters
public import Statistics

/// A programme's spending by strand and financial year, in prices of the day and of one year.
///
/// Laws: the strands of a year add to its total; real and cash agree in the price year.
public struct ProgrammeSpending: Hashable, Sendable {
  /// The programme.
  public let programme: Programme
  /// Year whose prices real amounts are in.
  public let priceYear: FinancialYear
  /// The part of the programme that is spent, 0 to 1: 1 for England.
  public let part: Uncertain
  private let deflator: Deflator

  /// The spending of a programme, or of a part of it.
  public init(
    of programme: Programme, part: Uncertain = 1, priceYear: FinancialYear, deflator: Deflator
  ) {
    self.part = part
    self.programme = programme
    self.priceYear = priceYear
    self.deflator = deflator
  }

  /// Years with spending, in order. They may begin before a projection opens or go on after it
  /// ends.
  public var years: [FinancialYear] { programme.years }

  /// Spending of a strand, or of all with `nil`, GBP in prices of the day.
  public func cash(strand: String? = nil, in year: FinancialYear) -> Uncertain {
    part * programme.cash(strand: strand, in: year, deflator: deflator)
  }

  /// Spending of a strand, or of all with `nil`, GBP in prices of `priceYear`.
  public func real(strand: String? = nil, in year: FinancialYear) -> Uncertain {
    part * programme.real(strand: strand, in: year, priceYear: priceYear, deflator: deflator)
  }
}

extension Programme {
  /// No programme: no strand and no spending.
  public static let none = Programme(
    strands: [], start: SpendingAssumptions.baseYear.advanced(by: 1), prices: .cash)
}
