import CareModel
import Statistics
import TestSupport
import Datasets
import Foundation
import Parameters
import Testing

@testable import Calibration

/// The real data folder, read once, and the calibration made from it.
enum CalibrationSample {
  private static let read = Result { try DataFolder(Datasets.folder) }

  private static let types = Result {
    try PlacementType.all(in: Datasets.folder.appendingPathComponent("placements"))
  }

  private static let prepared = Result {
    try CareCalibration(data: read.get(), placements: types.get(), years: 2019...2024)
  }

  static var data: DataFolder { get throws { try read.get() } }
  static var placements: [PlacementType] { get throws { try types.get() } }
  static var calibration: CareCalibration { get throws { try prepared.get() } }

  /// The records of the fit to 2024 that the repository keeps.
  static var records: [FitRecord] {
    get throws {
      let name = "fitted/fit-to-2024.csv"
      return try FitRecord.read(Datasets.folder.appendingPathComponent(name), as: name)
    }
  }

  /// The state in which every parameter has its prior median.
  static var prior: CareFitState {
    get throws {
      let model = try calibration.model
      return model.state(at: [Double](repeating: 0, count: model.parameters.count))
    }
  }

  static func published(_ year: Int) throws -> PublishedCareYear {
    try PublishedCareYear(year: year, series: data)
  }
}

/// Expects two numbers within a distance.
func expectNear(
  _ found: some ModelNumber, _ expected: some ModelNumber, within distance: Double,
  _ note: String = "",
  at location: SourceLocation = #_sourceLocation
) {
  let (found, expected) = (found.inDraws, expected.inDraws)
  #expect(
    abs(found - expected) <= distance, "\(note): \(found), expected \(expected) ± \(distance)",
    sourceLocation: location)
}
