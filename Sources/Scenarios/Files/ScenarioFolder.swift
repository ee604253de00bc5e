public import CareModel
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
  /// The 31 March before it.
  public let start: Opening
  /// The last financial year that can be projected.
  public let last: FinancialYear
  /// The parameters of every opening before any change.
  private let openings: @Sendable (Opening) throws -> ParameterSet

  /// Reads the levers and scenarios of a folder.
  ///
  /// - Parameters:
  ///   - folder: Holds `levers` and `scenarios`.
  ///   - parameters: Parameters before any change.
  ///   - sources: The sources that levers may name.
  ///   - opening: The first financial year of the projection from the latest opening.
  ///   - openings: The parameters of another opening, before any change.
  ///   - last: The last that can be projected; the population projection ends in mid-2047.
  /// - Throws: `InputError` with the faults of all levers, or else of all scenarios.
  public init(
    _ folder: URL, parameters: ParameterSet, sources: Sources,
    opening: FinancialYear = Opening.latest.firstYear,
    openings: @escaping @Sendable (Opening) throws -> ParameterSet = { opening in
      throw InputError(
        InputFault.unknownName(
          of: "opening", found: opening.id, among: [Opening.latest.id]),
        at: Place(file: "scenarios"))
    },
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
    start = .latest
    self.openings = openings
    self.last = last
    let folder = self
    _ = try readTogether(folder.scenarios) { try folder.ancestors(of: $0) }
  }

  /// Reads the levers and scenarios of a data folder.
  ///
  /// - Throws: `InputError` with all faults.
  public init(_ data: DataFolder) throws {
    try self.init(
      data.url, parameters: data.parameters, sources: data.sources,
      openings: { try data.parameters(at: $0) })
  }

  /// The same levers and scenarios with the parameters of an opening.
  private init(_ folder: ScenarioFolder, at start: Opening, parameters: ParameterSet) {
    self.parameters = parameters
    levers = folder.levers
    scenarios = folder.scenarios
    opening = start == .latest ? folder.opening : start.firstYear
    self.start = start
    last = folder.last
    openings = folder.openings
  }

  /// On which 31 March a scenario opens: as its base says.
  ///
  /// - Throws: `InputError` where it names a base that is not there.
  public func opening(of scenario: Scenario) throws -> Opening {
    try (base(of: scenario) ?? scenario).opening ?? .latest
  }

  /// The folder with the parameters of the 31 March on which some scenarios open.
  ///
  /// - Parameters:
  ///   - scenarios: At least one.
  ///   - place: Where they were asked for, for the message.
  /// - Throws: `InputError` where they open on different days, or a parameter cannot be read.
  public func opened(
    for scenarios: [Scenario], at place: Place = Place(file: "--scenario")
  ) throws -> ScenarioFolder {
    let openings = try scenarios.map { try opening(of: $0) }
    guard let first = openings.first, Set(openings).count == 1 else {
      throw InputError(
        ScenarioFault.differentOpenings(
          zip(scenarios, openings).map { "\($1.year) of \($0.id)" }), at: place)
    }
    guard first != start else { return self }
    return ScenarioFolder(self, at: first, parameters: try self.openings(first))
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
