import Ensemble
import LinearAlgebra
public import Parameters
public import Scenarios
public import Sensitivity
import Statistics

/// At what value of a parameter an indicator reaches a target.
public struct SwitchingQuestion: Sendable {
  /// The indicator.
  public let indicator: BatchIndicator
  /// What it is to be, in its unit.
  public let target: Double

  /// Reads `gap=0`.
  ///
  /// - Throws: `BatchError.question`; `InputError` with the nearest indicator.
  public init(_ text: String) throws {
    let parts = text.filter { $0 != " " }
      .split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let target = Double(parts[1]), target.isFinite else {
      throw BatchError.question(text)
    }
    indicator = try BatchIndicator.named(parts[0], at: Place(file: "carecast solve"))
    self.target = target
  }
}

/// What is varied to reach a target, and over which range.
public struct SwitchingInput: Sendable {
  /// The parameter or some of its categories.
  public let path: ParameterPath
  /// What is done to its numbers.
  public let verb: OverrideVerb
  /// The first day on which it is; the one on which the projection opens, with `nil`.
  public let from: Day?
  /// The range in which the value is looked for.
  public let range: ClosedRange<Double>

  /// Factors that are tried where nobody says.
  static let usualFactors = 0.5...2.0
  /// Probabilities between which a number is tried where nobody says.
  private static let usualTail = 0.001

  /// An input.
  ///
  /// - Parameters:
  ///   - text: A path, with `@` and a date or without.
  ///   - verb: What is done; with `nil` one number with a spread is set, anything else scaled.
  ///   - low, high: The range; with `nil` nearly all of the number's distribution, or factors from a
  ///     half to two.
  ///   - parameters: All there are.
  /// - Throws: `InputError` where the path names nothing; `BatchError.range`.
  public init(
    _ text: String, verb: OverrideVerb?, low: Double?, high: Double?, in parameters: ParameterSet
  ) throws {
    let place = Place(file: "--vary")
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    path = try parameters.resolve(parts[0], at: place)
    if parts.count > 1 {
      guard parts.count == 2, let day = Day(parts[1]) else {
        throw InputError(
          InputFault.wrongType(
            of: "the date", expected: "a day such as 2026-04-01",
            found: "'\(parts.dropFirst().joined(separator: "@"))'"), at: place)
      }
      from = day
    } else {
      from = nil
    }
    let parameter = try parameters.parameter(path.id)
    let keys = path.keys
    let isNumber = parameter.keys.count { $0.starts(with: keys) } == 1
    let name = path.text
    let number = isNumber ? try parameter.uncertainNumbers().first { $0.path.hasPrefix(name) } : nil
    let verb = verb ?? (number == nil ? .scale : .set)
    self.verb = verb
    let usual: ClosedRange<Double>? =
      switch verb {
      case .set:
        number.map {
          $0.distribution.quantile(
            at: Self.usualTail)...$0.distribution.quantile(
              upperTail: Self.usualTail)
        }
      case .scale: Self.usualFactors
      case .add: nil
      }
    guard let low = low ?? usual?.lowerBound, let high = high ?? usual?.upperBound, low < high
    else { throw BatchError.range(of: name, verb: verb, low: low, high: high) }
    range = low...high
  }

  /// The path as it was given.
  public var name: String {
    path.text + (from.map { "@\($0)" } ?? "")
  }
}

/// Switching values of a parameter, over draws of all others.
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
  ///   - model: The model of one scenario and of that indicator in one year.
  ///   - folder: The parameters, levers and scenarios.
  ///   - draws: How many draws there are besides the central run.
  ///   - seed: What they depend on; they are those of `carecast project`.
  ///   - threads: How many tiles are computed at once; all cores with `nil`.
  /// - Throws: What the projection throws; `SensitivityError.notFinite`.
  public init(
    _ question: SwitchingQuestion, varying input: SwitchingInput, in model: BatchModel,
    _ folder: ScenarioFolder, draws: Int, seed: UInt64, threads: Int?
  ) throws {
    precondition(model.figures.count == 1, "\(model.figures.count) figures to solve for")
    let size = Ensemble.tileSize
    let tiles = (draws + size) / size
    let found = try concurrently(0..<tiles, threads: threads) { tile -> [Switching] in
      let own = Array(tile * size..<min((tile + 1) * size, draws + 1))
      let drawn = draws == 0 ? nil : ParameterDraws(seed: seed, draws: own)
      return try SwitchingValues(
        together: own.count, in: input.range, target: question.target
      ) { x in
        let change = Override(
          input.path, input.verb, .drawn(x), from: input.from, in: folder,
          reason: "Looked for by carecast solve.", place: Place(file: "--vary"))
        let number = try model.numbers(
          of: model.figures[0].scenario, pulling: [], changing: [change], in: drawn)[0]
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
