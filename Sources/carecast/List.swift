import ArgumentParser
import Datasets
import Parameters
import Tables

/// Lists the things of a kind.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List levers, parameters, scenarios, tables and other things there are.",
    discussion: """
      Examples:
        carecast list levers
        carecast list parameters --json
      """)

  @Argument(
    help: ArgumentHelp(
      ListedKind.all.map { "\($0.id): \($0.sentence)" }.joined(separator: " "),
      valueName: "kind"))
  var kind: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let list = try ListedKind.named(kind, at: Place(file: "carecast list"))
      .list(DataLibrary(Datasets.folder))
    print(json ? list.json.text : list.text(), terminator: "")
  }
}
