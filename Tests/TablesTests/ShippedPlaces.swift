import Datasets
import Foundation
import Parameters
import Tables

extension Places {
  /// The places of the data that ship.
  static let shipped = Places(
    try! Areas(Datasets.folder.appendingPathComponent("areas.yaml")))
}
