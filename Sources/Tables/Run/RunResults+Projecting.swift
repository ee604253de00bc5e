public import CareModel
public import Ensemble
public import Parameters
public import Scenarios
import LinearAlgebra

extension RunResults {
  /// Projects scenarios.
  ///
  /// - Parameters:
  ///   - scenarios: At least one, each once.
  ///   - folder: The parameters, levers and scenarios they name.
  ///   - data: The folder that holds what is published.
  ///   - last: The last reporting year.
  ///   - overrides: Further changes of every scenario, such as those of a command line.
  ///   - fundingBase: The id of a funding base.
  ///   - ensemble: The draws from which every number gets an interval; none with `nil`.
  /// - Throws: `InputError` where something named is not there or a change is wrong; what
  ///   `CohortModel.projection(through:)` throws.
  public init(
    projecting scenarios: [Scenarios.Scenario], in folder: ScenarioFolder, data: DataFolder,
    through last: Int, adding overrides: [Override] = [],
    fundingBase: String = FundingBase.spendingPower.id, ensemble: Ensemble? = nil
  ) throws {
    let published = Background { try PublishedFigures(from: data) }
    let inputs = try CareModelInputs(from: data)
    let resolved = try concurrently(scenarios.indices) {
      try scenarios[$0].assumptions(from: folder, adding: overrides)
    }
    @Sendable func scenario(_ index: Int, _ drawn: DrawnValues?) throws -> Scenario {
      let assumptions = try Assumptions(
        inputs: inputs, parameters: resolved[index].parameters, drawn: drawn,
        programme: resolved[index].programme, fundingBase: fundingBase)
      let model = CohortModel(assumptions)
      return Scenario(
        resolved[index], parameters: assumptions.parameters,
        projection: try model.projection(through: last), model: model)
    }
    self.init(
      scenarios: try concurrently(resolved.indices) { try scenario($0, nil) },
      published: try published.value(), sources: data.sources)
    guard let ensemble else { return }
    let intervals = try RunIntervals(ensemble, about: self) { draws in
      let drawn = try DrawnValues(of: inputs.parameters, in: draws)
      return RunResults(
        scenarios: try resolved.indices.map { try scenario($0, drawn) },
        published: try published.value(),
        sources: data.sources)
    }
    self = with(intervals)
  }
}
