import ArgumentParser
import Datasets
import Parameters
import Tables

/// Sets what others published beside ours.
struct CheckPublished: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "published",
    abstract: "Set figures that others published beside the model's, and say why they differ.",
    discussion: """
      Runs \(ComparisonBasis.scenarios.joined(separator: ", ")) to 31 March \
      \(ComparisonBasis.lastYear), and \(ComparisonBasis.fromReview.scenario) to \
      \(ComparisonBasis.fromReview.lastYear). A figure of a year before the projection is compared with \
      published outturn.
      """)

  @Flag(help: "Print one JSON object a figure, amounts unrounded.")
  var json = false

  @Flag(help: "Print the table of the documentation, in Markdown.")
  var markdown = false

  func validate() throws {
    guard !(json && markdown) else {
      throw ValidationError("--json and --markdown exclude each other.")
    }
  }

  func run() throws {
    Progress.say("Projecting to 31 March \(ComparisonBasis.lastYear)")
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let report = try PublishedReport(
      CitedFigure.all(in: data), on: ComparisonBasis(projectingFrom: data))
    if json {
      print(report.json.text, terminator: "")
    } else if markdown {
      print(report.markdown, terminator: "")
    } else {
      print(report.text(), terminator: "")
    }
  }
}
