import ArgumentParser
import CareModel
import Datasets
import Foundation
import Parameters
import Scenarios
import Tables

/// Says at what value of an assumption a figure reaches a target.
struct SolveCommand: ParsableCommand, Reproducible {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Say at what value of a parameter a figure reaches a target, and how surely.",
    discussion: """
      The value found is one that carecast project takes by --set, --scale or --add. With --draws \
      all other parameters are drawn, and each draw has a value of its own. --vary claim looks for \
      how many times their published effects the levers of the scenario would need; --beside takes \
      the figure of another scenario off.

      Examples:
        carecast solve "gap=0" --vary entries.rate
        carecast solve "children=80000" --vary trend.damping --year 2030
        carecast solve "funding_gap=0" --vary price.drift.residential-care@2024-04-01 --by add \
      --from -0.1 --to 0.1 --draws 200
        carecast solve "children=-30000" --scenario review-as-claimed --beside baseline \
      --vary claim --year 2032
      """)

  @Argument(
    help:
      "An indicator and what it is to be: \(BatchIndicator.all.map(\.id).joined(separator: ", ")).")
  var question: String

  @Option(
    help: ArgumentHelp(
      "A parameter, or a parameter and categories; or \(SwitchingInput.claim).",
      valueName: "path[@date]"))
  var vary: String

  @Option(
    help: """
      What is done to it: \(OverrideVerb.allCases.map(\.rawValue).joined(separator: ", ")). If not \
      given, one number with a spread is set, and anything else scaled.
      """)
  var by: String?

  @Option(
    parsing: .unconditional,
    help: "The least value that is tried; half, or nearly the least of the distribution.")
  var from: Double?

  @Option(
    parsing: .unconditional,
    help: "The greatest value that is tried; twice, or nearly the greatest.")
  var to: Double?

  @Option(help: "The year to 31 March of the figure, 2025 to 2047.")
  var year = 2034

  @Option(help: "The scenario, as carecast project takes it.")
  var scenario = "baseline"

  @Option(
    help: ArgumentHelp(
      "A scenario whose figure is taken off that of --scenario.", valueName: "name"))
  var beside: String?

  @Option(help: "Draws of all other parameters, 0 to 10000.")
  var draws = 0

  @Option(help: "What the draws depend on: the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Folder to write, which must not exist yet.", valueName: "folder"))
  var output: String?

  @Flag(help: "Replace the run that --output holds.")
  var replace = false

  @OptionGroup var options: ModelOptions

  func validate() throws {
    try FigureOptions.check([year], of: "--year")
    guard (0...10_000).contains(draws) else {
      throw ValidationError("--draws is \(draws). Allowed: 0 to 10000.")
    }
    guard output != nil || !replace else {
      throw ValidationError("--replace is about --output. Name a folder.")
    }
  }

  func run() throws {
    let study = try study()
    if let output {
      try files(of: study, dataDigest: DataFolder.digest(of: Datasets.folder))
        .write(to: output, replace: replace)
    }
    print(study.text(), terminator: "")
    if let output { print("\nFiles: \(output)") }
  }

  func files(dataDigest: String, spool: URL) throws -> OutputFolder {
    try files(of: study(), dataDigest: dataDigest)
  }

  private func files(of study: SwitchingStudy, dataDigest: String) throws -> OutputFolder {
    try study.folder(
      arguments: arguments, version: Carecast.configuration.version, dataDigest: dataDigest)
  }

  private func study() throws -> SwitchingStudy {
    let question = try SwitchingQuestion(question)
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let all = try ScenarioFolder(data)
    let scenarios = try all.scenarios(named: [scenario] + [beside].compactMap { $0 })
    let folder = try all.opened(for: scenarios)
    let verb = try by.map {
      try OverrideVerb.allCases.named(
        $0, of: "operation", at: Place(file: "--by"), by: \.rawValue)
    }
    let input = try SwitchingInput(
      vary, verb: verb, low: from, high: to, in: folder.parameters)
    let model = try BatchModel(
      of: scenarios, in: folder, data: data,
      indicators: [question.indicator], years: [year], adding: options.overrides(in: folder),
      fundingBase: options.funding)
    return try SwitchingStudy(
      question, varying: input, in: model, folder, draws: draws, seed: seed,
      threads: options.threads)
  }

  /// The arguments in a fixed form, for the manifest.
  private var arguments: [String] {
    var arguments = ["solve", question, "--vary", vary]
    if let by { arguments += ["--by", by] }
    if let from { arguments.append("--from=\(from)") }
    if let to { arguments.append("--to=\(to)") }
    arguments += ["--year", String(year), "--scenario", scenario]
    if let beside { arguments += ["--beside", beside] }
    return arguments + ["--draws", String(draws), "--seed", String(seed)] + options.arguments
  }
}
