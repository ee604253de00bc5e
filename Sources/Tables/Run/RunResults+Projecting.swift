public import CareModel
public import Ensemble
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
  ///   - ensemble: The draws from which every number gets an interval; none with `nil`.
  /// - Throws: `InputError` where something named is not there or a change is wrong; what
  ///   `CohortModel.projection(through:)` throws.
  public init(
    projecting scenarios: [Scenarios.Scenario], in folder: ScenarioFolder, data: DataFolder,
    through last: Int, adding overrides: [Override] = [],
    fundingBase: String = FundingBase.spendingPower.id, ensemble: Ensemble? = nil
  ) throws {
    let projecting = try ScenarioProjecting(
      scenarios, in: folder, data: data, through: last, adding: overrides,
      fundingBase: fundingBase, drawing: ensemble != nil)
    let results = try projecting.results(in: nil)
    guard let ensemble else {
      self = results
      return
    }
    let intervals = try RunIntervals(
      ensemble, about: results, counting: try projecting.drawCount()
    ) { try projecting.results(in: $0) }
    self = results.with(intervals)
  }
}
