import ArgumentParser
import Datasets
import Tables

/// Applies the rules for Explore Education Statistics to files on disk.
struct CheckExports: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exports",
    abstract: "Check pairs of CSV files by the rules of Explore Education Statistics.",
    discussion: """
      Looks at RUN/ees of a run's folder, or at the files of any other folder. Prints each breach \
      with file, row, column, rule and what the rule says. Ends with 65 if a rule is broken that \
      has to be put right (FAIL), with 0 if there are warnings only (WARN).

      Examples:
        carecast check exports run
        carecast check exports my-tables --json
      """)

  @Argument(help: ArgumentHelp("A run, or a folder of name.csv and name.meta.csv."))
  var folder: String

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() throws {
    let check = try ExportCheck(
      folder, places: Places(DataLibrary(Datasets.folder).areas()))
    print(json ? check.json.text : check.text + "\n", terminator: "")
    try check.throwIfAnyFails()
  }
}
