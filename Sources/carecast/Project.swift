import ArgumentParser
import Datasets
import Parameters
import Tables
import LinearAlgebra

/// Projects scenarios; prints the headline figures or writes a run folder.
struct Project: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract: "Project scenarios: headline figures, or CSV files in a run folder.",
    discussion: """
      Without --output the four headline figures of each scenario are printed. With --output they \
      are printed too, and every table is written: Explore Education Statistics pairs in RUN/ees, \
      assumptions.csv, changes.csv, headline.csv and run.json in RUN. Files appear whole or not at \
      all.

      Examples:
        carecast project
        carecast project --output run
        carecast project --output run --format wide tidy
        carecast project --scenario baseline family-help my.yaml stable-homes+kinship-allowance
        carecast project --draws 1000 --output run
        carecast project --scenario baseline --years 5 --scale exits.adoption.rate=1.1@2026-04-01
      """)

  @OptionGroup var options: RunOptions

  @Option(help: ArgumentHelp("Folder to write, which must not exist yet.", valueName: "folder"))
  var output: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Forms of the tables. "
        + RunFormat.all.map { "\($0.id): \($0.sentence)" }.joined(separator: "; ") + ".",
      valueName: "name"))
  var format: [String] = []

  @Flag(help: "Write the headline figures of every draw too: draws.csv.")
  var keepDraws = false

  @Flag(help: "Replace the run that --output holds.")
  var replace = false

  func validate() throws {
    guard format.isEmpty || output != nil else {
      throw ValidationError("--format says what --output writes. Name a folder with --output.")
    }
    guard !keepDraws || (output != nil && options.draws != nil) else {
      throw ValidationError("--keep-draws needs --output and --draws.")
    }
  }

  func run() throws {
    let digest = output.map { _ in Background { try DataFolder.digest(of: Datasets.folder) } }
    let results = try options.results()
    RunOptions.warn(results)
    if let output, let digest {
      try files(of: results, dataDigest: digest.value())
        .write(to: output, replace: replace)
    }
    print(HeadlineSummary(of: results).text())
    print(try AssumptionCount(of: results).text)
    if let output { print("Tables of the run: \(output)") }
  }

  /// The files of a run.
  ///
  /// - Parameter dataDigest: The digest of the data that it rests on.
  func files(of results: RunResults, dataDigest: String) throws -> OutputFolder {
    let formats = try RunFormat.named(format)
    return try RunFiles.folder(
      for: results, formats: formats, version: Carecast.configuration.version,
      arguments: ["project"] + options.arguments + ["--format"] + formats.map(\.id)
        + (keepDraws ? ["--keep-draws"] : []),
      dataDigest: dataDigest, keepsDraws: keepDraws)
  }
}
