import CareModel
import Foundation
import Parameters
import TestSupport
import Testing

@testable import Calibration

/// Unit costs from the published series, and the kept fit of them.
@Suite struct UnitCostDataTests {
  private static func growth(
    _ line: String
  ) throws -> [(year: FinancialYear, growth: Double)] {
    let data = try CalibrationSample.data
    let source = try #require(UnitCostSource.all.first { $0.line == line })
    return try source.history(in: data).realGrowth(over: data.series("gdp-deflator"))
  }

  /// Residential care: GBP 3,430 in 2016-17 and 3,630 in 2017-18; the deflator 76.0754 before.
  @Test func aPublishedUnitCostGrowsAgainstTheDeflator() throws {
    let growth = try Self.growth("residential-care")
    #expect(
      growth.map(\.year.code) == [
        201718, 201819, 201920, 202021, 202122, 202223, 202324,
      ])
    let deflator = try CalibrationSample.data.series("gdp-deflator")
    let general = try deflator.required(year: 201718) / 76.0754
    expectClose(growth[0].growth, log(3630.0 / 3430 / general), relative: 1e-12)
  }

  /// Asylum-seeking children over two years' stocks: nine years of spending, eight of growth.
  @Test func spendingOverACountHasTheYearsOfBoth() throws {
    #expect(try Self.growth("asylum-seeker-services").count == 8)
    #expect(try Self.growth("leaving-care").first?.year.code == 201819)
    #expect(try Self.growth("family-and-friends").first?.year.code == 202021)
    #expect(try Self.growth("other-looked-after-services").count == 4)
  }

  /// A line is fitted or has its drift among the assumptions, never both.
  @Test func everyLineHasOneDrift() throws {
    let data = try CalibrationSample.data
    let lines = try SpendingLine.read(
      data.url.appending(path: "spending-lines.yaml"), as: "spending-lines.yaml")
    let sources = UnitCostSource.all.map(\.line)
    #expect(Set(sources).isSubset(of: lines.map(\.id)) && Set(sources).count == sources.count)
    for line in lines {
      for id in ["price.drift.\(line.id)", "price.innovation.\(line.id)"] {
        let file = try data.parameters.parameter(id).place.file
        #expect(
          file
            == (sources.contains(line.id) ? "fitted/unit-costs.yaml" : "parameters/spending.yaml"),
          "\(id)")
      }
    }
  }

  /// The fit that is kept is that of these data.
  @Test func theKeptFitIsThatOfTheData() throws {
    let data = try CalibrationSample.data
    let fit = try UnitCostCalibration(data: data)
    for parameter in try fit.parameters(outturn: "dfe-s251-2024", tool: "dfe-lait-2026") {
      let kept = try data.parameters.parameter(parameter.id)
      #expect(kept.values.map(\.table) == parameter.values.map(\.table), "\(parameter.id)")
    }
    let kept = try data.fittedDistribution()
    let distribution = try fit.distribution()
    #expect(Array(kept.parameters.suffix(distribution.parameters.count)) == distribution.parameters)
    for path in distribution.loadings.keys { #expect(kept.loadings[path]?.terms.count == 2) }
  }

  /// Standardised residuals vary about as much as standard normal numbers do: 6 per cent of some
  /// hundred beyond two deviations would be more than chance.
  @Test func residualsAreStandard() throws {
    let fit = try UnitCostCalibration(data: CalibrationSample.data)
    let residuals = fit.cellText.split(separator: "\n").dropFirst().compactMap {
      Double($0.split(separator: ",").last!)
    }
    #expect(residuals.count > 90)
    let square = residuals.reduce(0) { $0 + $1 * $1 } / Double(residuals.count)
    #expect((0.5...1.2).contains(square), "\(square)")
    #expect(residuals.allSatisfy { abs($0) < 3.5 })
  }
}
