import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct DirichletDistributionTests {
  /// Posterior of the HIV model's row A (1251, 350, 116, 17 moves): means as published.
  @Test func countedTransitions() throws {
    let posterior = try DirichletDistribution(concentrations: [1251, 350, 116, 17])
    expectClose(
      posterior.means, [0.721453287197, 0.201845444060, 0.066897347174, 0.009803921569],
      relative: 1e-10)
    let p = 1251.0 / 1734
    expectClose(posterior.covariance(0, 0), p * (1 - p) / 1735, relative: 1e-13)
    expectClose(posterior.covariance(0, 3), -p * 17 / 1734 / 1735, relative: 1e-13)
    let stated = try DirichletDistribution(means: [2, 1, 1], observations: 8)
    #expect(stated.concentrations == [4, 2, 2])
  }

  /// With all α = 1 the density is (n − 1)!; with two shares it is the beta density.
  @Test func densities() throws {
    let flat = try DirichletDistribution(concentrations: [1, 1, 1, 1])
    expectClose(flat.logDensity(at: [0.1, 0.2, 0.3, 0.4]), log(6), relative: 1e-14)
    let two = try DirichletDistribution(concentrations: [2.5, 4])
    let beta = try BetaDistribution(a: 2.5, b: 4)
    expectClose(two.logDensity(at: [0.3, 0.7]), beta.logDensity(at: 0.3), relative: 1e-13)
  }

  /// Means and covariances of draws within five standard errors, for each seed printed.
  @Test(arguments: (1...4) as ClosedRange<UInt64>) func draws(seed: UInt64) throws {
    let dirichlet = try DirichletDistribution(concentrations: [3, 0.2, 1.5])
    let n = 4000
    let draws = (0..<n).map { draw in
      dirichlet.shares(
        uniforms: RandomStream(seed: seed, purpose: 1, draw: UInt32(draw)).uniforms(2))
    }
    for shares in draws {
      #expect(shares.allSatisfy { $0 >= 0 })
      expectClose(shares.reduce(0, +), 1, relative: 1e-14)
    }
    for i in 0..<3 {
      let values = draws.map { $0[i] }
      let error = (dirichlet.covariance(i, i) / Double(n)).squareRoot()
      expectClose(mean(of: values), dirichlet.means[i], relative: 0, absolute: 5 * error)
      // Kurtosis below 15 here: the variance's own error is below 4 / √n of it.
      expectClose(variance(of: values), dirichlet.covariance(i, i), relative: 20 / 63)
    }
  }

  @Test func refusals() {
    let expected = StatisticsError.parameter(
      distribution: "Dirichlet", parameter: "concentration 1", value: 0, allowed: "0.001 to 1e8")
    #expect(throws: expected) { try DirichletDistribution(concentrations: [1, 0]) }
    #expect(expected.description.contains("concentration 1 is 0.0"))
    #expect(throws: StatisticsError.self) {
      try DirichletDistribution(concentrations: [9e7, 9e7])
    }
  }
}
