import CareModel
import Datasets
import Foundation
import Parameters
import Testing

@testable import Calibration

/// 2024 from years up to 2023, beside what was published.
@Suite struct ForecastTests {
  private static let made = Result { () -> [String: Forecast] in
    let data = try CalibrationSample.data
    let early = try CareCalibration(
      data: data, placements: CalibrationSample.placements, years: 2019...2023)
    let name = "fitted/fit-to-2023.csv"
    let records = try FitRecord.read(Datasets.folder.appendingPathComponent(name), as: name)
    let forecasts = try early.forecasts(of: records, in: 2024...2024, data: data)
    return Dictionary(uniqueKeysWithValues: forecasts.map { ($0.measure, $0) })
  }

  private func forecast(_ measure: String) throws -> Forecast {
    try #require(Self.made.get()[measure], "no forecast of \(measure)")
  }

  /// Published: 68.7, 20.9 and 10.4 per cent of all; 72.0, 19.0 and 9.0 of those in care throughout.
  @Test(
    arguments: ["1 placement", "2 placements", "3 or more"], ["all", "whole year"])
  func placementsInTheYearAreWithinAPoint(category: String, population: String) throws {
    let forecast = try forecast("\(category), \(population), %")
    expectNear(forecast.modelled, forecast.published, within: 1)
  }

  /// Published: 60.7, 25.6 and 13.7 per cent of those who entered since. No year before had so many
  /// with three or more (12.3 to 13.3), and nothing in them says that 2024 would.
  @Test func placementsOfThoseWhoEnteredSince() throws {
    for category in ["1 placement", "2 placements", "3 or more"] {
      let forecast = try forecast("\(category), part of the year, %")
      expectNear(forecast.modelled, forecast.published, within: 1)
    }
  }

  @Test func childrenAndExitsAreNearThePublishedOnes() throws {
    for (measure, bound) in [("Children on 31 March", 0.015), ("Ceased", 0.04)] {
      let forecast = try forecast(measure)
      expectNear(
        forecast.modelled, forecast.published, within: bound * forecast.published, measure)
    }
  }
}
