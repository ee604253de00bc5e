import ArgumentParser
import CareModel
import Datasets
import Foundation
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
        carecast project --areas all --scenario baseline --draws 1000 --output run-areas
        carecast project --areas England regions Kent E08000003 839 --output run-areas
        carecast project --areas Kent --neighbours --scenario baseline --output run-kent
        carecast project --areas Kent --draws 1000 --budget budget.csv --output run-budget
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

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Areas the tables are of: England, regions, all, or names, codes or numbers of areas; each "
        + "with its own children, entries and exits.", valueName: "area"))
  var areas = [Area.england.name]

  @Flag(help: "Add the statistical neighbours of the authorities that --areas names.")
  var neighbours = false

  @Option(
    help: ArgumentHelp(
      "CSV file of area, year and budget, £ in cash: written beside net spending, with how likely it "
        + "is to be exceeded, to budget.csv.", valueName: "file"))
  var budget: String?

  @Flag(help: "Write the headline figures of every draw too: draws.csv.")
  var keepDraws = false

  @Flag(help: "Replace the run that --output holds.")
  var replace = false

  func validate() throws {
    guard format.isEmpty || output != nil else {
      throw ValidationError("--format says what --output writes. Name a folder with --output.")
    }
    guard !areas.isEmpty else { throw ValidationError("--areas names no area.") }
    guard !coversParts || output != nil else {
      throw ValidationError("--areas says what the tables are of. Name a folder with --output.")
    }
    guard budget == nil || output != nil else {
      throw ValidationError("--budget says what --output writes. Name a folder with --output.")
    }
    guard !keepDraws || (output != nil && options.draws != nil) else {
      throw ValidationError("--keep-draws needs --output and --draws.")
    }
  }

  func run() throws {
    let digest = output.map { _ in Background { try DataFolder.digest(of: Datasets.folder) } }
    let chosen = try chosenAreas()
    let results = try options.results()
    RunOptions.warn(results, ofParts: chosen != [.england])
    if let output, let digest {
      let parent = URL(fileURLWithPath: output).deletingLastPathComponent()
      try files(of: results, areas: chosen, dataDigest: digest.value(), spool: parent)
        .write(to: output, replace: replace)
    }
    print(HeadlineSummary(of: results).text(style: Terminal.style))
    print(try AssumptionCount(of: results).text)
    if let output { print("Tables of the run: \(output)") }
  }

  /// The files of a run.
  ///
  /// - Parameters:
  ///   - results: England's results.
  ///   - areas: The areas that the tables are of.
  ///   - dataDigest: The digest of the data that it rests on.
  ///   - spool: Where tables of many areas wait to be moved to their place.
  func files(
    of results: RunResults, areas chosen: [Area], dataDigest: String, spool: URL
  ) throws -> OutputFolder {
    let formats = try RunFormat.named(format)
    let arguments =
      ["project"] + options.arguments + ["--format"] + formats.map(\.id)
      + (chosen == [.england] ? [] : ["--areas"] + areas) + (neighbours ? ["--neighbours"] : [])
      + (budget.map { ["--budget", $0] } ?? []) + (keepDraws ? ["--keep-draws"] : [])
    let budget = try budget.map { file in
      try Budget(
        URL(fileURLWithPath: file), as: file, areas: DataLibrary(Datasets.folder).areas(),
        chosen: chosen,
        years: results.financialYears)
    }
    guard chosen != [.england] else {
      return try RunFiles.folder(
        for: results, formats: formats, version: Carecast.configuration.version,
        arguments: arguments, dataDigest: dataDigest, keepsDraws: keepDraws, budget: budget)
    }
    let data = try DataFolder(Datasets.folder, everySeries: false)
    return try RunFiles.folder(
      for: AreaResults(of: chosen, within: results, data: data), formats: formats,
      version: Carecast.configuration.version, arguments: arguments, dataDigest: dataDigest,
      spool: spool, keepsDraws: keepDraws, budget: budget,
      report: { Progress.count($0, of: chosen.count, "areas") })
  }

  /// The areas that the tables are of.
  func chosenAreas() throws -> [Area] {
    guard coversParts else { return [.england] }
    let library = DataLibrary(Datasets.folder)
    let all = try library.areas()
    let chosen = try all.selected(by: areas)
    guard neighbours else { return chosen }
    let near = try library.neighbours(of: all)
    let wanted = Set(chosen + chosen.flatMap(near.neighbours(of:)))
    return all.all.filter(wanted.contains)
  }

  /// Whether the tables are of more than England.
  private var coversParts: Bool {
    areas.map { $0.lowercased() } != [Area.england.name.lowercased()]
  }
}
