import ArgumentParser
import Datasets
import Parameters
import Scenarios
import Tables

/// Shows all there is to say of one thing.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one lever, parameter, scenario, table or other thing, all of it.",
    discussion: """
      Of a parameter: its value on each date, unit, prices, basis, source with address, valid \
      range, spread, and the levers and scenarios that change it.

      Examples:
        carecast show parameter entries.rate
        carecast show lever family-help
        carecast show scenario review-in-full --resolved > my-review.yaml
      """)

  @Argument(
    help: ArgumentHelp(
      "One of " + ListedKind.all.map(\.singular).joined(separator: ", ") + ".",
      valueName: "kind"))
  var kind: String

  @Argument(help: ArgumentHelp("Its id, as `carecast list` gives it.", valueName: "id"))
  var id: String

  @Flag(
    help: "Of a scenario: a file that stands by itself and gives the same, every lever written out."
  )
  var resolved = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard !resolved || kind == ListedKind.scenarios.singular else {
      throw ValidationError("--resolved is for scenarios.")
    }
    guard !resolved || !json else {
      throw ValidationError("A resolved scenario is YAML, not JSON.")
    }
  }

  func run() throws {
    let library = DataLibrary(Datasets.folder)
    if resolved {
      let folder = try library.scenarios()
      let scenario = try folder.scenario(named: id, at: Place(file: "carecast show"))
      print(try scenario.resolvedFile(in: folder), terminator: "")
      return
    }
    let card = try ListedKind.named(kind, at: Place(file: "carecast show"))
      .show(id, of: library)
    print(json ? card.json.text : card.text(), terminator: "")
  }
}
