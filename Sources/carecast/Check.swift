import ArgumentParser

/// Checks the data and the model against what was published.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the data, and the model against published years and figures.",
    subcommands: [CheckAll.self, CheckHindcast.self, CheckPublished.self, CheckDatasets.self],
    defaultSubcommand: CheckAll.self)
}
