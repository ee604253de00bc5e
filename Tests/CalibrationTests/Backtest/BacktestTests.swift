import CareModel
import Datasets
import Foundation
import Parameters
import Statistics
import Testing

@testable import Calibration

/// Forecasts from 31 March 2021, two years ahead, made once.
@Suite struct BacktestTests {
  private static let made = Result {
    try Backtest(
      data: CalibrationSample.data, placements: CalibrationSample.placements, origins: [2021],
      horizon: 2, areas: CalibrationSample.data.areas().all, draws: 40, seed: 1)
  }

  private func results(
    _ series: String, _ forecaster: String, _ area: String = Area.england.code
  ) throws -> [BacktestResult] {
    try Self.made.get().results.filter {
      $0.cell.series == series && $0.forecaster == forecaster && $0.cell.area == area
    }
  }

  /// The central draw is the forecast that the hindcast makes of the same fit, by other code.
  @Test func theCentralDrawIsTheForecastOfTheFit() throws {
    let data = try CalibrationSample.data
    let calibration = try CareCalibration(
      data: data, placements: CalibrationSample.placements, years: 2019...2021)
    let fit = try calibration.fit()
    let wanted = try calibration.forecasts(of: fit.records, in: 2022...2023, data: data)
    let england = try EnglandForecast(
      origin: 2021, horizon: 2, data: data, placements: CalibrationSample.placements, draws: 2,
      seed: 1)
    let measures = [
      ("stock", "Children on 31 March"), ("exits", "Ceased"),
      ("placements-3-or-more", "3 or more, all, %"),
    ]
    for (series, measure) in measures {
      let cell = BacktestCell(series: series, area: Area.england.code)
      for horizon in 1...2 {
        let draws = try #require(england.draws(of: cell, horizon: horizon))
        let row = try #require(wanted.first { $0.measure == measure && $0.year == 2021 + horizon })
        expectNear(draws[0], row.modelled, within: 1e-6 * row.modelled, measure)
        #expect(draws.count == 3 && Set(draws).count == 3)
      }
    }
  }

  @Test func everySeriesOfTheModelIsForecastForEngland() throws {
    for series in ["stock", "entries", "exits", "placements-3-or-more"] {
      let found = try results(series, "model")
      #expect(found.map(\.horizon) == [1, 2], "\(series)")
      for result in found {
        let interval = try #require(result.range?.intervals.last)
        #expect(interval.lower < result.point && result.point < interval.upper)
        #expect(abs(result.point / result.published - 1) < 0.2, "\(series) \(result)")
      }
    }
    #expect(try results("placement-mix", "model").count == 2 * 3)
    #expect(try results("unit-cost", "model").count >= 2 * 15)
    #expect(try results("neet-19-21", "model").isEmpty)
    #expect(try results("neet-19-21", "last-value").count == 2)
  }

  @Test func rangesWidenWithTheHorizon() throws {
    for forecaster in ["model", "last-value"] {
      let widths = try results("stock", forecaster).compactMap { $0.range?.intervals[1].width }
      #expect(widths.count == 2 && widths[0] < widths[1], "\(forecaster)")
    }
  }

  /// An authority's stand-in forecast lies about its last value times England's change.
  @Test func authoritiesFollowEngland() throws {
    let history = try BacktestHistory(
      from: CalibrationSample.data, areas: CalibrationSample.data.areas())
    let england = try #require(results("stock", "model").first)
    let change = try england.point / #require(history.value(england.cell, in: 2021))
    let kent = BacktestCell(series: "stock", area: "E10000016")
    let found = try #require(results("stock", "england-apportioned", kent.area).first)
    let last = try #require(history.value(kent, in: 2021))
    let interval = try #require(found.range?.intervals[0])
    #expect(interval.lower < last * change && last * change < interval.upper)
    #expect(try results("stock", "england-apportioned").isEmpty)
  }

  @Test func whatCannotBeForecastIsSaid() throws {
    let limits = try Self.made.get().limits.joined(separator: "\n")
    #expect(limits.contains("neet-17-18") && !limits.contains("From 2021 the model"))
    let early = try Backtest(
      data: CalibrationSample.data, placements: CalibrationSample.placements, origins: [2018],
      horizon: 1, areas: [.england], seed: 1)
    #expect(early.limits.contains { $0.contains("From 2018 the model gives nothing") })
    #expect(early.limits.contains { $0.contains("placement-mix begins in 2021") })
    #expect(!early.results.contains { $0.forecaster == "model" })
    #expect(early.results.contains { $0.forecaster == "last-value" })
  }
}
