import ArgumentParser
import Datasets
import Foundation
import Parameters
import Report
import Tables

/// Makes a page about runs.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make a page about a run, or several side by side.",
    discussion: """
      One HTML file that needs no network: the question, the four headline figures, pictures, why the \
      gap differs, what is changed and how well it is known, checks, and how to have it again. It \
      prints on two sheets of A4. Pictures are drawn by gnuplot: apt-get install gnuplot-nox.

      Examples:
        carecast report run --output report.html
        carecast report run run-flat-real --output report.html --pictures svg
        carecast report run --sensitivity run-sobol --output report.html
      """)

  @Argument(
    help: ArgumentHelp(
      "Folders that carecast project --output wrote, with one version and the same data.",
      valueName: "run"))
  var runs: [String]

  @Option(help: ArgumentHelp("The page to write, which must not exist yet.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Write the pictures as files too, beside the page: "
        + PictureFormat.all.map(\.id).joined(separator: " or ") + ".", valueName: "form"))
  var pictures: String?

  @Option(
    help: ArgumentHelp(
      "Folder that carecast sensitivity --output wrote: adds what matters most.",
      valueName: "folder"))
  var sensitivity: String?

  @Flag(help: "Replace files that are there already.")
  var replace = false

  func validate() throws {
    guard !runs.isEmpty else { throw ValidationError("report needs at least one run.") }
  }

  func run() throws {
    let format = try pictures.map(PictureFormat.named)
    let files = try ReportFiles(output, replaces: replace)
    let read = try runs.map(ReportedRun.init)
    let comparison = try Comparison(read)
    let gnuplot = try Gnuplot(searching: ProcessInfo.processInfo.environment["PATH"] ?? "")
    let page = try ReportPage(
      of: comparison, findings: sensitivity.map(SensitivityFindings.init),
      checks: RunChecks.all(
        of: read, places: Places(DataLibrary(Datasets.folder).areas()),
        dataDigest: DataFolder.digest(of: Datasets.folder)),
      drawnBy: gnuplot)
    let names = try files.write(page, pictures: format, drawnBy: gnuplot)
    print("Page: \(output)")
    if !names.isEmpty { print("Pictures: \(names.joined(separator: " "))") }
  }
}
