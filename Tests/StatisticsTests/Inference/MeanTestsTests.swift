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

  /// Student's t, against R 4.2.2 and tables.
  @Test func quantilesOfStudent() {
    for (freedom, p, value) in [
      (3, 0.975, 3.1824463052837), (17.7, 0.6, 0.2571875544738), (1, 0.975, 12.706204736174694),
      (4, 0.975, 2.7764451051977934), (99, 0.975, 1.9842169515864174),
      (4, 0.50001, 2.666666667047e-05),
    ] {
      let t = StudentDistribution(freedom: freedom)
      expectClose(t.quantile(at: p), value, relative: 1e-9)
      expectClose(t.cumulative(at: value), p, relative: 1e-12)
      expectClose(t.upperTail(at: value), 1 - p, relative: 1e-11)
      expectClose(t.quantile(at: 1 - p), -value, relative: 1e-9)
    }
    // The tails keep their digits.
    expectClose(
      StudentDistribution(freedom: 2.5).upperTail(at: 12.5), 0.001282192270954, relative: 1e-11)
    expectClose(
      StudentDistribution(freedom: 3).upperTail(at: 1e6), 1.10265779084e-18, relative: 1e-11)
    expectClose(
      StudentDistribution(freedom: 1.5).quantile(upperTail: 1e-9), 521946.9525745, relative: 1e-7)
    let wide = StudentDistribution(freedom: 1e7)
    expectClose(wide.quantile(at: 0.3), standardNormalQuantile(0.3), relative: 1e-6)
    expectClose(wide.cumulative(at: wide.quantile(at: 0.3)), 0.3, relative: 1e-9)
    #expect(StudentDistribution(freedom: 8).quantile(at: 0.5) == 0)
    #expect(StudentDistribution(freedom: 8).upperTail(at: -1e200) == 1)
  }
}
