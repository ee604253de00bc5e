import Foundation
import Testing

/// `carecast backtest` from origins that need no fit.
@Suite("carecast backtest")
struct BacktestTests {
  @Test func filesHoldEveryForecastAndScoreAndAreReproduced() throws {
    try withScratchFolder { scratch in
      let folder = scratch.appendingPathComponent("backtest")
      let command = try Command(
        "backtest", "--origins", "2019", "2018", "--horizon", "2", "--areas", "England", "Kent",
        "--output", folder.path)
      #expect(command.status == 0, Comment(rawValue: command.errors))
      #expect(command.output.contains("England, origins 2018, 2019, 2 years ahead"))
      #expect(command.output.contains("From 2018, 2019 the model gives nothing"))
      func rows(_ name: String) throws -> [Substring] {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
          .split(whereSeparator: \.isNewline)
      }
      let forecasts = try rows("forecasts.csv")
      #expect(forecasts[0].hasPrefix("origin,horizon,year,series,item,area_code,area_name"))
      let kent = forecasts.first { $0.hasPrefix("2018,2,2020,stock,all,E10000016,Kent,") }
      #expect(kent?.contains(",last-value,") == true)
      #expect(
        forecasts.dropFirst().allSatisfy { $0.contains(",E92000001,") || $0.contains(",Kent,") })
      let scores = try rows("scores.csv")
      #expect(scores[0].hasSuffix(",crps_ratio,crps_ratio_lower,crps_ratio_upper"))
      #expect(scores.contains { $0.hasPrefix("\"2018, 2019\",1,stock,England,drift,2,") })
      for name in ["run.json", "datapackage.json", "forecasts.csv-metadata.json"] {
        #expect(
          FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path),
          "\(name)")
      }
      let same = try Command("reproduce", folder.path)
      #expect(same.status == 0 && same.output.contains("the same bytes"))
    }
  }

  @Test func thePageSaysWhatItRestsOn() throws {
    let page = try Command("backtest", "--origins", "2018", "--areas", "England", "--markdown")
    #expect(page.status == 0, Comment(rawValue: page.errors))
    #expect(page.output.hasPrefix("# Forecasts of past years\n"))
    for part in [
      "- `last-value`: ", "### England, origins 2018, 1 year ahead", "| last-value | 1 |",
    ] {
      #expect(page.output.contains(part), "\(part)")
    }
  }

  @Test(arguments: [
    ["--origins", "2024"], ["--origins", "2017"], ["--origins", "2022", "2022"],
    ["--horizon", "0"], ["--horizon", "6"], ["--replace"], ["--origins", "then"],
  ])
  func whatCannotBeParsedEndsWith64(_ arguments: [String]) throws {
    let command = try Command(["backtest"] + arguments)
    #expect(command.status == 64, Comment(rawValue: command.errors))
  }

  @Test func anUnknownAreaEndsWith65AndTheNearestName() throws {
    let command = try Command("backtest", "--origins", "2018", "--areas", "Kemt")
    #expect(command.status == 65 && command.errors.contains("Kent"), "\(command.errors)")
  }
}
