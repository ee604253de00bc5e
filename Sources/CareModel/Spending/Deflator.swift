public import Parameters
public import Statistics

/// An index of general prices by financial year, for moving pounds between price years.
///
/// Past its last year it grows at one constant rate; before its first year it has no value.
public struct Deflator: Hashable, Sendable {
  /// First year with a level.
  public let first: FinancialYear
  /// One level per year from `first`, each > 0; any base.
  public let levels: [Uncertain]
  /// Growth a year after the last level, > -1.
  public let growthAfter: Uncertain

  /// An index whose years follow each other.
  ///
  /// - Parameters:
  ///   - first: Year of the first level.
  ///   - levels: At least one, each finite and > 0.
  ///   - growthAfter: Growth a year after the last level, > -1.
  public init(first: FinancialYear, levels: [Uncertain], growthAfter: Uncertain) {
    precondition(!levels.isEmpty, "a deflator needs a level, has none")
    precondition(
      levels.allSatisfy { $0 > 0 && $0.isFinite }, "deflator levels \(levels) are not all above 0")
    precondition(growthAfter > -1, "growth after the last year is \(growthAfter), not above -1")
    self.first = first
    self.levels = levels
    self.growthAfter = growthAfter
  }

  /// Level of prices in a year that is not before `first`.
  ///
  /// `level(last + n) = level(last) · (1 + growthAfter)ⁿ`
  public func level(in year: FinancialYear) -> Uncertain {
    let index = first.distance(to: year)
    precondition(index >= 0, "the deflator starts in \(first), asked for \(year)")
    if index < levels.count { return levels[index] }
    var level = levels[levels.count - 1]
    for _ in levels.count...index { level *= 1 + growthAfter }
    return level
  }

  /// Pounds of one year in the prices of another.
  ///
  /// `amount · level(to) / level(from)`
  public func restated(_ amount: Uncertain, from: FinancialYear, to: FinancialYear) -> Uncertain {
    amount * level(in: to) / level(in: from)
  }
}
