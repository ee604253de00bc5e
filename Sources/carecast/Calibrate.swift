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
      The fit to 2019-2024 gives the rates that every projection uses, and how they are drawn \
      together; those to 2019-2022 and 2019-2023 are kept for the forecasts that \
      `carecast check hindcast` prints. Scenarios that open earlier have a fit of their own \
      (opening-2022). What councils differ in from England is fitted too. The \
      folder is replaced whole. Shows how much wider than \
      chance each published table varies, and which parameters their prior decides.

      Examples:
        carecast calibrate --output Datasets/fitted
        carecast calibrate --prior-strength 4 --output fit-with-a-stronger-prior
      """)

  @Option(help: ArgumentHelp("Folder for the fitted files, replaced whole.", valueName: "folder"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "What multiplies the penalty, instead of calibration.prior-strength.", valueName: "number"))
  var priorStrength: Double?

  func validate() throws {
    if let priorStrength, !(0.01...100).contains(priorStrength) {
      throw ValidationError("--prior-strength is \(priorStrength). Allowed: 0.01 to 100.")
    }
  }

  func run() throws {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let placements = try PlacementType.all(in: data.url.appendingPathComponent("placements"))
    var folder = OutputFolder(mark: FittedFiles.records(to: FittedFiles.years.last!))
    var openings: [OutputFile] = []
    for opening in Opening.all where opening != .latest {
      Progress.say("Fitting 2019 to \(opening.year), as known then")
      openings += try FittedFiles.files(
        of: OpeningFit(
          to: opening, data: data, placements: placements, priorStrength: priorStrength,
          source: FittedFiles.release))
    }
    for last in FittedFiles.years {
      Progress.say("Fitting 2019 to \(last)")
      let fit = try CareCalibration(
        data: data, placements: placements, years: 2019...last, priorStrength: priorStrength
      ).fit()
      try folder.add(FittedFiles.diagnostics(of: fit, to: last))
      guard last == FittedFiles.years.last else { continue }
      let unitCosts = try UnitCostCalibration(data: data, priorStrength: priorStrength)
      try folder.add(FittedFiles.diagnostics(of: unitCosts, to: last))
      let effects = try AreaCalibration(data: data, through: last).effects()
      try folder.add(
        FittedFiles.fit(
          fit, unitCosts, effects, openings: openings, from: data, priorStrength: priorStrength))
      print(FitSummary(of: fit, unitCosts).text())
    }
    try folder.write(to: output, replace: true)
    for file in folder.files { print("Written: \(output)/\(file.path)") }
  }
}

/// The names of the files of a fit, and what is in them.
enum FittedFiles {
  /// Fitted parameters, read with the other parameters.
  static let parameters = "children-in-care.yaml"

  /// The newest release of children in care that is fitted to.
  static let release = "dfe-cla-2025"

  /// The last years of the fits, in order; the rates of the last one are used.
  static let years = [2022, 2023, CareModelInputs.openingYear]

  /// Every number of the fit to a year.
  static func records(to year: Int) -> String { "fit-to-\(year).csv" }

  /// What shows how well the fit to a year fits.
  static func diagnostics(of fit: CareFit, to year: Int) -> [OutputFile] {
    [
      OutputFile(path: records(to: year), text: FitRecord.text(of: fit.records)),
      OutputFile(path: "cells-to-\(year).csv", text: fit.cellText),
      OutputFile(path: "dispersions-to-\(year).csv", text: fit.dispersionText),
    ]
  }

  /// What shows how well the fit of unit costs fits.
  static func diagnostics(of fit: UnitCostCalibration, to year: Int) -> [OutputFile] {
    [
      OutputFile(path: "unit-cost-fit-to-\(year).csv", text: FitRecord.text(of: fit.records)),
      OutputFile(path: "unit-cost-growth-to-\(year).csv", text: fit.cellText),
    ]
  }

  /// The parameters of an earlier opening, and how they are drawn.
  static func files(of opened: OpeningFit) throws -> [OutputFile] {
    let folder = "opening-\(opened.opening.year)"
    let distribution = try opened.fit.distribution()
    return [
      OutputFile(
        path: "\(folder)/\(parameters)",
        text: ParameterFile.text(of: try opened.parameters(source: release))),
      OutputFile(
        path: "\(folder)/\(FittedDistribution.factorFile)", text: distribution.factorText),
      OutputFile(
        path: "\(folder)/\(FittedDistribution.loadingFile)", text: distribution.loadingText),
    ]
  }

  /// The parameters of both fits of England, how they are drawn, in what authorities differ from it,
  /// those of earlier openings, and digests of these files and of what the fits were made from.
  static func fit(
    _ fit: CareFit, _ unitCosts: UnitCostCalibration, _ effects: AreaEffects,
    openings: [OutputFile], from data: DataFolder, priorStrength: Double?
  ) throws -> [OutputFile] {
    let distribution = try fit.distribution().joined(with: unitCosts.distribution())
    let written =
      [
        OutputFile(
          path: parameters,
          text: ParameterFile.text(of: try fit.parameters(source: release))),
        OutputFile(
          path: "unit-costs.yaml",
          text: ParameterFile.text(
            of: try unitCosts.parameters(outturn: "dfe-s251-2024", tool: "dfe-lait-2026"))),
        OutputFile(path: FittedDistribution.factorFile, text: distribution.factorText),
        OutputFile(path: FittedDistribution.loadingFile, text: distribution.loadingText),
        OutputFile(path: AreaEffects.estimateFile, text: effects.estimateText),
        OutputFile(path: AreaEffects.spreadFile, text: effects.spreadText),
      ] + openings
    let series = CareCalibration.series + UnitCostCalibration.series + AreaCalibration.series
    let parameters =
      CareCalibration.parameters + UnitCostCalibration.parameters + AreaCalibration.parameters
    let inputs =
      Set(series).sorted().map { "series/\($0)/data.csv" }
      + Set(parameters).sorted().map { "parameter/\($0)" }
    let digests = try FitDigests(
      inputs.map { ($0, try data.fitDigest(of: $0, strength: priorStrength)) }
        + written.map { ("fitted/\($0.path)", sha256(try $0.bytes)) })
    return written + [OutputFile(path: FitDigests.file, text: digests.text)]
  }
}
