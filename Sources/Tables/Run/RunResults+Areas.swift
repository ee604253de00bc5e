public import CareModel
import Ensemble
public import Parameters

/// The results of a run for several areas, one at a time: memory does not grow with their number.
public struct AreaResults: Sendable {
  /// England's results.
  public let england: RunResults
  /// The areas, each once, in the order of the rows.
  public let areas: [Area]
  private let shares: AuthorityShares
  private let models: [AreaModel]

  /// The results of some areas.
  ///
  /// - Parameters:
  ///   - areas: The areas, at least one, each once.
  ///   - england: England's results, with the models behind them.
  ///   - shares: The areas' shares of England.
  /// - Throws: What `AreaModel.init` throws.
  public init(of areas: [Area], within england: RunResults, shares: AuthorityShares) throws {
    precondition(england.area == .england, "results of \(england.area.name), not of England")
    precondition(!areas.isEmpty && Set(areas).count == areas.count, "areas not each there once")
    self.england = england
    self.areas = areas
    self.shares = shares
    models = try england.scenarios.map { scenario in
      guard let model = scenario.model else {
        preconditionFailure("\(scenario.id) was projected without its model")
      }
      return try AreaModel(of: model, within: scenario.projection)
    }
  }

  /// The results of one of the areas.
  ///
  /// - Throws: What `AreaModel.projection(of:)` throws.
  public func results(of area: Area) throws -> RunResults {
    guard area != .england else { return england.amongAreas() }
    let shares = shares.shares(of: area)
    let scenarios = try zip(england.scenarios, models).map { scenario, model in
      RunResults.Scenario(
        scenario.assumptions, parameters: scenario.parameters,
        projection: try model.projection(of: shares), model: nil,
        whole: .init(projection: scenario.projection, part: shares.stock))
    }
    return RunResults(
      scenarios: scenarios, published: england.published.notOfAnArea(), sources: england.sources,
      area: area
    ).amongAreas()
  }
}

extension AreaResults {
  /// Memory that the draws of the areas computed together may take. Bytes.
  private static let memory = 192 << 20

  /// How many areas have their intervals computed together, so that England's draws are computed once
  /// for all of them; all if there are no draws.
  ///
  /// - Throws: What `results(of:)` throws.
  func areasAtOnce() throws -> Int {
    guard let ensemble = england.intervals?.ensemble,
      let first = areas.first(where: { $0 != .england })
    else { return areas.count }
    let layout = try RunLayout(of: results(of: first))
    return max(1, AreaResults.memory / ensemble.bytes(forNumbers: layout.cells))
  }

  /// The intervals of some of the areas; `nil` if there are no draws.
  ///
  /// - Parameters:
  ///   - areas: The areas.
  ///   - report: Told which share of the draws is computed.
  /// - Returns: By area.
  /// - Throws: What the projection of a draw throws.
  func intervals(
    of areas: some Sequence<Area>, report: (Double) -> Void
  ) throws -> [Area: RunIntervals]? {
    guard let intervals = england.intervals else { return nil }
    let parts = areas.filter { $0 != .england }
    guard let first = parts.first else { return [.england: intervals] }
    let layout = try RunLayout(of: results(of: first))
    let summaries = try intervals.ensemble.summaries(
      of: parts.count,
      in: { try AreaResults(of: parts, within: intervals.results($0), shares: shares) },
      report: report
    ) { try layout.numbers(of: $0.results(of: parts[$1])) }
    return zip(parts, summaries).reduce(into: [.england: intervals]) {
      $0[$1.0] = RunIntervals(
        intervals.ensemble, of: $1.1, in: layout, counting: intervals.count, intervals.results)
    }
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
