import ArgumentParser
import Calibration
import CareModel
import Datasets
import Foundation
import Parameters
import Tables

/// Fits the rates of children in care to the published years.
struct Calibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fit the rates to the published years and write Datasets/fitted.",
    discussion: """
      Two fits: to 2019-2024, whose rates every projection uses, and to 2019-2022, kept for the \
      forecasts of 2023 and 2024 that `carecast check hindcast` prints. Takes a few minutes.

      Examples:
        carecast calibrate --output Datasets/fitted
      """)

  @Option(help: ArgumentHelp("Folder for the fitted files, replaced whole.", valueName: "folder"))
  var output: String

  func run() throws {
    let data = try DataFolder(Datasets.folder)
    let placements = try PlacementType.all(in: data.url.appendingPathComponent("placements"))
    var files: [(name: String, text: String)] = []
    for last in [2022, 2024] {
      Self.progress("Fitting 2019 to \(last)")
      let fit = try CareCalibration(data: data, placements: placements, years: 2019...last).fit()
      Self.progress(
        "  sum of squares \(FixedDecimal.text(fit.sumOfSquares, decimals: 1)), "
          + "\(fit.records.filter { $0.setBy == .data }.count) of \(fit.records.count) "
          + "parameters set by data")
      files.append((FittedFiles.records(to: last), FitRecord.text(of: fit.records)))
      if last == 2024 {
        let parameters = try fit.parameters(source: "dfe-cla-2025")
        files.append((FittedFiles.parameters, ParameterFile.text(of: parameters)))
      }
    }
    let folder = URL(fileURLWithPath: output)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in files {
      try file.text.write(
        to: folder.appendingPathComponent(file.name), atomically: true, encoding: .utf8)
      print("Written: \(folder.appendingPathComponent(file.name).relativePath)")
    }
  }

  private static func progress(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}

/// The names of the files of a fit.
enum FittedFiles {
  /// Fitted parameters, read with the other parameters.
  static let parameters = "children-in-care.yaml"

  /// Every number of the fit to a year.
  static func records(to year: Int) -> String { "fit-to-\(year).csv" }
}
