import ArgumentParser

/// Checks the data, the model against what was published, and the files of a run.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the data, the model against published years, and exported files.",
    subcommands: [CheckHindcast.self, CheckDatasets.self, CheckExports.self])
}
