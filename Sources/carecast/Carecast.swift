import ArgumentParser
import Calibration
import CareModel
import Datasets
import Foundation
import Parameters

/// Projects England's children's social care under scenarios.
@main
struct Carecast: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carecast",
    abstract: "Projects England's children's social care under scenarios.")

  mutating func run() throws {
    let data = try DataFolder(Datasets.folder)
    let placements = try PlacementType.all(in: data.url.appendingPathComponent("placements"))
    let calibration = try CareCalibration(data: data, placements: placements, years: 2019...2024)
    let fit = try calibration.fit()
    for c in try fit.comparisons() {
      print(
        c.table, "|", c.category, "|", c.year, Int(c.published), Int(c.modelled),
        (c.relativeError * 1000).rounded() / 10, (c.residual * 10).rounded() / 10)
    }
    let text = ParameterFile.text(of: try fit.parameters(source: "dfe-cla-2025"))
    try text.write(toFile: "/tmp/fitted.yaml", atomically: true, encoding: .utf8)
  }
}
