import Statistics
import TestSupport
import Testing

/// Scores against `Tests/Oracles/scores.py`, by hand, and by their laws.
@Suite struct ScoresTests {
  private let sample = [2, 3.5, 3.5, 7, 11, 12.25]

  @Test(arguments: [
    (0.0, 4.395833333333334, 3.966666666666667), (3.5, 1.3958333333333335, 0.9666666666666663),
    (5, 1.3958333333333335, 0.9666666666666663), (20, 11.3125, 10.883333333333333),
  ])
  func theScoreOfASampleIsTheIntegral(outcome: Double, ordinary: Double, fair: Double) {
    expectClose(
      rankedProbabilityScore(ofSorted: sample, outcome: outcome), ordinary, relative: 1e-14)
    expectClose(
      rankedProbabilityScore(ofSorted: sample, outcome: outcome, isFair: true), fair,
      relative: 1e-14)
  }

  @Test func theScoreOfOneNumberIsTheAbsoluteError() {
    #expect(rankedProbabilityScore(ofSorted: [7], outcome: 3) == 4)
    #expect(rankedProbabilityScore(ofQuantiles: [7], at: [0.5], outcome: 3) == 4)
    #expect(rankedProbabilityScore(ofSorted: [7, 7, 7], outcome: 7) == 0)
  }

  @Test func evenQuantilesScoreAsASample() {
    let m = Double(sample.count)
    let levels = sample.indices.map { (Double($0) + 0.5) / m }
    for outcome in [-3, 2, 3.5, 6.125, 40] {
      expectClose(
        rankedProbabilityScore(ofQuantiles: sample, at: levels, outcome: outcome),
        rankedProbabilityScore(ofSorted: sample, outcome: outcome), relative: 1e-14)
    }
    expectClose(
      rankedProbabilityScore(ofQuantiles: [1, 4, 9], at: [0.1, 0.5, 0.8], outcome: 5),
      1.133333333333333, relative: 1e-14)
  }

  /// Of small samples the fair score estimates that of the standard normal, 0.3314; the ordinary one
  /// is too high by the half of the mean distance over m.
  @Test func theFairScoreHasNoBias() {
    let stream = RandomStream(seed: 11, purpose: 90, draw: 0)
    let numbers = stream.normals(120_000)
    func average(_ isFair: Bool) -> Double {
      mean(
        of: stride(from: 0, to: numbers.count, by: 3).map {
          rankedProbabilityScore(
            ofSorted: numbers[$0..<($0 + 3)].sorted(), outcome: 0.5, isFair: isFair)
        })
    }
    // Standard error of the mean of 40,000 scores: about 0.002.
    #expect(abs(average(true) - 0.3314035312548558) < 0.006, "seed 11: \(average(true))")
    #expect(average(false) - average(true) > 0.15)
  }

  /// Outcomes of the standard normal score best with the standard normal, over biased, too narrow
  /// and too wide forecasts.
  @Test func theTrueDistributionScoresBest() {
    let stream = RandomStream(seed: 12, purpose: 91, draw: 0)
    let outcomes = stream.normals(4_000)
    let normal = (0..<199).map { NormalQuantiles.value(at: (Double($0) + 0.5) / 199) }
    func average(_ shift: Double, _ scale: Double) -> Double {
      let sample = normal.map { shift + scale * $0 }
      return mean(of: outcomes.map { rankedProbabilityScore(ofSorted: sample, outcome: $0) })
    }
    let best = average(0, 1)
    for (shift, scale) in [(0.4, 1), (-0.4, 1), (0, 0.6), (0, 1.6)] {
      #expect(average(shift, scale) > best, "seed 12: \(shift), \(scale)")
    }
  }

  @Test func theIntervalScoreIsWidthAndPenalty() {
    let interval = CentralInterval(level: 0.8, lower: 10, upper: 30)
    #expect(interval.width == 20)
    for (outcome, score, holds) in [
      (20.0, 20.0, true), (10, 20, true), (30, 20, true), (8, 40, false), (33, 50, false),
    ] {
      expectClose(interval.score(outcome), score, relative: 1e-14)
      #expect(interval.holds(outcome) == holds)
    }
    let ofSample = CentralInterval(level: 0.5, ofSorted: [1, 2, 3, 4, 5])
    #expect(ofSample == CentralInterval(level: 0.5, lower: 2, upper: 4))
  }

  @Test func pointScoresByHand() throws {
    let scores = PointScores([10, 20, 28], outcomes: [12, 20, 25])
    expectClose(scores.meanAbsolute, 5.0 / 3, relative: 1e-14)
    expectClose(try #require(scores.weightedRelative), 5.0 / 57, relative: 1e-14)
    expectClose(scores.bias, 1.0 / 3, relative: 1e-14)
    #expect(scores.meanScaled(by: [1, nil, 2]) == 1.75)
    #expect(scores.meanScaled(by: [nil, nil, nil]) == nil)
    #expect(PointScores([1], outcomes: [0]).weightedRelative == nil)
    #expect(PointScores.naiveScale(of: [3, 5, nil, 9, 8, 11]) == 2)
    #expect(PointScores.naiveScale(of: [3, 3, 3, 3]) == nil)
    #expect(PointScores.naiveScale(of: [3, 5, nil, 9, 8]) == nil)
  }

  @Test func relativeErrorsDoNotDependOnTheUnit() throws {
    let scores = PointScores([10, 20, 28], outcomes: [12, 20, 25])
    let larger = PointScores([40, 80, 112], outcomes: [48, 80, 100])
    #expect(larger.weightedRelative == scores.weightedRelative)
    #expect(larger.meanScaled(by: [4, 8, 2]) == scores.meanScaled(by: [1, 2, 0.5]))
    #expect(larger.bias == 4 * scores.bias)
  }
}

/// Quantiles of the standard normal distribution.
private enum NormalQuantiles {
  static func value(at p: Double) -> Double {
    try! NormalDistribution(mean: 0, standardDeviation: 1).value(uniform: p)
  }
}
