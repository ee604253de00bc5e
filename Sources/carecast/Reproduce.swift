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
    help: ArgumentHelp("A folder that `carecast project --output` wrote.", valueName: "run"))
  var folder: String

  func run() throws {
    let made = try RunRecord(folder)
    let arguments = made.arguments + ["--output", folder]
    guard let project = try Carecast.parseAsRoot(arguments) as? Project else {
      throw NotReproduced(folder: folder, what: "its arguments are not those of carecast project")
    }
    let again = try project.files(
      of: project.options.results(), areas: project.chosenAreas(),
      dataDigest: DataFolder.digest(of: Datasets.folder),
      spool: FileManager.default.temporaryDirectory)
    if let difference = try made.difference(from: again) {
      throw NotReproduced(folder: folder, what: difference)
    }
    print("\(folder): \(again.files.count) files, the same bytes.")
  }
}

/// A run that cannot be had again.
struct NotReproduced: CausedByInput {
  let folder: String
  let what: String

  var description: String { "\(folder) is not reproduced: \(what)." }
}
