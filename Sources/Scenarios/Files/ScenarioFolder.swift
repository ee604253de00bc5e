public import Foundation
public import Parameters

/// The levers and scenarios of a data folder, with the parameters they change.
public struct ScenarioFolder: Sendable {
  /// The parameters before any change.
  public let parameters: ParameterSet
  /// All levers in the order of their ids.
  public let levers: [Lever]
  /// All scenarios in the order of their ids.
  public let scenarios: [Scenario]
  /// The first financial year of the projection.
  public let opening: FinancialYear
  /// The last financial year that can be projected.
  public let last: FinancialYear

  /// Reads the levers and scenarios of a folder.
  ///
  /// - Parameters:
  ///   - folder: Holds `levers` and `scenarios`.
  ///   - parameters: Parameters before any change.
  ///   - sources: The sources that levers may name.
  ///   - opening: The first financial year of the projection.
  ///   - last: The last that can be projected; the population projection ends in mid-2047.
  /// - Throws: `InputError` with the faults of all levers, or else of all scenarios.
  public init(
    _ folder: URL, parameters: ParameterSet, sources: Sources,
    opening: FinancialYear = FinancialYear(startingIn: 2024),
    last: FinancialYear = FinancialYear(startingIn: 2046)
  ) throws {
    let names = ScenarioNames(parameters: parameters, sources: sources)
    let files = { try yamlFiles(in: folder.appendingPathComponent($0), as: $0) }
    let levers = try readTogether(files("levers")) { url, name in
      try Lever.read(url, as: name, names: names)
    }
    let ids = levers.map(\.id)
    let scenarios = try readTogether(files("scenarios")) { url, name in
      try Scenario.read(url, as: name, levers: ids, parameters: parameters)
    }
    self.parameters = parameters
    self.levers = levers.sorted { $0.id < $1.id }
    self.scenarios = scenarios.sorted { $0.id < $1.id }
    self.opening = opening
    self.last = last
    let folder = self
    _ = try readTogether(folder.scenarios) { try folder.ancestors(of: $0) }
  }

  /// Reads the levers and scenarios of a data folder.
  ///
  /// - Throws: `InputError` with all faults.
  public init(_ data: DataFolder) throws {
    try self.init(data.url, parameters: data.parameters, sources: data.sources)
  }

  /// The scenario of that id.
  ///
  /// - Parameter place: Where it was asked for, for the message.
  /// - Throws: `InputError` with the nearest id where there is none.
  public func scenario(_ id: String, at place: Place = Place(file: "--scenario")) throws -> Scenario
  {
    try scenarios.named(id, of: "scenario", at: place, by: \.id)
  }

  /// The lever of that id.
  ///
  /// - Throws: `InputError` with the nearest id where there is none.
  public func lever(_ id: String, at place: Place = Place(file: "levers")) throws -> Lever {
    try levers.named(id, of: "lever", at: place, by: \.id)
  }

  /// The base that a scenario is compared with; `nil` if it is one.
  ///
  /// - Throws: `InputError` where the scenario was not read from this folder and names one that is
  ///   not in it.
  public func base(of scenario: Scenario) throws -> Scenario? {
    try ancestors(of: scenario).last
  }

  /// The scenarios a scenario is built on, nearest first; the last is its base.
  func ancestors(of scenario: Scenario) throws -> [Scenario] {
    var chain = [scenario]
    while true {
      let child = chain[chain.count - 1]
      switch child.parent {
      case .none: return Array(chain.dropFirst())
      case .base(let id):
        let base = try self.scenario(id, at: child.place)
        guard base.isBase else { throw InputError(ScenarioFault.notABase(id), at: child.place) }
        return Array(chain.dropFirst()) + [base]
      case .extends(let id):
        let extended = try self.scenario(id, at: child.place)
        guard !extended.isBase else {
          throw InputError(ScenarioFault.extendsABase(id), at: child.place)
        }
        guard !chain.contains(where: { $0.id == id }) else {
          throw InputError(
            ScenarioFault.circular(chain.map(\.id) + [id]), at: scenario.place)
        }
        chain.append(extended)
      }
    }
  }
}
