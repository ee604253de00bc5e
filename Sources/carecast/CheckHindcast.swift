import ArgumentParser
import Calibration
import CareModel
import Datasets
import Foundation
import Parameters
import Tables

/// Sets the fitted history, and forecasts from 2022, beside what was published.
struct CheckHindcast: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hindcast",
    abstract: "Set the model's 2020 to 2024 beside the published years, every residual.",
    discussion: """
      (a) From 31 March 2019, with published starts by age and asylum-seeking starts given: fails \
      (65) if stock is more than 1.5% off, exits 4%, or an age group of the stock 4% in any year.
      (b) Fitted to years up to 2022 only: 2023 and 2024, beside the last value. Reported, no bar.
      (c) The same from years up to 2023: 2024.
      """)

  func run() throws {
    Progress.say("Going through 2019 to \(CareModelInputs.openingYear)")
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let placements = try PlacementType.all(in: data.url.appendingPathComponent("placements"))
    let fitted = data.url.appendingPathComponent("fitted")
    func records(to year: Int) throws -> [FitRecord] {
      let name = FittedFiles.records(to: year)
      return try FitRecord.read(fitted.appendingPathComponent(name), as: "fitted/\(name)")
    }
    let opening = CareModelInputs.openingYear
    let whole = try CareCalibration(data: data, placements: placements, years: 2019...opening)
    let comparisons = try whole.comparisons(of: records(to: opening))
    printResiduals(comparisons)
    printBalance(whole.balance)
    for (letter, last) in zip(["b", "c"], FittedFiles.years.dropLast()) {
      let early = try CareCalibration(data: data, placements: placements, years: 2019...last)
      print("\n(\(letter)) Fitted to \(last) only: published, forecast, last value\n")
      printForecasts(
        try early.forecasts(of: records(to: last), in: (last + 1)...opening, data: data))
    }
    let misses = HindcastBound.misses(in: comparisons)
    guard misses.isEmpty else { throw HindcastMiss(misses: misses) }
  }

  private func printResiduals(_ comparisons: [Comparison]) {
    print("(a) From 31 March 2019, starts given: published, modelled, difference\n")
    var table = TextTable(
      columns: [
        .text("Table"), .text("Category"), .text("Year"), .number("Published"),
        .number("Model"), .number("%"),
      ])
    for comparison in comparisons.sorted(by: { ($0.table, $0.category) < ($1.table, $1.category) })
    {
      table.add(
        [
          comparison.table, comparison.category, String(comparison.year),
          FixedDecimal.grouped(comparison.published, decimals: 0),
          FixedDecimal.grouped(comparison.modelled, decimals: 0),
          FixedDecimal.text(100 * comparison.relativeError, decimals: 1),
        ])
    }
    print(table.text())
  }

  private func printBalance(_ balance: [BalanceResidual]) {
    print("\nPublished balance: stock + starts - ceased - next stock\n")
    var table = TextTable(columns: [.text("Year to 31 March"), .number("Residual")])
    for residual in balance {
      table.add(
        [String(residual.year), FixedDecimal.grouped(residual.children, decimals: 0)])
    }
    print(table.text())
  }

  private func printForecasts(_ forecasts: [Forecast]) {
    var table = TextTable(
      columns: [
        .text("Measure"), .text("Year"), .number("Published"), .number("Forecast"),
        .number("%"), .number("Last value"), .number("%"),
      ])
    for forecast in forecasts {
      table.add(
        [
          forecast.measure, String(forecast.year),
          FixedDecimal.grouped(forecast.published, decimals: forecast.decimals),
          FixedDecimal.grouped(forecast.modelled, decimals: forecast.decimals),
          FixedDecimal.text(100 * (forecast.modelled / forecast.published - 1), decimals: 1),
          FixedDecimal.grouped(forecast.lastValue, decimals: forecast.decimals),
          FixedDecimal.text(100 * (forecast.lastValue / forecast.published - 1), decimals: 1),
        ])
    }
    print(table.text())
  }
}

/// The hindcast left its bounds.
struct HindcastMiss: CausedByInput {
  let misses: [String]

  var description: String { "The hindcast is out of bounds: " + misses.joined(separator: "; ") }
}
