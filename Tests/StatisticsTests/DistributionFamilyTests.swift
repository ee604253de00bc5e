import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct DistributionFamilyTests {
  private static let ids = DistributionFamily.all.map(\.id)

  private func family(_ id: String) -> DistributionFamily {
    DistributionFamily.all.first { $0.id == id }!
  }

  @Test func idsAreDifferent() {
    #expect(Set(Self.ids).count == Self.ids.count)
    #expect(DistributionFamily.all.allSatisfy { $0.sentence.hasSuffix(".") })
  }

  /// What was asked for is what comes out, means of 1e-6 to nearly 1.
  @Test(arguments: ids) func meanAndVariation(id: String) throws {
    for (mean, cv) in [(0.000_001, 0.5), (0.004, 0.04), (0.31, 0.3), (0.875, 0.01), (0.5, 0.9)] {
      let distribution = try family(id).distribution(mean: mean, cv: cv)
      expectClose(distribution.mean, mean, relative: 1e-13, id)
      expectClose(distribution.standardDeviation, cv * mean, relative: 1e-12, id)
    }
  }

  @Test(arguments: ids) func twoQuantiles(id: String) throws {
    let cases: [(DistributionFamily.StatedQuantile, DistributionFamily.StatedQuantile)] = [
      ((0.05, 0.2), (0.95, 0.3)), ((0.025, 0.001), (0.975, 0.004)), ((0.1, 0.05), (0.5, 0.4)),
      ((0.25, 0.6), (0.9, 0.99)),
    ]
    for (low, high) in cases {
      let distribution = try family(id).distribution(quantiles: low, high)
      let note = "\(id) \(low) \(high)"
      expectClose(
        distribution.quantile(at: low.probability), low.value, relative: 1e-8, note)
      expectClose(
        distribution.quantile(at: high.probability), high.value, relative: 1e-8, note)
    }
  }

  /// By hand: gamma with mean 4 and cv ½ has shape 4 and scale 1; beta with mean ¼ and variance 1/80
  /// has a + b = 14.
  @Test func byHand() throws {
    let gamma = try #require(
      try family("gamma").distribution(mean: 4, cv: 0.5) as? GammaDistribution)
    expectClose(gamma.shape, 4, relative: 1e-14)
    expectClose(gamma.scale, 1, relative: 1e-14)
    let beta = try #require(
      try family("beta").distribution(mean: 0.25, cv: 4 * (1.0 / 80).squareRoot())
        as? BetaDistribution)
    expectClose(beta.a, 3.5, relative: 1e-13)
    expectClose(beta.b, 10.5, relative: 1e-13)
  }

  @Test func refusals() {
    func refused(_ id: String, mean: Double, cv: Double, _ words: String) {
      let error = #expect(throws: StatisticsError.self) {
        try family(id).distribution(mean: mean, cv: cv)
      }
      guard case .notElicitable = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(error!.description.contains(words), "\(error!)")
    }
    refused("gamma", mean: -1, cv: 1, "above 0")
    refused("log-normal", mean: -1, cv: 1, "above 0")
    refused("beta", mean: 1.5, cv: 0.1, "between 0 and 1")
    refused("beta", mean: 0.5, cv: 1.1, "variance below")
    refused("normal", mean: 0, cv: 1, "other than 0")
    refused("normal", mean: 1, cv: 0, "above 0")
    for (id, low, high, words) in [
      ("normal", (0.5, 1.0), (0.5, 2.0), "both rise"), ("gamma", (0.1, -1), (0.9, 1), "above 0"),
      ("log-normal", (0.1, 0), (0.9, 1), "above 0"), ("beta", (0.1, 0.5), (0.9, 1), "between"),
      ("gamma", (0.499_999, 1), (0.500_001, 1e9), "outside 0.001"),
    ] {
      let error = #expect(throws: StatisticsError.self) {
        try family(id).distribution(quantiles: low, high)
      }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }
  }

  @Test func parametersOutsideTheirDomain() {
    #expect(throws: StatisticsError.self) {
      try NormalDistribution(mean: .nan, standardDeviation: 1)
    }
    #expect(throws: StatisticsError.self) { try NormalDistribution(mean: 0, standardDeviation: 0) }
    #expect(throws: StatisticsError.self) {
      try LogNormalDistribution(logMean: 0, logStandardDeviation: -1)
    }
    #expect(throws: StatisticsError.self) { try GammaDistribution(shape: 0, scale: 1) }
    #expect(throws: StatisticsError.self) { try GammaDistribution(shape: 1, scale: .infinity) }
    #expect(throws: StatisticsError.self) { try BetaDistribution(a: 1, b: -1) }
    #expect(throws: StatisticsError.self) { try PoissonDistribution(mean: 0) }
    #expect(throws: StatisticsError.self) { try NegativeBinomialDistribution(mean: 1, size: 0) }
    #expect(throws: StatisticsError.self) { try UniformDistribution(minimum: 1, maximum: 1) }
    #expect(throws: StatisticsError.self) {
      try TriangularDistribution(minimum: 0, mode: 2, maximum: 1)
    }
    let expected = StatisticsError.parameter(
      distribution: "PERT", parameter: "mode", value: -1, allowed: "0.0 to 1.0")
    #expect(throws: expected) { try PERTDistribution(minimum: 0, mode: -1, maximum: 1) }
    #expect(expected.description.contains("mode is -1.0, but must be 0.0 to 1.0"))
  }
}
