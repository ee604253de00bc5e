import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct LevelFilterTests {
  /// Without drift the level is the mean of prior and observations by one over their variances.
  @Test func aLevelThatStaysIsAWeightedMean() {
    var filter = LevelFilter(variance: 4, persistence: 1, innovation: 0)
    let observations = [(1.0, 0.5), (3.0, 2.0), (-2.0, 1.0)]
    for (year, (value, variance)) in observations.enumerated() {
      if year > 0 { filter.advance() }
      filter.observe(.value(value, variance: variance))
    }
    let weights = [0.25, 2, 0.5, 1], values = [0.0, 1, 3, -2]
    let total = weights.reduce(0, +)
    expectClose(
      filter.level, zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / total, relative: 1e-14)
    expectClose(filter.variance, 1 / total, relative: 1e-14)
    // A prior mean of 1 instead of 0 adds its weight.
    expectClose(filter.priorWeight, 0.25 / total, relative: 1e-14)
  }

  /// The level of the last year and the likelihood are those of the joint normal distribution of levels
  /// and observations, worked out with its covariances written down.
  @Test func theJointDistributionOfThreeYears() {
    let (tau2, rho, sigma, error) = (0.9, 0.7, 0.4, 0.3)
    let seen = [0.5, -0.2]
    var filter = LevelFilter(variance: tau2, persistence: rho, innovation: sigma)
    filter.observe(.value(seen[0], variance: error))
    filter.advance()
    filter.observe(.missing)
    filter.advance()
    filter.observe(.value(seen[1], variance: error))
    // Covariances of x₁, x₃ and of z₁, z₃ = x + ε.
    let v1 = tau2
    let v3 = rho * rho * (rho * rho * tau2 + sigma * sigma) + sigma * sigma
    let c13 = rho * rho * tau2
    let (a, b, d) = (v1 + error, c13, v3 + error)
    let determinant = a * d - b * b
    let weights = [(c13 * d - v3 * b) / determinant, (-c13 * b + v3 * a) / determinant]
    expectClose(filter.level, weights[0] * seen[0] + weights[1] * seen[1], relative: 1e-13)
    expectClose(filter.variance, v3 - weights[0] * c13 - weights[1] * v3, relative: 1e-13)
    let squares =
      (d * seen[0] * seen[0] - 2 * b * seen[0] * seen[1] + a * seen[1] * seen[1]) / determinant
    let (mean, variance, likelihood) = filter.evidence.priorMean(deviation: 0)
    #expect(mean == 0 && variance == 0)
    expectClose(likelihood, -0.5 * (log(determinant) + squares), relative: 1e-13)
  }

  /// The prior mean of several levels: the normal distribution of all of them with the mean they share.
  @Test func theMeanThatLevelsShare() {
    let seen = [0.4, 1.1, 0.7]
    let (tau2, error, deviation) = (0.2, 0.3, 0.5)
    let evidence = seen.reduce(LevelFilter.Evidence()) { sum, value in
      var filter = LevelFilter(variance: tau2, persistence: 1, innovation: 0.1)
      filter.observe(.value(value, variance: error))
      return sum + filter.evidence
    }
    let (mean, variance, _) = evidence.priorMean(deviation: deviation)
    let precision = 3 / (tau2 + error) + 1 / (deviation * deviation)
    expectClose(mean, seen.reduce(0, +) / (tau2 + error) / precision, relative: 1e-14)
    expectClose(variance, 1 / precision, relative: 1e-14)
  }

  /// To lie between two numbers close together tells what their middle tells; between two far apart it
  /// tells nothing; above a number it moves the level up.
  @Test func lyingBetween() {
    func filter(_ observation: LevelFilter.Observation) -> LevelFilter {
      var filter = LevelFilter(variance: 1, persistence: 1, innovation: 0)
      filter.observe(observation)
      return filter
    }
    let narrow = filter(.between(0.4999, 0.5001, variance: 0.5))
    let value = filter(.value(0.5, variance: 0.5))
    // A millionth of the variance is always left open.
    expectClose(narrow.level, value.level, relative: 4e-6)
    expectClose(narrow.variance, value.variance, relative: 4e-6)
    let wide = filter(.between(-50, 50, variance: 0.5))
    expectClose(wide.level, 0, relative: 0, absolute: 1e-9)
    expectClose(wide.variance, 1, relative: 1e-5)
    // Mean and variance of a standard normal level seen without error to lie in 0...∞: √(2/π), 1 − 2/π.
    let half = filter(.between(0, 60, variance: 1e-12))
    expectClose(half.level, (2 / Double.pi).squareRoot(), relative: 1e-5)
    expectClose(half.variance, 1 - 2 / Double.pi, relative: 1e-5)
    let far = filter(.between(40, 41, variance: 0.5))
    #expect(far.level.isFinite && far.level > 20)
  }
}
