import Statistics
import TestSupport
import Testing

/// Rank tests, against R.
@Suite struct RankTestsTests {
  @Test func rankSumsWithoutTiesAreExact() {
    let found = RankTests.rankSum([1.1, 2.2, 3.3, 4.4, 8], [2.5, 3.6, 5.5, 6.6, 7.7, 9.1])
    #expect(found.statistic == 8)
    expectClose(found.probability, 0.2467532467532, relative: 1e-12)
  }

  @Test func rankSumsWithTies() {
    let found = RankTests.rankSum([1, 2, 2, 3, 5], [2, 4, 5, 5, 6, 7])
    #expect(found.statistic == 5)
    expectClose(found.probability, 0.07724878165473, relative: 1e-11)
  }

  /// The exact distribution and the normal one agree where there are many.
  @Test func exactAndNormalAgree() {
    let x = (0..<50).map { Double($0 * $0 % 101) + 0.25 }, y = (0..<50).map { Double($0 * 2) }
    let exact = RankTests.rankSum(Array(Set(x)).sorted(), y)
    #expect((0...1).contains(exact.probability))
    let swapped = RankTests.rankSum(y, Array(Set(x)).sorted())
    expectClose(exact.probability, swapped.probability, relative: 1e-9)
  }

  @Test func signedRanks() {
    let first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    let second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    let found = RankTests.signedRank(zip(first, second).map { $0 - $1 })
    #expect(found.statistic == 40)
    expectClose(found.probability, 0.04401098401295, relative: 1e-11)
  }

  @Test func severalSamples() {
    let found = RankTests.kruskalWallis([
      [2.9, 3.0, 2.5, 2.6, 3.2], [3.8, 2.7, 4.0, 2.4], [2.8, 3.4, 3.7, 2.2, 2.0],
    ])
    expectClose(found.statistic, 0.7714285714286, relative: 1e-12)
    expectClose(found.probability, 0.6799647735789, relative: 1e-12)
  }
}
