import Statistics
import TestSupport
import Testing

@Suite struct DieboldMarianoTests {
  private let first = [1.2, -0.8, 0.5, 2.1, -1.7, 0.3, 0.9, -2.2, 1.1, 0.4]
  private let second = [0.7, -1.1, 1.5, 1.2, -0.6, 0.8, -0.2, -1.9, 0.3, 1.6]

  /// The definition in Python with SciPy 1.17.1.
  @Test func twoForecasts() throws {
    for (loss, horizon, difference, statistic, probability) in [
      (DieboldMariano.Loss.squared, 1, 0.405, 0.7231162934940052, 0.487974248902254),
      (.absolute, 1, 0.13, 0.49930290694768853, 0.6295431207758502),
      (.squared, 2, 0.405, 0.7098529776002896, 0.49577428921021116),
      (.absolute, 2, 0.13, 0.6159515875408257, 0.5531832545686262),
    ] {
      let found = DieboldMariano(first, second, horizon: horizon, loss: loss)
      let test = try #require(found.test)
      expectClose(found.difference, difference, relative: 1e-13)
      expectClose(test.statistic, statistic, relative: 1e-12)
      expectClose(test.probability, probability, relative: 1e-11)
      #expect(test.freedom == 9)
      let turned = try #require(
        DieboldMariano(second, first, horizon: horizon, loss: loss).test)
      expectClose(turned.statistic, -statistic, relative: 1e-12)
    }
  }

  /// Equal forecasts, and autocovariances that outweigh the variance, give no test.
  @Test func noVariance() {
    #expect(DieboldMariano(first, first).test == nil)
    let outweighed = DieboldMariano(first, second, horizon: 3)
    #expect(outweighed.test == nil)
    expectClose(outweighed.difference, 0.405, relative: 1e-13)
  }
}

/// Scores of forecasts that are one number or a normal distribution.
@Suite struct ForecastScoreTests {
  /// Integrals of the definition by SciPy 1.17.1.
  @Test func normalForecasts() {
    for (mean, deviation, outcome, score) in [
      (2.0, 3.0, 4.5, 1.4872605970003312), (0, 1, -2, 1.4527918216859033),
      (5, 0.5, 5, 0.1168474886275545), (5, 0, 3, 2),
    ] {
      expectClose(
        rankedProbabilityScore(ofNormal: mean, deviation: deviation, outcome: outcome), score,
        relative: 1e-9)
    }
    // As of a large sample.
    let sample = RandomStream(seed: 2, purpose: 95, draw: 0).normals(20_000).sorted()
    expectClose(
      rankedProbabilityScore(ofSorted: sample, outcome: 0.7),
      rankedProbabilityScore(ofNormal: 0, deviation: 1, outcome: 0.7), relative: 0.02)
  }

  @Test func rootMeanSquareAndSeasons() {
    let scores = PointScores([3, 5, 8], outcomes: [2, 7, 6])
    expectClose(scores.rootMeanSquare, 3.0.squareRoot(), relative: 1e-14)
    #expect(PointScores.naiveScale(of: [3, 5, 4, 8, 6, 9], period: 2) == 1.75)
    #expect(PointScores.naiveScale(of: [3, 5, 4, 8], period: 2) == nil)
  }
}
