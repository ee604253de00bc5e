import CareModel
import Statistics
import LinearAlgebra
import Parameters
import Scenarios

/// Scenarios that are resolved and can be projected again and again, with other draws.
struct ScenarioProjecting: Sendable {
  /// What is published, and the parameters before any change.
  let inputs: CareModelInputs
  /// What ties the numbers of the fit together, if it is needed.
  let fit: FittedDistribution?
  /// What each scenario sets.
  let scenarios: [ScenarioAssumptions]
  private let unresolved: [Scenarios.Scenario]
  private let folder: ScenarioFolder
  private let overrides: [Override]
  private let last: Int
  private let fundingBase: String
  private let published: Background<PublishedFigures>
  private let sources: Sources

  /// Scenarios to project.
  ///
  /// - Parameters: As of ``RunResults/init(projecting:in:data:through:adding:fundingBase:ensemble:)``;
  ///   `isDrawn` says whether the fit may be needed for draws, or for another strength of its prior.
  /// - Throws: `InputError` where something named is not there or a change is wrong.
  init(
    _ scenarios: [Scenarios.Scenario], in folder: ScenarioFolder, data: DataFolder,
    through last: Int, adding overrides: [Override], fundingBase: String,
    isDrawn: Bool
  ) throws {
    published = Background { try PublishedFigures(from: data) }
    inputs = try CareModelInputs(from: data)
    self.scenarios = try concurrently(scenarios.indices) {
      try scenarios[$0].assumptions(from: folder, adding: overrides)
    }
    let inputs = inputs
    let isFitNeeded =
      try isDrawn
      || self.scenarios.contains { try $0.parameters.fitStrength(over: inputs.parameters) != 1 }
    fit = isFitNeeded ? try data.fittedDistribution() : nil
    unresolved = scenarios
    self.folder = folder
    self.overrides = overrides
    self.last = last
    self.fundingBase = fundingBase
    sources = data.sources
  }

  /// The results of all scenarios, side by side where nothing is drawn.
  ///
  /// - Throws: What `CohortModel.projection(through:)` throws.
  func results(_ draws: ParameterDraws?) throws -> RunResults {
    guard let draws else {
      return RunResults(
        scenarios: try concurrently(scenarios.indices) {
          try projected(scenarios[$0], drawn(for: scenarios[$0], in: nil))
        }, published: try published.value(), sources: sources)
    }
    // Scenarios share what is drawn unless their priors differ in strength.
    var shared: [Uncertain: DrawnValues] = [:]
    let all = try scenarios.map { scenario in
      let strength = try scenario.parameters.fitStrength(over: inputs.parameters)
      let drawn = try shared[strength] ?? drawn(for: scenario, in: draws)
      shared[strength] = drawn
      return try projected(scenario, drawn)
    }
    return RunResults(scenarios: all, published: try published.value(), sources: sources)
  }

  /// What is drawn for a scenario; `nil` where nothing is.
  ///
  /// A prior of another strength moves the fitted numbers where nothing else is drawn, too.
  private func drawn(
    for scenario: ScenarioAssumptions, in draws: ParameterDraws?
  ) throws -> DrawnValues? {
    let strength = try scenario.parameters.fitStrength(over: inputs.parameters)
    if draws == nil && strength == 1 { return nil }
    let count = if case .drawn(let numbers) = strength { numbers.count } else { 1 }
    let draws = draws ?? ParameterDraws(places: [:], count: count)
    return try DrawnValues(
      of: inputs.parameters, in: draws, fit: draws.isPlaced && strength == 1 ? nil : fit,
      strength: strength)
  }

  /// The results of one scenario with further changes.
  ///
  /// - Parameters:
  ///   - id: The scenario's id.
  ///   - levers: Levers that are pulled besides its own, or otherwise than by itself.
  ///   - changes: Overrides besides those of every scenario; each known or with one number a draw.
  ///   - draws: What is drawn for the parameters; nothing with `nil`.
  /// - Throws: `InputError` where a change is wrong; what `CohortModel.projection(through:)` throws.
  func results(
    of id: String, pulling levers: [LeverUse], changing changes: [Override],
    _ draws: ParameterDraws?
  ) throws -> RunResults {
    let scenario = unresolved.first { $0.id == id }!
    let resolved = try scenario.pulling(levers).assumptions(
      from: folder, adding: overrides + changes, allowingNoChange: true)
    return RunResults(
      scenarios: [try projected(resolved, drawn(for: resolved, in: draws))],
      published: try published.value(),
      sources: sources)
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
  /// The strength of the fit's prior in the first projected year, over that of the kept fit.
  fileprivate func fitStrength(over kept: ParameterSet) throws -> Uncertain {
    let day = FinancialYear(startingIn: CareModelInputs.openingYear).start
    let id = FittedDistribution.strength
    return try DrawnParameters(self).value(of: id, on: day) / kept.value(of: id, on: day)
  }
}
