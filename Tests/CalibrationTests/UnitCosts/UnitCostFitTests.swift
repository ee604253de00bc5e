import Foundation
import TestSupport
import Testing

@testable import Calibration

/// The fit of drifts and deviations.
@Suite struct UnitCostFitTests {
  private func priors(
    common: Double = 0.03, line: Double = 0.04, variance: Double = 0.0025, weight: Double = 3,
    strength: Double = 1
  ) -> UnitCostFit.Priors {
    UnitCostFit.Priors(
      common: common, line: line,
      variance: DispersionPrior(value: variance, weight: weight, floor: 1e-8), strength: strength)
  }

  /// One line, σ known: the drift is the mean of the years, drawn to 0 by precisions, which are
  /// `n / σ²` of the years and `1 / (0.03² + 0.04²)` = 400 of the prior.
  @Test(arguments: [1.0, 2, 0.5]) func aLineAloneIsDrawnToZero(strength: Double) throws {
    let growth = [0.02, 0.05, 0.08]
    let fit = try UnitCostFit(
      [("a", growth)], under: priors(weight: 1e12, strength: strength))
    let (data, prior) = (3 / 0.0025, 400 * strength)
    expectClose(fit.drift(of: 0), 0.05 * data / (data + prior), relative: 1e-9)
    expectClose(fit.driftDeviation(of: 0), (1 / (data + prior)).squareRoot(), relative: 1e-9)
    expectClose(fit.priorDriftDeviation, (1 / prior).squareRoot(), relative: 1e-12)
    expectClose(fit.deviations[0], 0.05, relative: 1e-9)
  }

  /// With drifts as good as free, σ² is that of the years about their mean, and the prior's:
  /// squares 0.0018 with 2 of freedom, and 0.0025 for three years.
  @Test func theDeviationIsThatAboutTheMean() throws {
    let fit = try UnitCostFit(
      [("a", [0.02, 0.05, 0.08])], under: priors(common: 100, line: 100))
    expectClose(
      fit.deviations[0] * fit.deviations[0], (0.0018 + 3 * 0.0025) / 5, relative: 1e-6)
    expectClose(fit.weights[0], 5, relative: 1e-6)
    expectClose(fit.drift(of: 0), 0.05, relative: 1e-6)
  }

  /// A line of one year learns from the others; without a common drift it learns nothing.
  @Test func linesLearnFromEachOther() throws {
    let growth: [(line: String, growth: [Double])] = [
      ("a", [0.06, 0.06, 0.06, 0.06]), ("b", [0.06, 0.06, 0.06, 0.06]), ("c", [0]),
    ]
    let together = try UnitCostFit(growth, under: priors(weight: 1e12))
    let apart = try UnitCostFit(growth, under: priors(common: 1e-9, weight: 1e12))
    #expect(together.drift(of: 2) > 0.01)
    expectNear(apart.drift(of: 2), 0, within: 1e-12)
    expectClose(together.drift(of: 0), together.drift(of: 1), relative: 1e-12)
  }

  /// The slope on the prior's strength, by differences; a prior of no doubt leaves no drift.
  @Test func theStrengthPullsToZero() throws {
    func fit(_ strength: Double) throws -> UnitCostFit {
      try UnitCostFit(
        [("a", [0.02, 0.05, 0.08]), ("b", [-0.01, 0.03])],
        under: priors(weight: 1e12, strength: strength))
    }
    let step = 1e-4
    let (above, below) = try (fit(exp(step)), fit(exp(-step)))
    for (place, slope) in try fit(1).strengthSlopes.enumerated() {
      expectNear(
        slope, (above.estimate[place] - below.estimate[place]) / (2 * step), within: 1e-6)
    }
    #expect(try abs(fit(1e9).drift(of: 0)) < 1e-6)
  }
}
