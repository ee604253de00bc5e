import Statistics
import TestSupport
import Testing

/// Student's data on two drugs, as R's `sleep` has them.
@Suite struct MeanDifferenceTests {
  static let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
  static let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  @Test func welch() {
    let found = MeanDifference.welch(Self.first, Self.second)
    expectClose(found.test.statistic, -1.86081346749, relative: 1e-11)
    expectClose(found.test.freedom!, 17.7764735162, relative: 1e-11)
    expectClose(found.test.probability, 0.0793941401874, relative: 1e-10)
    expectClose(found.interval.lower, -3.3654832307117, relative: 1e-11)
    expectClose(found.interval.upper, 0.2054832307117, relative: 1e-10)
  }

  @Test func pooledAndPaired() {
    let pooled = MeanDifference.pooled(Self.first, Self.second)
    expectClose(pooled.test.probability, 0.07918671421594, relative: 1e-11)
    let paired = MeanDifference.paired(zip(Self.first, Self.second).map { $0 - $1 })
    expectClose(paired.test.probability, 0.002832890197384, relative: 1e-11)
    #expect(paired.test.freedom == 9)
  }

  /// Swapping the samples swaps the sign and nothing else.
  @Test func theOrderIsAMatterOfSign() {
    let (one, other) = (
      MeanDifference.welch(Self.first, Self.second), MeanDifference.welch(Self.second, Self.first)
    )
    #expect(one.difference == -other.difference)
    expectClose(one.test.probability, other.test.probability, relative: 1e-14)
    expectClose(one.interval.lower, -other.interval.upper, relative: 1e-13)
  }

  @Test func quantilesOfStudent() throws {
    expectClose(
      try StudentDistribution(freedom: 3).quantile(at: 0.975), 3.1824463052837, relative: 1e-12)
    expectClose(
      try StudentDistribution(freedom: 17.7).quantile(at: 0.6), 0.2571875544738, relative: 1e-11)
    let wide = try StudentDistribution(freedom: 1e7)
    expectClose(wide.quantile(at: 0.3), standardNormalQuantile(0.3), relative: 1e-6)
    expectClose(wide.cumulative(at: wide.quantile(at: 0.3)), 0.3, relative: 1e-9)
    #expect(throws: StatisticsError.self) { try StudentDistribution(freedom: 0) }
  }
}
