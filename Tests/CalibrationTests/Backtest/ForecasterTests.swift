import Foundation
import Parameters
import Statistics
import Testing

@testable import Calibration

/// Forecasters by themselves: what they give, and that nothing of later years reaches them.
@Suite struct ForecasterTests {
  @Test func everyForecasterHasAnIdAndASentence() {
    let ids = Forecaster.all.map(\.id)
    #expect(Set(ids).count == ids.count && ids.allSatisfy { !$0.isEmpty })
    #expect(Forecaster.all.allSatisfy { $0.sentence.hasSuffix(".") })
    for series in BacktestSeries.all {
      #expect(ids.contains(series.rival.id), "\(series.id)")
      #expect(!series.items.isEmpty)
    }
    #expect(Set(BacktestSeries.all.map(\.id)).count == BacktestSeries.all.count)
  }

  /// Rivals as they were fixed: last value, but for three or more placements.
  @Test func rivalsAreThoseChosenBeforehand() {
    for series in BacktestSeries.all {
      let wanted = series.id == "placements-3-or-more" ? "three-year-mean" : "last-value"
      #expect(series.rival.id == wanted, "\(series.id)")
    }
  }

  /// Eight authorities of one class, with and without later years.
  private func origin(laterValue: Double) throws -> BacktestOrigin {
    let areas = try CalibrationSample.data.areas()
    let chosen = Array(areas.authorities.prefix(8))
    var values: [BacktestCell: [Int: Double]] = [:]
    for (place, area) in chosen.enumerated() {
      let cell = BacktestCell(series: "stock", area: area.code)
      for year in 2015...2021 {
        values[cell, default: [:]][year] = Double(150 + 10 * place + (year * (place + 3)) % 11)
      }
      values[cell]?[2022] = laterValue
      values[cell]?[2023] = laterValue
    }
    return BacktestOrigin(
      year: 2021, horizon: 2, history: BacktestHistory(years: 2015...2024, values),
      areas: chosen, england: nil, draws: 10, seed: 1)
  }

  @Test func laterYearsChangeNothing() throws {
    let (plain, other) = (try origin(laterValue: 1), try origin(laterValue: 9_999))
    for forecaster in Forecaster.all {
      let (first, second) = (try forecaster.prepare(plain), try forecaster.prepare(other))
      for area in plain.areas {
        for horizon in 1...2 {
          let cell = BacktestCell(series: "stock", area: area.code)
          #expect(first(cell, horizon) == second(cell, horizon), "\(forecaster.id)")
        }
      }
    }
  }

  @Test func aReferenceForecastHasThePooledErrorsOfItsClass() throws {
    let origin = try origin(laterValue: 1)
    let forecast = try Forecaster.reference(.lastValue).prepare(origin)
    let cell = BacktestCell(series: "stock", area: origin.areas[2].code)
    let found = try #require(forecast(cell, 1))
    #expect(found.point == origin.history.value(cell, in: 2021))
    let sample = try #require(found.sample)
    #expect(sample.count == 8 * 6, "six changes of eight areas")
    #expect(sample == sample.sorted())
    #expect(forecast(BacktestCell(series: "exits", area: cell.area), 1) == nil)
  }

  @Test func classesAreByChildren() {
    let classes: [(Double?, SizeClass)] = [
      (nil, .underHundred), (99, .underHundred), (100, .fromHundred), (299, .fromHundred),
      (300, .fromThreeHundred), (599, .fromThreeHundred), (600, .fromSixHundred),
    ]
    for (children, sizeClass) in classes { #expect(SizeClass(children: children) == sizeClass) }
  }
}
