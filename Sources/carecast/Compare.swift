import ArgumentParser
import Tables

/// Sets scenarios beside the first one: value, value, difference.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare scenarios with the first one: baseline, scenario, difference.",
    discussion: """
      Examples:
        carecast compare
        carecast compare --scenario baseline review-in-full --years 5
      """)

  @OptionGroup var options: RunOptions

  func validate() throws {
    guard options.scenario.count >= 2 else {
      throw ValidationError("compare needs two scenarios or more, the one to compare with first.")
    }
  }

  func run() throws {
    let results = try options.results()
    RunOptions.warn(results)
    print(try ComparisonSummary(of: results).text())
  }
}
