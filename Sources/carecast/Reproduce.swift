import ArgumentParser
import Datasets
import Foundation
import Parameters
import Tables

/// Runs a run again from its manifest and compares every byte.
struct Reproduce: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce",
    abstract: "Run a run again from its run.json, and compare every byte.",
    discussion: """
      Ends with 65, naming the first difference, if a file is another than it was. Nothing is \
      written.

      Examples:
        carecast reproduce run
      """)

  @Argument(
    help: ArgumentHelp(
      "A folder that `carecast project`, `backtest`, `sensitivity` or `sweep` wrote.",
      valueName: "run"))
  var folder: String

  func run() throws {
    let made = try RunRecord(folder)
    let arguments = made.arguments + ["--output", folder]
    guard let command = try Carecast.parseAsRoot(arguments) as? any Reproducible else {
      throw NotReproduced(
        folder: folder, what: "its arguments are not those of a command that writes a run")
    }
    let again = try command.files(
      dataDigest: DataFolder.digest(of: Datasets.folder),
      spool: FileManager.default.temporaryDirectory)
    if let difference = try made.difference(from: again) {
      throw NotReproduced(folder: folder, what: difference)
    }
    print("\(folder): \(again.files.count) files, the same bytes.")
  }
}

/// A command that writes a run, which can be had again.
protocol Reproducible {
  /// The files of its run.
  ///
  /// - Parameters:
  ///   - dataDigest: The digest of the data that it rests on.
  ///   - spool: Where files wait that are too large for memory.
  func files(dataDigest: String, spool: URL) throws -> OutputFolder
}

extension Project: Reproducible {
  func files(dataDigest: String, spool: URL) throws -> OutputFolder {
    try files(
      of: options.results(), areas: chosenAreas(), dataDigest: dataDigest, spool: spool)
  }
}

/// A run that cannot be had again.
struct NotReproduced: CausedByInput {
  let folder: String
  let what: String

  var description: String { "\(folder) is not reproduced: \(what)." }
}
