import ArgumentParser

/// Checks the data and the model against what was published.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the data, and the model against published years.",
    subcommands: [CheckHindcast.self, CheckDatasets.self])
}
