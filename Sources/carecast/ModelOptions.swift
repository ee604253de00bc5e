import ArgumentParser
import CareModel
import Parameters
import Scenarios

/// What the model of one run or many is: changes from the command line, funding, threads.
struct ModelOptions: ParsableArguments {
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

  @Option(help: "Threads that compute runs; all cores if not given. Changes no number.")
  var threads: Int?

  func validate() throws {
    guard (threads ?? 1) >= 1 else {
      throw ValidationError("--threads is \(threads ?? 1). Allowed: 1 or more.")
    }
  }

  /// The options in a fixed form; threads change no number and are none of them.
  var arguments: [String] {
    ["--funding", funding] + changes
  }

  /// The changes in a fixed form.
  var changes: [String] {
    return set.flatMap { ["--set", $0] } + scale.flatMap { ["--scale", $0] }
      + add.flatMap { ["--add", $0] }
  }

  /// The changes of every run.
  func overrides(in folder: ScenarioFolder) throws -> [Override] {
    try set.map { try Override($0, verb: .set, in: folder) }
      + scale.map { try Override($0, verb: .scale, in: folder) }
      + add.map { try Override($0, verb: .add, in: folder) }
  }
}
