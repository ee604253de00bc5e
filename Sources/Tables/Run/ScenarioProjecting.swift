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
    self.last = last
    self.fundingBase = fundingBase
    sources = data.sources
  }

  /// The results of all scenarios, side by side where nothing is drawn.
  ///
  /// - Throws: What `CohortModel.projection(through:)` throws.
  func results(_ drawn: DrawnValues?) throws -> RunResults {
    let projected =
      drawn == nil
      ? try concurrently(scenarios.indices) { try scenario($0, nil) }
      : try scenarios.indices.map { try scenario($0, drawn) }
    return RunResults(scenarios: projected, published: try published.value(), sources: sources)
  }

  private func scenario(_ index: Int, _ drawn: DrawnValues?) throws -> RunResults.Scenario {
    let assumptions = try Assumptions(
      inputs: inputs, parameters: scenarios[index].parameters, drawn: drawn,
      programme: scenarios[index].programme, fundingBase: fundingBase)
    let model = CohortModel(assumptions)
    return RunResults.Scenario(
      scenarios[index], parameters: assumptions.parameters,
      projection: try model.projection(through: last), model: model)
  }
}
