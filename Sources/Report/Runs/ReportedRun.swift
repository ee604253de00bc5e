import Foundation
import Parameters
import Tables

/// A run as it lies in its folder, as far as a page shows it.
public struct ReportedRun: Sendable {
  /// The folder as it was named.
  let folder: String
  let summary: RunSummary
  let scenarios: [Scenario]
  /// The place that children, spending and funding are of: England where the run has it.
  let place: String
  /// What the parameters are called.
  let labels: ParameterLabels

  /// A scenario of the run.
  struct Scenario: Sendable {
    let id: String
    let words: ScenarioWords
    let figures: ScenarioFigures
    let changes: [LeverChange]
  }

  /// The command whose folders it reads.
  static let command = "project"

  /// Reads a folder that `carecast project --output` wrote.
  ///
  /// - Throws: `ReportError` where the folder or one of its files is not there, or another command
  ///   wrote it; `InputError` where a file is not as a run has it.
  public init(_ folder: String) throws {
    let files = try RunFolder(folder, of: Self.command)
    summary = files.summary
    self.folder = folder
    let reader = try FiguresReader(files)
    place = reader.place
    labels = try ParameterLabels(files)
    let changes = try LeverChange.all(in: files, labels: labels)
    let figures = try reader.figures()
    scenarios = try files.summary.scenarios.map { scenario in
      let words = try ScenarioWords(scenario, as: files.name("run.json"))
      return Scenario(
        id: scenario.id, words: words, figures: figures(scenario.id, words.title),
        changes: changes[scenario.id] ?? [])
    }
  }

  /// What the run is called beside others: its folder's name.
  var name: String { URL(fileURLWithPath: folder).lastPathComponent }

  /// How many draws it has; `nil` for none.
  var draws: String? { summary.option("--draws") }
}
