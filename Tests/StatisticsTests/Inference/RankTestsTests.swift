import Statistics
import TestSupport
import Testing

/// Rank tests, against R 4.2.2.
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

  @Test func rankSumsOfMany() {
    let x = [
      3.1, 7.2, 9.9, 12.4, 15.5, 18.6, 21.7, 25.1, 28.2, 31.3, 34.4, 40.5, 41.6, 42.7, 55.8, 60.9,
      61.0,
    ]
    let y = [
      1.5, 2.5, 5.5, 8.5, 10.5, 11.5, 13.5, 14.5, 16.5, 17.5, 19.5, 22.5, 24.5, 26.5, 27.5, 29.5,
      33.5,
      35.5, 37.5, 39.5,
    ]
    let exact = RankTests.rankSum(x, y)
    #expect(exact.statistic == 225)
    expectClose(exact.probability, 0.09706906014881, relative: 1e-11)
    expectClose(exact.probability, RankTests.rankSum(y, x).probability, relative: 1e-12)
  }

  @Test func signedRanks() {
    let first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    let second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    let found = RankTests.signedRank(zip(first, second).map { $0 - $1 })
    #expect(found.statistic == 40)
    expectClose(found.probability, 0.0390625, relative: 1e-12)
    let ties = RankTests.signedRank([1.5, -0.5, 2.5, 2.5, -1.5, 3, 0, 4])
    #expect(ties.statistic == 24.5)
    expectClose(ties.probability, 0.0898143439583, relative: 1e-10)
  }

  @Test func severalSamples() {
    let found = RankTests.kruskalWallis([
      [2.9, 3.0, 2.5, 2.6, 3.2], [3.8, 2.7, 4.0, 2.4], [2.8, 3.4, 3.7, 2.2, 2.0],
    ])
    expectClose(found.statistic, 0.7714285714286, relative: 1e-12)
    expectClose(found.probability, 0.6799647735789, relative: 1e-12)
  }
}
