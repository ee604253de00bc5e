public import Parameters
public import Statistics

/// Everything spending depends on but the workload: the lines, and for each year the prices of the
/// day and income shares.
public struct SpendingAssumptions: Hashable, Sendable {
  /// Lines in the order of table A1.
  public let lines: [SpendingLine]
  /// Unit costs in prices of the day and income shares, by year.
  public let prices: [FinancialYear: SpendingPrices]
  /// General prices, for spending in real terms.
  public let deflator: Deflator

  /// Assumptions from prices of the base year and one price index for each line.
  ///
  /// - Parameters:
  ///   - lines: Lines with different ids.
  ///   - basePrices: For each year, unit costs in prices of the index's base year. They differ
  ///     between years only where something other than the index changes them, such as a lever.
  ///   - indices: Price index by line.
  ///   - deflator: General prices.
  /// - Throws: `SpendingFaults` of the first year that has any.
  public init(
    lines: [SpendingLine], basePrices: [FinancialYear: SpendingPrices],
    indices: [String: PriceIndex], deflator: Deflator
  ) throws(SpendingFaults) {
    var prices: [FinancialYear: SpendingPrices] = [:]
    for year in basePrices.keys.sorted() {
      let base = basePrices[year]!
      var seen: Set<String> = []
      var faults = lines.filter { !seen.insert($0.id).inserted }.map {
        SpendingFault.repeatedLine($0.id)
      }
      faults += lines.filter { indices[$0.id] == nil }.map { .priceIndex(line: $0.id) }
      faults += base.faults(for: lines)
      guard faults.isEmpty else { throw SpendingFaults(year: year, faults: faults) }
      prices[year] = base.scaled(by: indices.mapValues { $0.value(in: year) })
    }
    self.lines = lines
    self.prices = prices
    self.deflator = deflator
  }

  /// Factors that make these assumptions give a published gross spending in a year.
  ///
  /// `factor[line] = published[line] / modelled[line]`, for the lines whose modelled spending is
  /// above 0. How far they lie from 1 says how well unit costs and child-weeks agree.
  ///
  /// - Parameters:
  ///   - published: Gross spending by line, GBP in prices of the day.
  ///   - workload: The workload of that year.
  ///   - year: A year that has prices.
  public func anchors(
    to published: [String: Uncertain], with workload: Workload, in year: FinancialYear
  ) -> [String: Uncertain] {
    guard let prices = prices[year] else {
      preconditionFailure("no prices in \(year), only in \(prices.keys.sorted())")
    }
    var factors: [String: Uncertain] = [:]
    for line in lines {
      let modelled = prices.amount(of: line, for: workload).gross
      if let target = published[line.id], modelled > 0 { factors[line.id] = target / modelled }
    }
    return factors
  }

  /// The same assumptions with each line's unit costs in every year times a factor.
  public func anchored(by factors: [String: Uncertain]) -> SpendingAssumptions {
    SpendingAssumptions(
      lines: lines, checked: prices.mapValues { $0.scaled(by: factors) }, deflator: deflator)
  }

  /// Assumptions from prices of the day that have been found right.
  init(
    lines: [SpendingLine], checked: [FinancialYear: SpendingPrices], deflator: Deflator
  ) {
    self.lines = lines
    self.prices = checked
    self.deflator = deflator
  }
}
