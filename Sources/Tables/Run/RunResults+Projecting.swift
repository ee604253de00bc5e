public import CareModel
public import Parameters
public import Scenarios

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
  /// - Throws: `InputError` where something named is not there or a change is wrong; what
  ///   `CohortModel.projection(through:)` throws.
  public init(
    projecting scenarios: [Scenarios.Scenario], in folder: ScenarioFolder, data: DataFolder,
    through last: Int, adding overrides: [Override] = [],
    fundingBase: String = FundingBase.spendingPower.id
  ) throws {
    let published = Background { try PublishedFigures(from: data) }
    let inputs = try CareModelInputs(from: data)
    self.init(
      scenarios: try concurrently(scenarios.indices) { index in
        let resolved = try scenarios[index].assumptions(from: folder, adding: overrides)
        let assumptions = try Assumptions(
          inputs: inputs, parameters: resolved.parameters, programme: resolved.programme,
          fundingBase: fundingBase)
        return Scenario(
          resolved, projection: try CohortModel(assumptions).projection(through: last))
      }, published: try published.value(), sources: data.sources)
  }
}
