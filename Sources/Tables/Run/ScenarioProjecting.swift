import CareModel
import LinearAlgebra
import Parameters
import Scenarios

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

  /// Scenarios to project.
  ///
  /// - Parameters: As of ``RunResults/init(projecting:in:data:through:adding:fundingBase:ensemble:)``.
  /// - Throws: `InputError` where something named is not there or a change is wrong.
  init(
    _ scenarios: [Scenarios.Scenario], in folder: ScenarioFolder, data: DataFolder,
    through last: Int, adding overrides: [Override], fundingBase: String
  ) throws {
    published = Background { try PublishedFigures(from: data) }
    inputs = try CareModelInputs(from: data)
    self.scenarios = try concurrently(scenarios.indices) {
      try scenarios[$0].assumptions(from: folder, adding: overrides)
    }
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
  func results(_ drawn: DrawnValues?) throws -> RunResults {
    let all =
      drawn == nil
      ? try concurrently(scenarios.indices) { try projected(scenarios[$0], nil) }
      : try scenarios.map { try projected($0, drawn) }
    return RunResults(scenarios: all, published: try published.value(), sources: sources)
  }

  /// The results of one scenario with further changes.
  ///
  /// - Parameters:
  ///   - id: The scenario's id.
  ///   - levers: Levers that are pulled besides its own, or otherwise than by itself.
  ///   - changes: Overrides besides those of every scenario; each known or with one number a draw.
  ///   - drawn: What is drawn for the parameters.
  /// - Throws: `InputError` where a change is wrong; what `CohortModel.projection(through:)` throws.
  func results(
    of id: String, pulling levers: [LeverUse], changing changes: [Override], _ drawn: DrawnValues?
  ) throws -> RunResults {
    let scenario = unresolved.first { $0.id == id }!
    let resolved = try scenario.pulling(levers).assumptions(
      from: folder, adding: overrides + changes, allowingNoChange: true)
    return RunResults(
      scenarios: [try projected(resolved, drawn)], published: try published.value(),
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
