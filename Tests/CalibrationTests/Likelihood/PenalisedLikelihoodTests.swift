import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

@testable import Calibration

/// Counts whose logarithm is a straight line over forty cells: level and slope are known.
private struct LineCase {
  static let level = 6.0
  static let slope = 0.02
  static let dispersion = 4.0
  static let cells = 40

  /// What is expected at a point: the prior medians are level 5.9 ± 0.5 and slope 0 ± 0.1.
  static func expected(_ point: [Double], _ cell: Int) -> Double {
    exp(5.9 + 0.5 * point[0] + 0.1 * point[1] * Double(cell - cells / 2))
  }

  static var truth: [Double] { [(level - 5.9) / 0.5, slope / 0.1] }

  static func likelihood(
    _ published: [Double], strength: Double = 1, rounds: Int = 25
  ) -> PenalisedLikelihood {
    PenalisedLikelihood(
      penalty: FitPenalty(parameters: 2, smoothness: [], strength: strength),
      dispersionPrior: DispersionPrior(value: 4, weight: 2, floor: 0.1),
      cells: { points in
        published.indices.map { cell in
          FitCell(
            table: .exits, category: "\(cell)", year: 2024, published: published[cell],
            modelled: .drawn(points.map { expected($0, cell) }))
        }
      }, rounds: rounds)
  }

  /// Counts drawn about the truth with four times the variance of independent events.
  static func simulated(_ draw: Int) -> [Double] {
    let normals = RandomStream(seed: 11, purpose: 99, draw: UInt32(draw)).normals(cells)
    return (0..<cells).map { cell in
      let mean = expected(truth, cell)
      return mean + (dispersion * mean + FitCell.roundingVariance).squareRoot() * normals[cell]
    }
  }

  static var exact: [Double] { (0..<cells).map { expected(truth, $0) } }
}

@Suite struct PenalisedLikelihoodTests {
  /// Data without noise and a weak prior: what made them is found.
  @Test func exactDataGiveTheirParameters() throws {
    let fit = try LineCase.likelihood(LineCase.exact, strength: 0.01).fit()
    expectClose(fit.estimate, LineCase.truth, relative: 1e-3)
  }

  /// Four hundred simulated tables: intervals of 80 and 95 per cent hold the truth about as often,
  /// and the dispersion is that of the simulation.
  @Test func intervalsCoverTheTruth() throws {
    let tables = 400
    var within = [[0, 0], [0, 0]]
    var dispersions = 0.0
    for table in 0..<tables {
      let fit = try LineCase.likelihood(LineCase.simulated(table)).fit()
      dispersions += fit.dispersions[0].dispersion / Double(tables)
      for parameter in 0...1 {
        let distance =
          abs(fit.estimate[parameter] - LineCase.truth[parameter])
          / fit.covariance[parameter, parameter].squareRoot()
        if distance < 1.2816 { within[parameter][0] += 1 }
        if distance < 1.96 { within[parameter][1] += 1 }
      }
    }
    for parameter in 0...1 {
      let shares = within[parameter].map { Double($0) / Double(tables) }
      // Four standard errors of the shares: 0.08 and 0.044.
      #expect(abs(shares[0] - 0.8) < 0.08, "parameter \(parameter): \(shares)")
      #expect(abs(shares[1] - 0.95) < 0.044, "parameter \(parameter): \(shares)")
    }
    #expect(abs(dispersions - LineCase.dispersion) < 0.4, "\(dispersions)")
  }

  @Test func theCovarianceIsSymmetricAndPositiveDefinite() throws {
    let fit = try LineCase.likelihood(LineCase.simulated(1)).fit()
    #expect(fit.covariance[0, 1] == fit.covariance[1, 0])
    let lower = try CholeskyFactor(fit.covariance).lower
    expectClose(lower * lower.transposed, fit.covariance, relative: 1e-12, absolute: 1e-18)
  }

  @Test func theSameDataGiveTheSameBits() throws {
    let first = try LineCase.likelihood(LineCase.simulated(2)).fit()
    let second = try LineCase.likelihood(LineCase.simulated(2)).fit()
    #expect(first.estimate == second.estimate && first.covariance == second.covariance)
    #expect(first.dispersions == second.dispersions)
  }

  /// The slopes on the prior's strength against fits with a prior a tenth stronger and weaker.
  @Test func theEstimateFollowsTheStrengthOfThePrior() throws {
    let data = LineCase.simulated(3)
    let fit = try LineCase.likelihood(data, strength: 50).fit()
    let (up, down) = (
      try LineCase.likelihood(data, strength: 55).fit(),
      try LineCase.likelihood(data, strength: 50 / 1.1).fit()
    )
    for place in 0...1 {
      let slope = (up.estimate[place] - down.estimate[place]) / (2 * log(1.1))
      expectClose(fit.strengthSlopes[place], slope, relative: 0.1, absolute: 1e-4)
    }
  }

  /// A prior that is sure leaves nothing to the data, and says so.
  @Test func aSurePriorDrivesTheFit() throws {
    let sure = try LineCase.likelihood(LineCase.simulated(4), strength: 1e7).fit()
    #expect(sure.priorShares.allSatisfy { $0 > 0.9 && $0 <= 1 })
    let weak = try LineCase.likelihood(LineCase.simulated(4), strength: 0.01).fit()
    #expect(weak.priorShares.allSatisfy { $0 < 0.1 })
  }

  @Test func dispersionsThatDoNotSettleAreAnError() throws {
    let far = LineCase.simulated(5).enumerated().map { $0.offset % 2 == 0 ? $0.element : 2000 }
    #expect(throws: FitError.dispersionsUnsettled(rounds: 1)) {
      try LineCase.likelihood(far, rounds: 1).fit()
    }
    #expect(FitError.dispersionsUnsettled(rounds: 1).description.contains("prior-weight"))
  }
}

@Suite struct FitPenaltyTests {
  /// Two parameters, each ± 1, whose difference is ± ½: precision 1 + 4 on the diagonal, −4 beside
  /// it; variance 5 / 9. Four times as strong halves the deviations.
  @Test func smoothnessNarrowsThePrior() throws {
    let term = FitPenalty.Term(name: "a and b", weights: [(0, -2), (1, 2)])
    for (strength, factor) in [(1.0, 1.0), (4, 0.5)] {
      let penalty = FitPenalty(parameters: 2, smoothness: [term], strength: strength)
      #expect(penalty.rows.rows == 3)
      expectClose(
        try penalty.priorDeviations(), [1, 1].map { $0 * factor * (5.0 / 9).squareRoot() },
        relative: 1e-14)
    }
  }
}

@Suite struct FitCellTests {
  /// 60 and 40 against 90 and 30 modelled: scaled to 75 and 25.
  @Test func sharesAreScaledToThePublishedTotal() {
    let cells = FitCell.shares(.exitsByReason, 2024, [("a", 60, 90), ("b", 40, 30)])
    #expect(cells.map(\.modelled) == [75, 25])
  }

  /// Three times the expectation, and rounding; below ten the expectation counts as ten.
  @Test func variancesFollowTheExpectation() {
    let rounding = 100.0 / 12
    expectClose(FitCell.variance(expected: 80, dispersion: 3), 240 + rounding, relative: 1e-15)
    expectClose(FitCell.variance(expected: 5, dispersion: 3), 30 + rounding, relative: 1e-15)
    let cells = [FitCell(table: .exits, category: "a", year: 2024, published: 90, modelled: 80)]
    let weights = FitWeights(of: cells, dispersion: 3)
    expectClose(weights.deviations[0], (240 + rounding).squareRoot(), relative: 1e-15)
  }

  @Test func tablesAreListedOnce() {
    #expect(Set(FitTable.all.map(\.id)).count == FitTable.all.count)
  }
}

@Suite struct DispersionPriorTests {
  /// Prior 5 worth 2 cells; residuals standardised with 3 whose squares add up to 16, freedom 6:
  /// (10 + 48) / 8.
  @Test func theEstimateIsAWeightedMean() {
    let prior = DispersionPrior(value: 5, weight: 2, floor: 1)
    #expect(prior.estimate(from: 3, squares: 16, freedom: 6) == 7.25)
    #expect(prior.estimate(from: 3, squares: 0, freedom: 1e9) == 1)
  }
}
