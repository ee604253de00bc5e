import ArgumentParser
import CareModel
import Datasets
import Ensemble
import Foundation
import Parameters
import Scenarios
import Tables

/// What is projected: scenarios, years, changes from the command line.
struct RunOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "Scenarios, the one to compare with first: an id, a lever's id, a file that ends in .yaml, or "
        + "several of these joined by +.", valueName: "name"))
  var scenario = ["baseline", "review-in-full", "review-delayed-two-years"]

  @Option(
    help:
      "Years after the 31 March on which the scenarios open, 2024 if they say no other; 1 to 23.")
  var years = 10

  @Option(
    help: ArgumentHelp(
      "Draw the parameters this many times, \(Ensemble.allowedDraws.lowerBound) to "
        + "\(Ensemble.allowedDraws.upperBound), for an interval of every number.",
      valueName: "number"))
  var draws: Int?

  @Option(help: "What the draws depend on: the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @OptionGroup var model: ModelOptions

  func validate() throws {
    if let draws, !Ensemble.allowedDraws.contains(draws) {
      throw ValidationError(
        "--draws is \(draws). Allowed: \(Ensemble.allowedDraws.lowerBound) to "
          + "\(Ensemble.allowedDraws.upperBound).")
    }
    guard (1...23).contains(years) else {
      throw ValidationError(
        "--years is \(years). Allowed: 1 to 23, the end of the population data.")
    }
    guard !scenario.isEmpty else { throw ValidationError("--scenario names no scenario.") }
    guard Set(scenario).count == scenario.count else {
      throw ValidationError(
        "--scenario names a scenario twice: \(scenario.joined(separator: " ")).")
    }
  }

  /// The options in a fixed form, for the manifest; where a run is written is not part of it.
  var arguments: [String] {
    ["--scenario"] + scenario + ["--years", String(years), "--funding", model.funding]
      + (draws.map { ["--draws", String($0), "--seed", String(seed)] } ?? []) + model.changes
  }

  /// Projects every scenario.
  func results() throws -> RunResults {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let folder = try ScenarioFolder(data)
    let scenarios = try folder.scenarios(named: scenario)
    let opened = try folder.opened(for: scenarios)
    return try RunResults(
      projecting: scenarios, in: opened, data: data,
      through: opened.start.year + years, adding: model.overrides(in: opened),
      fundingBase: model.funding,
      ensemble: draws.map { Ensemble(draws: $0, seed: seed, threads: model.threads) })
  }

  /// Prints what the reader must know, on standard error.
  ///
  /// - Parameter ofParts: Whether the run is of areas within England too.
  static func warn(_ results: RunResults, ofParts: Bool = false) {
    FileHandle.standardError.write(Data(RunNotes(of: results, ofParts: ofParts).text().utf8))
  }
}
