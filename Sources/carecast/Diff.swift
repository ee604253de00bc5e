import ArgumentParser
import Datasets
import Foundation
import Parameters
import Scenarios
import Tables

/// Says what two scenarios, two runs or two versions of the data hold differently.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what two scenarios, two runs or two data folders hold differently.",
    discussion: """
      Each is a scenario, as --scenario takes it; a run folder; or a folder like Datasets. Both are \
      of one kind.

      Examples:
        carecast diff baseline review-in-full
        carecast diff run run-2
        carecast diff Datasets ../other/Datasets
      """)

  @Argument(help: "A scenario, a run or a data folder.")
  var first: String

  @Argument(help: "Another of the same kind.")
  var second: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let found = try differences()
    print(json ? found.json.text : found.text(), terminator: "")
  }

  private func differences() throws -> Differences {
    switch (Operand(first), Operand(second)) {
    case (.run, .run): return try Differences(betweenFolders: first, and: second)
    case (.data, .data):
      let folder = try Self.shipped()
      let folders = try [first, second].map {
        try DataFolder(URL(fileURLWithPath: $0), everySeries: false)
      }
      return try Differences(
        betweenData: folders[0], and: folders[1], in: folder.opening...folder.last)
    case (.scenario, .scenario):
      let folder = try Self.shipped()
      let resolved = try [first, second].map {
        try folder.scenario(named: $0, at: Place(file: "carecast diff")).assumptions(from: folder)
      }
      return Differences(between: resolved[0], and: resolved[1], in: folder)
    case (let a, let b):
      throw ValidationError(
        "'\(first)' is \(a.sentence), '\(second)' is \(b.sentence). Give two of one kind.")
    }
  }

  private static func shipped() throws -> ScenarioFolder {
    try ScenarioFolder(DataFolder(Datasets.folder, everySeries: false))
  }

  /// What an argument names.
  private enum Operand {
    case run, data, scenario

    init(_ text: String) {
      let holds = { (name: String) in
        FileManager.default.fileExists(atPath: "\(text)/\(name)")
      }
      self = holds(RunManifest.fileName) ? .run : holds("parameters") ? .data : .scenario
    }

    var sentence: String {
      switch self {
      case .run: "a run"
      case .data: "a data folder"
      case .scenario: "a scenario"
      }
    }
  }
}
