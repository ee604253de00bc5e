import ArgumentParser
import CareModel
import Datasets
import Foundation
import Parameters
import Scenarios
import Tables

/// What the model of a batch is: changes from the command line, funding, seed, threads.
struct BatchOptions: ParsableArguments {
  @Option(help: "How council funding moves: spending-power, flat-real or lga.")
  var funding = FundingBase.spendingPower.id

  @Option(
    help: ArgumentHelp("Set an assumption in every run.", valueName: "path=value[@date]"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp("Multiply an assumption in every run.", valueName: "path=value[@date]"))
  var scale: [String] = []

  @Option(
    help: ArgumentHelp("Add to an assumption in every run.", valueName: "path=value[@date]"))
  var add: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Figures that are looked at: "
        + BatchIndicator.all.map(\.id).joined(separator: ", ")
        + ". If not given, the headline figures that there are.", valueName: "id"))
  var indicators: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Years to 31 March in which they are, 2025 to 2047.", valueName: "year"))
  var years = [2034]

  @Option(help: "Threads that compute runs; all cores if not given. Changes no number.")
  var threads: Int?

  func validate() throws {
    guard (threads ?? 1) >= 1 else {
      throw ValidationError("--threads is \(threads ?? 1). Allowed: 1 or more.")
    }
    let allowed = CareModelInputs.openingYear + 1...CareModelInputs.openingYear + 23
    if let wrong = years.first(where: { !allowed.contains($0) }) {
      throw ValidationError(
        "--years has \(wrong). Allowed: \(allowed.lowerBound) to \(allowed.upperBound), the end of "
          + "the population data.")
    }
    guard !years.isEmpty, Set(years).count == years.count else {
      throw ValidationError("--years names no year, or one twice.")
    }
    guard Set(indicators).count == indicators.count else {
      throw ValidationError("--indicators names a figure twice.")
    }
  }

  /// The options in a fixed form; threads change no number and are none of them.
  var arguments: [String] {
    ["--years"] + years.map(String.init)
      + (indicators.isEmpty ? [] : ["--indicators"] + indicators) + ["--funding", funding]
      + set.flatMap { ["--set", $0] } + scale.flatMap { ["--scale", $0] }
      + add.flatMap { ["--add", $0] }
  }

  /// The changes of every run.
  func overrides(in folder: ScenarioFolder) throws -> [Override] {
    try set.map { try Override($0, verb: .set, in: folder) }
      + scale.map { try Override($0, verb: .scale, in: folder) }
      + add.map { try Override($0, verb: .add, in: folder) }
  }

  /// The figures that are looked at; none: the headline figures.
  func chosenIndicators() throws -> [BatchIndicator] {
    try indicators.map { try BatchIndicator.named($0, at: Place(file: "--indicators")) }
  }

  /// The model of some scenarios.
  func model(of scenarios: [String]) throws -> BatchModel {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let folder = try ScenarioFolder(data)
    return try BatchModel(
      of: folder.scenarios(named: scenarios), in: folder, data: data,
      indicators: chosenIndicators(), years: years, adding: overrides(in: folder),
      fundingBase: funding)
  }
}
