import ArgumentParser

/// Checks the data, the model against what was published, and the files of a run.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the data, the model against published years and figures, and exported files.",
    subcommands: [
      CheckAll.self, CheckHindcast.self, CheckPublished.self, CheckDatasets.self, CheckExports.self,
    ],
    defaultSubcommand: CheckAll.self)
}
