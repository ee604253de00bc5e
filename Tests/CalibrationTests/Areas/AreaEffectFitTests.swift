import CareModel
import Datasets
import Foundation
import Parameters
import Statistics
import TestSupport
import Testing

@testable import Calibration

/// Effects invented with known spreads are found again.
@Suite struct AreaEffectFitTests {
  /// Invented counts of a lasting effect: levels about regions' means that drift, seen with errors.
  @Test(arguments: [1, 2, 3]) func spreadsOfALastingEffect(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    func normal() -> Double { standardNormalQuantile(.random(in: 1e-9...1, using: &random)) }
    let data = try AreaCalibrationTests.data.get()
    let history = try AreaHistory(from: data, through: 2024)
    let (regions, authorities, change, dispersion, unit) = (0.2, 0.3, 0.1, 2.0, 0.005)
    var means: [String: Double] = [:]
    for region in history.areas.regions { means[region.code] = regions * normal() }
    var rows: [[AreaObservation?]] = []
    var levels: [Double] = []
    for area in history.areas.authorities {
      var level = means[area.region!.code]! + authorities * normal()
      rows.append(
        history.years.enumerated().map { year, _ in
          if year > 0 { level += change * normal() }
          let seen = level + (dispersion * unit).squareRoot() * normal()
          return AreaObservation(range: seen...seen, variance: unit)
        })
      levels.append(level)
    }
    let first = history.years.lowerBound
    let invented = ObservedEffect(effect: .turnover) { [rows] _, year in
      rows.map { $0[year - first] }
    }
    let prior = try AreaEffectPrior(
      from: data.parameters, on: FinancialYear(startingIn: 2024).start)
    let fitted = try AreaEffectFit(of: invented, in: history, prior).fitted()
    // Within what 153 authorities and nine regions leave open.
    expectClose(fitted.spread.betweenAuthorities, authorities, relative: 0.25)
    expectClose(fitted.spread.yearlyChange, change, relative: 0.2)
    expectClose(fitted.spread.dispersion, dispersion, relative: 0.3)
    #expect((0.07...0.4).contains(fitted.spread.betweenRegions))
    // Nine in ten levels lie within 1.645 standard deviations; of 153, 125 at least but once in 500.
    let held = zip(history.areas.authorities, levels).count { area, level in
      let estimate = fitted.estimates[area.code]!
      return abs(estimate.value - level) <= 1.645 * estimate.deviation
    }
    #expect(held >= 125, "\(held) of 153")
  }
}
