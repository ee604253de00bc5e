import CareModel
import Foundation
import LinearAlgebra
import Statistics

/// Entry rates of other children: a level for each age group, one yearly trend, one effect of
/// 2020-21.
///
/// `ln(entries / population) = level[group] + τ (year − last) + δ [year = 2020-21]`, by least
/// squares with a prior of 0 ± 3% a year on the trend.
struct EntryFit: Sendable {
  /// Rates of the last fitted year by age group, per child and year.
  let rates: [Double]

  /// Standard deviation of the logarithm of the rates, by age group.
  let deviations: [Double]

  /// Yearly change of the logarithm.
  let trend: Double

  /// Standard deviation of the trend.
  let trendDeviation: Double

  /// What multiplied the rates of 2020-21.
  let effect2021: Double

  /// Prior standard deviation of the trend.
  static let trendPrior = 0.03

  /// Fits.
  ///
  /// - Parameter years: Each fitted year with its entries and population by age group.
  init(_ years: [(year: Int, entries: [Double], population: [Double])]) throws {
    let last = years.map(\.year).max()!
    let groups = AgeGroup.allCases.count
    var design: [[Double]] = []
    var target: [Double] = []
    for year in years {
      for group in AgeGroup.allCases {
        var row = [Double](repeating: 0, count: groups + 2)
        row[group.index] = 1
        row[groups] = Double(year.year - last)
        row[groups + 1] = year.year == 2021 ? 1 : 0
        design.append(row)
        target.append(log(year.entries[group.index] / year.population[group.index]))
      }
    }
    let variance = 0.03 * 0.03
    var precisions = [Double](repeating: 0, count: groups + 2)
    precisions[groups] = variance / (Self.trendPrior * Self.trendPrior)
    let fit = try LeastSquares(
      design: Matrix(design), target: target,
      prior: [Double](repeating: 0, count: groups + 2), precisions: precisions)
    let freedom = Double(target.count - groups - 2)
    let residual = fit.residualSumOfSquares / freedom
    let deviations = (0..<(groups + 2)).map {
      (residual * fit.inverseNormalMatrix[$0, $0]).squareRoot()
    }
    rates = fit.solution.prefix(groups).map(exp)
    self.deviations = Array(deviations.prefix(groups))
    trend = fit.solution[groups]
    trendDeviation = deviations[groups]
    effect2021 = exp(fit.solution[groups + 1])
  }

  /// Fits to the entries that the years of a fit had.
  init(state: CareFitState, model: CareFitModel) throws {
    try self.init(
      model.history.dropFirst().map { year in
        let people = model.population[year.year]!
        let entries = state.entries(year, population: people).otherByAge.map(\.central)
        return (year.year, Self.byGroup(entries), Self.byGroup(people))
      })
  }

  private static func byGroup(_ byAge: [Double]) -> [Double] {
    AgeGroup.allCases.map { group in group.ages.reduce(0) { $0 + byAge[$1] } }
  }
}
