public import Parameters
public import Statistics

/// Spending by section 251 line and financial year, gross, income and net, in prices of the day
/// and of one price year.
///
/// Each line is its driver times its unit cost, plus what was added to it (a programme's
/// spending). Laws: linear in the workload; the total is the sum of the groups, and a group of its
/// lines; real and cash agree in the price year.
public struct Spending: Sendable {
  /// Lines in the order of table A1.
  public let lines: [SpendingLine]
  /// Years in order.
  public let years: [FinancialYear]
  /// Year whose prices real amounts are in.
  public let priceYear: FinancialYear
  private let amounts: [FinancialYear: [SpendingAmount]]
  private let deflator: Deflator

  /// Spending on a workload.
  ///
  /// - Parameters:
  ///   - workload: What drives spending, by year.
  ///   - assumptions: Prices for each of these years.
  ///   - additions: Gross pounds of the day added to a line in a year, by year and line; they bring
  ///     no income.
  ///   - priceYear: Year whose prices real amounts are in.
  public init(
    on workload: [FinancialYear: Workload], at assumptions: SpendingAssumptions,
    adding additions: [FinancialYear: [String: Uncertain]] = [:],
    priceYear: FinancialYear = FinancialYear(startingIn: 2024)
  ) {
    let ids = Set(assumptions.lines.map(\.id))
    for (year, added) in additions {
      precondition(
        workload[year] != nil && ids.isSuperset(of: added.keys),
        "added spending in \(year) to \(added.keys.sorted()) has no line or no workload")
    }
    lines = assumptions.lines
    years = workload.keys.sorted()
    self.priceYear = priceYear
    deflator = assumptions.deflator
    var amounts: [FinancialYear: [SpendingAmount]] = [:]
    for (year, load) in workload {
      guard let prices = assumptions.prices[year] else {
        preconditionFailure("no prices in \(year), only in \(assumptions.prices.keys.sorted())")
      }
      amounts[year] = assumptions.lines.map { line in
        prices.amount(of: line, for: load)
          + SpendingAmount(gross: additions[year]?[line.id] ?? 0, income: 0)
      }
    }
    self.amounts = amounts
  }

  /// Spending of one line in prices of the day.
  public func cash(line: String, in year: FinancialYear) -> SpendingAmount {
    guard let index = lines.firstIndex(where: { $0.id == line }), let row = amounts[year] else {
      preconditionFailure("no line \(line) in \(year); years are \(years)")
    }
    return row[index]
  }

  /// Spending of a group of lines, or of all with `nil`, in prices of the day.
  public func cash(group: String? = nil, in year: FinancialYear) -> SpendingAmount {
    guard let row = amounts[year] else {
      preconditionFailure("no spending in \(year); years are \(years)")
    }
    return zip(lines, row).reduce(.zero) { sum, pair in
      group == nil || pair.0.group == group ? sum + pair.1 : sum
    }
  }

  /// Spending of one line in prices of `priceYear`.
  public func real(line: String, in year: FinancialYear) -> SpendingAmount {
    cash(line: line, in: year).scaled(by: deflation(of: year))
  }

  /// Spending of a group of lines, or of all with `nil`, in prices of `priceYear`.
  public func real(group: String? = nil, in year: FinancialYear) -> SpendingAmount {
    cash(group: group, in: year).scaled(by: deflation(of: year))
  }

  private func deflation(of year: FinancialYear) -> Uncertain {
    deflator.level(in: priceYear) / deflator.level(in: year)
  }
}
