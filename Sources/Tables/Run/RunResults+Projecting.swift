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
    let strengths = try resolved.map { try $0.parameters.fitStrength(over: inputs.parameters) }
    let isFitNeeded = ensemble != nil || strengths.contains { $0 != 1 }
    let fit = isFitNeeded ? try data.fittedDistribution() : nil
    @Sendable func drawn(_ index: Int, in draws: ParameterDraws) throws -> DrawnValues {
      try DrawnValues(of: inputs.parameters, in: draws, fit: fit, strength: strengths[index])
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
    // A prior of another strength moves the fitted numbers of the central run too.
    let central = ParameterDraws(seed: 0, draws: [0])
    self.init(
      scenarios: try concurrently(resolved.indices) {
        try scenario($0, strengths[$0] == 1 ? nil : drawn($0, in: central))
      },
      published: try published.value(), sources: data.sources)
    guard let ensemble, let fit else { return }
    let count = try DrawCount(of: inputs.parameters, fit: fit)
    let intervals = try RunIntervals(ensemble, about: self, counting: count) { draws in
      // Scenarios share what is drawn unless their priors differ in strength.
      let shared = try drawn(0, in: draws)
      return RunResults(
        scenarios: try resolved.indices.map {
          try scenario($0, strengths[$0] == strengths[0] ? shared : drawn($0, in: draws))
        },
        published: try published.value(),
        sources: data.sources)
    }
    self = with(intervals)
  }
}

extension ParameterSet {
  /// The strength of the fit's prior in the first projected year, over that of the kept fit.
  fileprivate func fitStrength(over kept: ParameterSet) throws -> Double {
    let day = FinancialYear(startingIn: CareModelInputs.openingYear).start
    let id = FittedDistribution.strength
    return try value(of: id, on: day) / kept.value(of: id, on: day)
  }
}
