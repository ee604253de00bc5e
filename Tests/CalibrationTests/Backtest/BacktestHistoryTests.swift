import Foundation
import Parameters
import Testing

@testable import Calibration

/// Published figures over codes that changed, and nothing of later years.
@Suite struct BacktestHistoryTests {
  private static let read = Result {
    try BacktestHistory(
      from: CalibrationSample.data, areas: CalibrationSample.data.areas())
  }

  private func stock(_ code: String, _ year: Int) throws -> Double? {
    try Self.read.get().value(BacktestCell(series: "stock", area: code), in: year)
  }

  /// England of 2024; Cumbria after it was divided: Cumberland and Westmorland and Furness;
  /// Buckinghamshire, North Yorkshire and Northamptonshire over their codes.
  @Test func codesThatChangedGoOn() throws {
    let data = try CalibrationSample.data
    let series = try data.series("children-looked-after-by-area")
    func published(_ code: String, _ year: Int) -> Double? {
      series.value(year: year, [code, "Total"])
    }
    #expect(try stock("E92000001", 2024) == 83_530)
    let parts = ["E06000063", "E06000064"].map { published($0, 2024)! }
    #expect(try stock("E10000006", 2024) == parts[0] + parts[1])
    #expect(try stock("E10000006", 2022) == published("E10000006", 2022))
    #expect(
      try stock("E10000021", 2022) == published("E06000061", 2022)!
        + published("E06000062", 2022)!)
    #expect(published("E06000060", 2016) == nil)
    #expect(try stock("E06000060", 2016) == published("E10000002", 2016))
    for year in 2015...2024 { #expect(try stock("E06000065", year) != nil, "\(year)") }
  }

  @Test func areasThatAreNotTheSameAreMissing() throws {
    // Dorset gave Christchurch to Bournemouth and Poole in 2019; Northamptonshire was one.
    #expect(try stock("E06000058", 2019) == nil && stock("E06000058", 2020) != nil)
    #expect(try stock("E06000059", 2019) == nil && stock("E10000009", 2020) == nil)
    #expect(try stock("E06000061", 2021) == nil && stock("E06000061", 2022) != nil)
    #expect(try stock("E06000053", 2024) == nil, "no count of the Isles of Scilly is published")
  }

  @Test func authoritiesOfAnOriginAreThoseOfTheDay() throws {
    let areas = try CalibrationSample.data.areas()
    func has(_ code: String, _ year: Int) -> Bool {
      areas.onThirtyFirstOfMarch(year).contains { $0.code == code }
    }
    #expect(has("E10000006", 2023) && !has("E10000006", 2024))
    #expect(has("E10000021", 2021) && !has("E10000021", 2022))
  }

  @Test func sharesAreInPerCent() throws {
    let history = try Self.read.get()
    let cell = BacktestCell(series: "placements-3-or-more", area: "E92000001")
    let share = try #require(history.value(cell, in: 2024))
    expectNear(share, 886_000.0 / 83_530, within: 1e-9)
    let costs = BacktestCell(series: "unit-cost", item: "residential-care", area: "E92000001")
    #expect(history.values(costs).compactMap { $0 }.count == 8)
    expectNear(try #require(history.values(costs).compactMap { $0 }.first), 100, within: 1e-9)
  }

  @Test func nothingOfLaterYearsIsKnown() throws {
    let history = try Self.read.get().through(2021)
    let cell = BacktestCell(series: "stock", area: "E92000001")
    #expect(history.years == 2015...2021)
    #expect(history.value(cell, in: 2022) == nil && history.value(cell, in: 2021) != nil)
    #expect(history.values(cell).count == 7)
  }
}
