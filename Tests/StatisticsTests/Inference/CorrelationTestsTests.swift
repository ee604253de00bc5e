import Statistics
import TestSupport
import Testing

/// Tests of correlations, against R 4.2.2.
@Suite struct CorrelationTestsTests {
  /// Speed and stopping distance of cars, as R's `cars` has them.
  private let speeds: [Double] = [
    4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15,
    15,
    16, 16, 17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
  ]
  private let distances: [Double] = [
    2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20,
    26,
    54, 32, 40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120,
    85,
  ]
  private let lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
  private let scores = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]

  @Test func withTies() {
    let spearman = CorrelationTests.spearman(speeds, distances)
    expectClose(spearman.statistic, 0.830356838833, relative: 1e-11)
    expectClose(spearman.probability, 8.82455843762e-14, relative: 1e-10)
    let kendall = CorrelationTests.kendall(speeds, distances)
    expectClose(kendall.statistic, 0.668990149986, relative: 1e-11)
    expectClose(kendall.probability, 2.638270847835e-11, relative: 1e-10)
    let coarse = CorrelationTests.kendall(
      [1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9], [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5])
    expectClose(coarse.probability, 0.7742205975721, relative: 1e-11)
  }

  @Test func withoutTies() {
    let pearson = CorrelationTests.pearson(lightness, scores)
    expectClose(pearson.statistic, 0.5711815575638, relative: 1e-12)
    expectClose(pearson.probability, 0.1081730543495, relative: 1e-11)
    let interval = CorrelationTests.pearsonInterval(lightness, scores)
    expectClose(interval.lower, -0.1497426330368, relative: 1e-11)
    expectClose(interval.upper, 0.8955794618387, relative: 1e-11)
    expectClose(
      CorrelationTests.kendall(lightness, scores).probability, 0.1194389329806, relative: 1e-11)
    expectClose(
      CorrelationTests.spearman(lightness, scores).probability, 0.0876228290414, relative: 1e-11)
  }

  /// Turning one of the two round changes the sign; order as such has probability 2 / n!.
  @Test func laws() {
    let (one, other) = (
      CorrelationTests.kendall(lightness, scores),
      CorrelationTests.kendall(lightness.map { -$0 }, scores)
    )
    expectClose(one.statistic, -other.statistic, relative: 1e-14)
    expectClose(one.probability, other.probability, relative: 1e-13)
    let ordered = CorrelationTests.kendall([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])
    expectClose(ordered.probability, 2.0 / 120, relative: 1e-13)
    #expect(CorrelationTests.pearson([1, 2, 3], [2, 4, 6]).probability < 1e-7)
  }
}
