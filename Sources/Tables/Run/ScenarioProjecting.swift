import CareModel
import LinearAlgebra
import Parameters
import Scenarios
import Statistics

/// Scenarios that are resolved and can be projected again and again, with other draws.
struct ScenarioProjecting: Sendable {
  /// What is published, and the parameters before any change.
  let inputs: CareModelInputs
  /// What each scenario sets.
  let scenarios: [ScenarioAssumptions]
  private let unresolved: [Scenarios.Scenario]
  private let folder: ScenarioFolder
  private let overrides: [Override]
  private let last: Int
  private let fundingBase: String
  private let published: Background<PublishedFigures>
  private let sources: Sources
  /// What ties fitted numbers together, if something is drawn.
  private let fit: FittedDistribution?

  /// Scenarios to project.
  ///
  /// - Parameters: As of ``RunResults/init(projecting:in:data:through:adding:fundingBase:ensemble:)``;
  ///   `drawing` says whether anything will be drawn or changed later.
  /// - Throws: `InputError` where something named is not there or a change is wrong.
  init(
    _ scenarios: [Scenarios.Scenario], in folder: ScenarioFolder, data: DataFolder,
    through last: Int, adding overrides: [Override], fundingBase: String, drawing: Bool
  ) throws {
    let folder = try folder.opened(for: scenarios)
    published = Background { try PublishedFigures(year: folder.start.year, from: data) }
    inputs = try CareModelInputs(from: data, at: folder.start)
    self.scenarios = try concurrently(scenarios.indices) {
      try scenarios[$0].assumptions(from: folder, adding: overrides)
    }
    unresolved = scenarios
    self.folder = folder
    self.overrides = overrides
    self.last = last
    self.fundingBase = fundingBase
    sources = data.sources
    let (kept, day) = (inputs.parameters, folder.opening.start)
    let isMoved = try self.scenarios.contains {
      try $0.parameters.fitStrength(over: kept, on: day) != 1
    }
    fit = drawing || isMoved ? try data.fittedDistribution(at: folder.start) : nil
  }

  /// How many parameters vary between draws, by what their draws rest on.
  ///
  /// - Throws: `StatisticsError` where a spread has no distribution.
  func drawCount() throws -> DrawCount {
    guard let fit else { preconditionFailure("nothing is drawn") }
    return try DrawCount(
      of: inputs.parameters, fit: fit, coverage: inputs.opening.coverage)
  }

  /// The results of all scenarios, side by side where nothing is drawn.
  ///
  /// - Parameter draws: Which draws of the parameters; none with `nil`.
  /// - Throws: What `CohortModel.projection(through:)` throws.
  func results(in draws: ParameterDraws?) throws -> RunResults {
    var shared: [Uncertain: DrawnValues] = [:]
    // Scenarios share what is drawn unless their priors differ in strength.
    let drawn = try scenarios.map { scenario in
      let strength = try scenario.parameters.fitStrength(
        over: inputs.parameters, on: folder.opening.start)
      let values = try shared[strength] ?? self.drawn(in: draws, strength: strength)
      shared[strength] = values
      return values
    }
    let all =
      draws == nil
      ? try concurrently(scenarios.indices) { try projected(scenarios[$0], drawn[$0]) }
      : try scenarios.indices.map { try projected(scenarios[$0], drawn[$0]) }
    return RunResults(scenarios: all, published: try published.value(), sources: sources)
  }

  /// The results of one scenario with further changes.
  ///
  /// - Parameters:
  ///   - id: The scenario's id.
  ///   - levers: Levers that are pulled besides its own, or otherwise than by itself.
  ///   - times: What replaces the times of its claims; they stay with `nil`.
  ///   - changes: Overrides besides those of every scenario; each known or with one number a draw.
  ///   - draws: Which draws of the parameters; none with `nil`.
  /// - Throws: `InputError` where a change is wrong; what `CohortModel.projection(through:)` throws.
  func results(
    of id: String, pulling levers: [LeverUse], claiming times: Double? = nil,
    changing changes: [Override], in draws: ParameterDraws?
  ) throws -> RunResults {
    let named = unresolved.first { $0.id == id }!
    let scenario = times.map(named.claiming) ?? named
    let resolved = try scenario.pulling(levers).assumptions(
      from: folder, adding: overrides + changes, allowingNoChange: true)
    let strength = try resolved.parameters.fitStrength(
      over: inputs.parameters, on: folder.opening.start)
    return RunResults(
      scenarios: [try projected(resolved, drawn(in: draws, strength: strength))],
      published: try published.value(),
      sources: sources)
  }

  /// What is drawn under a strength of the fit's prior; `nil` if nothing is and it is that of the fit.
  ///
  /// A prior of another strength moves the fitted numbers of the central run too.
  private func drawn(in draws: ParameterDraws?, strength: Uncertain) throws -> DrawnValues? {
    guard draws != nil || strength != 1 else { return nil }
    return try DrawnValues(
      of: inputs.parameters, in: draws ?? ParameterDraws(places: [:], count: strength.draws ?? 1),
      fit: fit, strength: strength)
  }

  private func projected(
    _ scenario: ScenarioAssumptions, _ drawn: DrawnValues?
  ) throws -> RunResults.Scenario {
    let assumptions = try Assumptions(
      inputs: inputs, parameters: scenario.parameters, drawn: drawn,
      programme: scenario.programme, fundingBase: fundingBase)
    let model = CohortModel(assumptions)
    return RunResults.Scenario(
      scenario, parameters: assumptions.parameters,
      projection: try model.projection(through: last), model: model)
  }
}

extension ParameterSet {
  /// The strength of the fit's prior on the first projected day, over that of the kept fit.
  fileprivate func fitStrength(over kept: ParameterSet, on day: Day) throws -> Uncertain {
    let id = FittedDistribution.strength
    return try DrawnParameters(self).value(of: id, on: day)
      / DrawnParameters(kept).value(of: id, on: day)
  }
}
