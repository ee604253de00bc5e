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
    commandName: "calibrate",
    abstract: "Fit the rates to the published years and write Datasets/fitted.",
    discussion: """
      The fit to 2019-2024 gives the rates that every projection uses; those to 2019-2022 and \
      2019-2023 are kept for the forecasts that `carecast check hindcast` prints. Takes several \
      minutes. The folder is replaced whole.

      Examples:
        carecast calibrate --output Datasets/fitted
      """)

  @Option(help: ArgumentHelp("Folder for the fitted files, replaced whole.", valueName: "folder"))
  var output: String

  func run() throws {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let placements = try PlacementType.all(in: data.url.appendingPathComponent("placements"))
    var folder = OutputFolder(mark: FittedFiles.records(to: FittedFiles.years.last!))
    for last in FittedFiles.years {
      Progress.say("Fitting 2019 to \(last)")
      let fit = try CareCalibration(data: data, placements: placements, years: 2019...last).fit()
      Progress.say(
        "  sum of squares \(FixedDecimal.text(fit.sumOfSquares, decimals: 1)), "
          + "\(fit.records.filter { $0.setBy == .data }.count) of \(fit.records.count) "
          + "parameters set by data")
      try folder.add(
        OutputFile(path: FittedFiles.records(to: last), text: FitRecord.text(of: fit.records)))
      if last == FittedFiles.years.last {
        let parameters = try fit.parameters(source: "dfe-cla-2025")
        try folder.add(
          OutputFile(path: FittedFiles.parameters, text: ParameterFile.text(of: parameters)))
      }
    }
    try folder.write(to: output, replace: true)
    for file in folder.files { print("Written: \(output)/\(file.path)") }
  }
}

/// The names of the files of a fit.
enum FittedFiles {
  /// Fitted parameters, read with the other parameters.
  static let parameters = "children-in-care.yaml"

  /// The last years of the fits, in order; the rates of the last one are used.
  static let years = [2022, 2023, CareModelInputs.openingYear]

  /// Every number of the fit to a year.
  static func records(to year: Int) -> String { "fit-to-\(year).csv" }
}
