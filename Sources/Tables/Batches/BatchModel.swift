import CareModel
import Ensemble
import LinearAlgebra
public import Parameters
public import Scenarios
import Statistics

/// The model as a function of a batch: many runs of some scenarios, of which some figures are wanted.
public struct BatchModel: Sendable {
  /// The figures in the order in which they are computed: by scenario, indicator and year.
  public let figures: [BatchFigure]
  /// The scenarios as they were resolved.
  public let scenarios: [ScenarioAssumptions]
  /// Where the figures behind the parameters were published.
  public let sources: Sources
  /// The parameters before the changes of a scenario, of which values are drawn.
  public let parameters: ParameterSet
  /// What draws of all parameters rest on.
  let drawCount: DrawCount
  private let projecting: ScenarioProjecting

  /// A model.
  ///
  /// - Parameters:
  ///   - scenarios: At least one, each once.
  ///   - folder: The parameters, levers and scenarios they name.
  ///   - data: The folder that holds what is published.
  ///   - indicators: What is wanted; none: the headline figures that there are in every year.
  ///   - years: Years to 31 March in which it is wanted, at least one.
  ///   - overrides: Further changes of every scenario.
  ///   - fundingBase: The id of a funding base.
  /// - Throws: `InputError` where something named is not there or a change is wrong;
  ///   `BatchError.noFigure` where an indicator has no number in a year.
  public init(
    of scenarios: [Scenarios.Scenario], in folder: ScenarioFolder, data: DataFolder,
    indicators: [BatchIndicator], years: [Int], adding overrides: [Override],
    fundingBase: String
  ) throws {
    projecting = try ScenarioProjecting(
      scenarios, in: folder, data: data, through: years.max()!, adding: overrides,
      fundingBase: fundingBase, drawing: true)
    self.scenarios = projecting.scenarios
    parameters = projecting.inputs.parameters
    sources = data.sources
    drawCount = try projecting.drawCount()
    let central = try projecting.results(in: nil)
    let wanted = indicators.isEmpty ? BatchIndicator.all.filter(\.isHeadline) : indicators
    // In the order in which they were named, which is not that of the results.
    let ordered = self.scenarios.map { resolved in
      central.scenarios.first { $0.id == resolved.scenario.id }!
    }
    figures = try ordered.flatMap { scenario in
      try wanted.flatMap { indicator -> [BatchFigure] in
        let values = indicator.measure.values(scenario, central)
        let missing = years.first { year in
          guard case .number(let number)? = values[year] else { return true }
          return !number.isFinite
        }
        guard let missing else {
          return years.map {
            BatchFigure(scenario: scenario.id, indicator: indicator, year: $0)
          }
        }
        if indicators.isEmpty { return [] }
        throw BatchError.noFigure(
          indicator: indicator.id, scenario: scenario.id, year: missing,
          years: values.keys.sorted())
      }
    }
  }

  /// The figures of some draws, each known or one number a draw.
  ///
  /// - Throws: What the projection throws.
  func numbers(in draws: ParameterDraws?) throws -> [Uncertain] {
    numbers(of: try projecting.results(in: draws))
  }

  /// The figures of one scenario with further changes.
  ///
  /// - Parameters: As of ``ScenarioProjecting/results(of:pulling:claiming:changing:in:)``.
  func numbers(
    of scenario: String, pulling levers: [LeverUse], claiming times: Double? = nil,
    changing changes: [Override], in draws: ParameterDraws?
  ) throws -> [Uncertain] {
    numbers(
      of: try projecting.results(
        of: scenario, pulling: levers, claiming: times, changing: changes, in: draws))
  }

  private func numbers(of results: RunResults) -> [Uncertain] {
    var known: [String: [Int: IndicatorValue]] = [:]
    return figures.compactMap { figure in
      guard let scenario = results.scenarios.first(where: { $0.id == figure.scenario })
      else { return nil }
      let key = "\(scenario.id) \(figure.indicator.id)"
      let values = known[key] ?? figure.indicator.measure.values(scenario, results)
      known[key] = values
      if case .number(let number)? = values[figure.year] { return number }
      return .known(.nan)
    }
  }

  /// The figures of many runs, tiles of them on several threads.
  ///
  /// - Parameters:
  ///   - runs: How many there are.
  ///   - threads: How many tiles are computed at once; all cores with `nil`. It changes no number.
  ///   - draws: What is drawn in some of the runs.
  /// - Returns: One row a run, one column a figure; not a number in a run that failed, whose reason
  ///   is given.
  public func outcome(
    of runs: Int, threads: Int?, draws: @Sendable (Range<Int>) throws -> ParameterDraws
  ) throws -> BatchOutcome {
    let tiles = (runs + Ensemble.tileSize - 1) / Ensemble.tileSize
    let parts = try concurrently(0..<tiles, threads: threads) { tile in
      let first = tile * Ensemble.tileSize
      return tileOutcome(first..<min(first + Ensemble.tileSize, runs), draws)
    }
    return BatchOutcome(joining: parts, figures: figures.count)
  }

  /// A tile; where it fails as a whole, run by run.
  private func tileOutcome(
    _ runs: Range<Int>, _ draws: (Range<Int>) throws -> ParameterDraws
  ) -> BatchOutcome {
    do {
      let numbers = try numbers(in: draws(runs))
      return BatchOutcome(
        outputs: runs.indices.flatMap { run in numbers.map { $0[run - runs.lowerBound] } },
        runs: runs.count)
    } catch  where runs.count == 1 {
      return BatchOutcome(failed: "\(error)", figures: figures.count)
    } catch {
      return BatchOutcome(
        joining: runs.map { tileOutcome($0..<$0 + 1, draws) }, figures: figures.count)
    }
  }
}
