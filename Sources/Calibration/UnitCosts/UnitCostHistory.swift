import Foundation
import Parameters

/// What a line of section 251 cost for each of what it is spent on, in past years.
///
/// A line whose spending followed decisions on budgets rather than a service, such as early years, has
/// no such history: there is no unit whose price it would be.
struct UnitCostHistory: Sendable {
  /// The line, as in `Datasets/spending-lines.yaml`.
  let line: String
  /// Cash by financial year, without gaps.
  let costs: [FinancialYear: Double]

  /// Growth of the unit cost over the GDP deflator, as a difference of logarithms, by the later year.
  func realGrowth(over deflator: Series) throws -> [(year: FinancialYear, growth: Double)] {
    try costs.keys.sorted { $0.startingIn < $1.startingIn }.compactMap { year in
      guard let before = costs[year.advanced(by: -1)] else { return nil }
      let general =
        try deflator.required(year: year.code)
        / deflator.required(year: year.advanced(by: -1).code)
      return (year, log(costs[year]! / before / general))
    }
  }
}
