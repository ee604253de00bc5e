import ArgumentParser
import Calibration
import CareModel
import Datasets
import Foundation
import LinearAlgebra
import Parameters
import Tables

/// Scores forecasts made from past origins.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Forecast past years from the years before them, and score the forecasts.",
    discussion: """
      For each origin the model is refitted to the years up to it, which takes about 20 seconds, and \
      the years ahead are set beside what was published and beside forecasts that know the history \
      only: last value, drift, three-year mean, exponential smoothing.

      Examples:
        carecast backtest
        carecast backtest --origins 2020 2021 --horizon 3 --areas England
        carecast backtest --output backtest
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Years to 31 March to forecast from, \(Backtest.allowedOrigins.lowerBound) to "
        + "\(Backtest.allowedOrigins.upperBound).", valueName: "year"))
  var origins = Array(Backtest.judged)

  @Option(help: "Years ahead, 1 to 5; years that have not been published are left out.")
  var horizon = 1

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Areas that are scored: England, regions, all, or names, codes or numbers of areas.",
      valueName: "area"))
  var areas = [Areas.Group.all.rawValue]

  @Option(help: "What draws and resamples depend on: the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Folder to write, which must not exist yet.", valueName: "folder"))
  var output: String?

  @Flag(help: "Replace the backtest that --output holds.")
  var replace = false

  @Flag(help: "Print the page of the documentation, in Markdown.")
  var markdown = false

  func validate() throws {
    let allowed = Backtest.allowedOrigins
    for year in origins where !allowed.contains(year) {
      throw ValidationError(
        "--origins has \(year). Allowed: \(allowed.lowerBound) to \(allowed.upperBound).")
    }
    guard !origins.isEmpty, Set(origins).count == origins.count else {
      throw ValidationError("--origins names no year, or one twice.")
    }
    guard (1...5).contains(horizon) else {
      throw ValidationError("--horizon is \(horizon). Allowed: 1 to 5.")
    }
    guard !areas.isEmpty else { throw ValidationError("--areas names no area.") }
    guard output != nil || !replace else {
      throw ValidationError("--replace is about --output. Name a folder.")
    }
  }

  func run() throws {
    let digest = output.map { _ in Background { try DataFolder.digest(of: Datasets.folder) } }
    let (backtest, scores) = try made()
    if let output, let digest {
      try folder(of: backtest, scores: scores, dataDigest: digest.value())
        .write(to: output, replace: replace)
    }
    let report = BacktestReport(backtest, scores: scores)
    print(markdown ? report.markdown : report.text(), terminator: "")
    if let output, !markdown { print("\nForecasts and scores: \(output)") }
  }

  private func made() throws -> (Backtest, [BacktestScore]) {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let backtest = try Backtest(
      data: data,
      placements: PlacementType.all(in: data.url.appendingPathComponent("placements")),
      origins: origins.sorted(), horizon: horizon, areas: data.areas().selected(by: areas),
      seed: seed, say: Progress.say)
    return (backtest, backtest.scores(seed: seed))
  }

  private func folder(
    of backtest: Backtest, scores: [BacktestScore], dataDigest: String
  ) throws -> OutputFolder {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    var arguments = ["backtest", "--origins"]
    arguments += origins.sorted().map(String.init)
    arguments += ["--horizon", String(horizon), "--areas"] + areas + ["--seed", String(seed)]
    return try BacktestFiles.folder(
      of: backtest, scores: scores, data: data, dataDigest: dataDigest,
      version: Carecast.configuration.version, arguments: arguments, seed: seed)
  }
}

extension BacktestCommand: Reproducible {
  func files(dataDigest: String, spool: URL) throws -> OutputFolder {
    let (backtest, scores) = try made()
    return try folder(of: backtest, scores: scores, dataDigest: dataDigest)
  }
}
