import CareModel
public import Foundation
public import Parameters
public import Scenarios

/// The data that ship, each part read when it is asked for.
public struct DataLibrary: Sendable {
  /// Where the data lie.
  public let url: URL

  /// The data of a folder.
  public init(_ url: URL) {
    self.url = url
  }

  /// The sources alone.
  func sources() throws -> Sources {
    try Sources(folder: url.appendingPathComponent("sources"), as: "sources")
  }

  /// England, its regions and its authorities.
  public func areas() throws -> Areas {
    try Areas(url.appendingPathComponent("areas.yaml"))
  }

  /// The authorities most like each authority.
  public func neighbours(of areas: Areas) throws -> StatisticalNeighbours {
    try StatisticalNeighbours(
      url.appendingPathComponent("statistical-neighbours.yaml"), of: areas, sources: sources())
  }

  /// Sources and parameters; a series when it is asked for.
  func data() throws -> DataFolder { try DataFolder(url, everySeries: false) }

  /// Levers and scenarios, with the parameters they change.
  public func scenarios() throws -> ScenarioFolder { try ScenarioFolder(data()) }

  /// Placement types in order.
  func placements() throws -> [PlacementType] {
    try PlacementType.all(in: url.appendingPathComponent("placements"))
  }
}
