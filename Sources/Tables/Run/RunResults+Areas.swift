public import CareModel
public import Parameters

/// The results of a run for several areas, one at a time: memory does not grow with their number.
public struct AreaResults: Sendable {
  /// England's results.
  public let england: RunResults
  /// The areas, each once, in the order of the rows.
  public let areas: [Area]
  /// The areas' shares of England.
  public let shares: AuthorityShares
  let effects: AreaEffects
  private let models: [AreaModel]

  /// The results of some areas.
  ///
  /// - Parameters:
  ///   - areas: The areas, at least one, each once.
  ///   - england: England's results, with the models behind them.
  ///   - shares: The areas' shares of England.
  ///   - effects: In what authorities differ from it.
  ///   - threads: How many authorities are computed at once; all cores with `nil`. It changes no
  ///     number.
  /// - Throws: What `AreaModel.init` throws; `InputError` where only England is projected.
  public init(
    of areas: [Area], within england: RunResults, shares: AuthorityShares, effects: AreaEffects,
    threads: Int? = nil
  ) throws {
    precondition(england.area == .england, "results of \(england.area.name), not of England")
    precondition(!areas.isEmpty && Set(areas).count == areas.count, "areas not each there once")
    try england.require("areas")
    self.england = england
    self.areas = areas
    self.shares = shares
    self.effects = effects
    models = try england.scenarios.map { scenario in
      guard let model = scenario.model else {
        preconditionFailure("\(scenario.id) was projected without its model")
      }
      return try AreaModel(
        of: model, within: scenario.projection, shares: shares, effects: effects,
        threads: threads)
    }
  }

  /// The results of some areas, with the shares and effects that a data folder holds.
  ///
  /// - Throws: What the folder's files throw; what `AreaModel.init` throws.
  public init(of areas: [Area], within england: RunResults, data: DataFolder) throws {
    try self.init(
      of: areas, within: england,
      shares: AuthorityShares(from: data, inputs: CareModelInputs(from: data)),
      effects: data.areaEffects())
  }

  /// The results of one of the areas.
  ///
  /// - Throws: What `AreaModel.projection(of:)` throws.
  public func results(of area: Area) throws -> RunResults {
    guard area != .england else { return england.amongAreas() }
    let part = shares.shares(of: area).stock
    let scenarios = try zip(england.scenarios, models).map { scenario, model in
      RunResults.Scenario(
        scenario.assumptions, parameters: scenario.parameters,
        projection: try model.projection(of: area), model: nil,
        whole: .init(projection: scenario.projection, part: part))
    }
    return RunResults(
      scenarios: scenarios, published: england.published.notOfAnArea(), sources: england.sources,
      area: area
    ).amongAreas()
  }
}

extension RunResults.Scenario {
  /// What an area is part of.
  struct Whole: Sendable {
    /// England's projection.
    let projection: Projection
    /// The area's share of the children in care when it opens.
    let part: Double
  }
}

extension PublishedFigures {
  /// The same figures for an area: none, since what is published of areas is rounded and suppressed
  /// and does not add up. The series by area hold it.
  func notOfAnArea() -> PublishedFigures { mapped { _ in .marker(.notAvailable) } }
}
