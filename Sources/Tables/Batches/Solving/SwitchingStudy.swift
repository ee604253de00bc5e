import Ensemble
import LinearAlgebra
import Parameters
public import Scenarios
public import Sensitivity
import Statistics

/// Switching values of a parameter or a claim, over draws of all else.
public struct SwitchingStudy: Sendable {
  /// What is asked.
  public let question: SwitchingQuestion
  /// What is varied.
  public let input: SwitchingInput
  /// What was found in the central run, then in draws 1, 2, …
  public let values: SwitchingValues
  let model: BatchModel
  let seed: UInt64

  /// Looks for the values.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - input: What is varied.
  ///   - model: The model of one scenario and of that indicator in one year; or of two, the second being
  ///     what is taken off the first.
  ///   - folder: The parameters, levers and scenarios.
  ///   - draws: How many draws there are besides the central run.
  ///   - seed: What they depend on; they are those of `carecast project`.
  ///   - threads: How many tiles are computed at once; all cores with `nil`.
  /// - Throws: What the projection throws; `SensitivityError.notFinite`.
  public init(
    _ question: SwitchingQuestion, varying input: SwitchingInput, in model: BatchModel,
    _ folder: ScenarioFolder, draws: Int, seed: UInt64, threads: Int?
  ) throws {
    precondition(
      (1...2).contains(model.figures.count), "\(model.figures.count) figures to solve for")
    // Claims are part of a scenario, so that each draw has one of its own.
    let size = if case .claim = input.subject { 1 } else { Ensemble.tileSize }
    let tiles = (draws + size) / size
    let found = try concurrently(0..<tiles, threads: threads) { tile -> [Switching] in
      let own = Array(tile * size..<min((tile + 1) * size, draws + 1))
      let drawn = draws == 0 ? nil : ParameterDraws(seed: seed, draws: own)
      return try SwitchingValues(
        together: own.count, in: input.range, target: question.target
      ) { x in
        let numbers = try model.figures.map { figure in
          try input.number(of: figure.scenario, at: x, in: model, folder, drawn)
        }
        let number = numbers.count == 1 ? numbers[0] : numbers[0] - numbers[1]
        return own.indices.map { number[$0] }
      }.draws
    }
    self.question = question
    self.input = input
    self.model = model
    self.seed = seed
    values = SwitchingValues(found.flatMap { $0 })
  }
}
