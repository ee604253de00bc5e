import Parameters
import Statistics
import Testing

@testable import Calibration

/// Scores of a few forecasts, worked out by hand.
@Suite struct BacktestScoreTests {
  private static let areas = Result { try CalibrationSample.data.areas() }

  private func result(
    _ forecaster: String, _ area: Area, _ origin: Int, published: Double, point: Double,
    half: Double?, sizeClass: SizeClass = .fromHundred, score: Double = 1
  ) -> BacktestResult {
    BacktestResult(
      origin: origin, horizon: 1, cell: BacktestCell(series: "stock", area: area.code), area: area,
      sizeClass: sizeClass, forecaster: forecaster, published: published, scale: 4, point: point,
      range: half.map { half in
        BacktestResult.Range(
          rankedProbability: score,
          intervals: BacktestResult.levels.map {
            CentralInterval(level: $0, lower: point - half * $0, upper: point + half * $0)
          })
      })
  }

  private func backtest() throws -> Backtest {
    let areas = try Self.areas.get().authorities
    let points: [(Int, Int, Double, Double, Double)] = [
      // origin, area, published, model, last value
      (2022, 0, 100, 104, 110), (2022, 1, 200, 190, 180), (2023, 0, 110, 110, 100),
      (2023, 1, 180, 186, 200), (2020, 0, 90, 120, 100),
    ]
    let results = points.flatMap { origin, place, published, model, last in
      [
        result(
          "model", areas[place], origin, published: published, point: model, half: 10, score: 3),
        result(
          "last-value", areas[place], origin, published: published, point: last, half: 40, score: 4
        ),
      ]
    }
    return Backtest(origins: [2020, 2022, 2023], horizon: 1, results: results, limits: [])
  }

  private func score(_ forecaster: String, _ origins: [Int]) throws -> BacktestScore {
    try #require(
      backtest().scores(seed: 1).first {
        $0.forecaster == forecaster && $0.origins == origins && $0.group == .judged
      })
  }

  @Test func originsThatNothingWasChosenOnArePooledApart() throws {
    #expect(try backtest().pools == [[2022, 2023], [2022], [2023], [2020]])
    #expect(try score("model", [2020]).count == 1)
  }

  @Test func pointsAndRangesByHand() throws {
    let model = try score("model", [2022, 2023])
    #expect(model.count == 4)
    // Errors 4, −10, 0 and 6.
    expectNear(model.meanAbsolute, 5, within: 1e-12)
    expectNear(try #require(model.weightedRelative), 20.0 / 590, within: 1e-12)
    expectNear(try #require(model.meanScaled), 1.25, within: 1e-12)
    expectNear(model.bias, 0, within: 1e-12)
    #expect(model.rankedProbability == 3)
    // Half widths 5, 8 and 9.5.
    #expect(model.intervals.map(\.coverage) == [0.5, 0.75, 0.75])
    #expect(model.intervals.map(\.level) == [0.5, 0.8, 0.95])
    expectNear(model.intervals[1].width, 16, within: 1e-12)
    // Of 80%: width 16, and 10 · 2 beyond the end of one of four.
    expectNear(model.intervals[1].score, 16 + 10.0 * 2 / 4, within: 1e-9)
    #expect(model.intervals[1].coverageByOrigin.contains(0.75))
  }

  @Test func theRivalIsBesideIt() throws {
    let model = try score("model", [2022, 2023])
    let beside = try #require(model.besideRival)
    #expect(beside.rival == "last-value")
    // 20 over 10 + 20 + 10 + 20.
    let relative = try #require(beside.relative)
    expectNear(relative.value, 20.0 / 60, within: 1e-12)
    #expect(relative.interval.contains(relative.value))
    let ranked = try #require(beside.rankedProbability)
    expectNear(ranked.value, 0.75, within: 1e-12)
    expectNear(ranked.interval.upperBound, 0.75, within: 1e-12)
    #expect(try score("last-value", [2022, 2023]).besideRival == nil)
  }

  @Test func onlyForecastsThatBothMadeAreCompared() throws {
    let area = try Self.areas.get().authorities
    let results = [
      result("model", area[0], 2022, published: 100, point: 110, half: nil),
      result("model", area[1], 2022, published: 100, point: 190, half: nil),
      result("last-value", area[0], 2022, published: 100, point: 120, half: nil),
    ]
    let scores = Backtest(origins: [2022], horizon: 1, results: results, limits: [])
      .scores(seed: 1).filter { $0.group == .judged }
    #expect(scores.map(\.count) == [2, 1])
    #expect(scores[0].besideRival?.relative?.value == 0.5)
    #expect(scores[0].besideRival?.rankedProbability == nil)
    #expect(scores[0].intervals.isEmpty && scores[0].rankedProbability == nil)
  }
}
