public import Parameters
public import Scenarios
import Statistics

/// What is varied to reach a target, and over which range.
public struct SwitchingInput: Sendable {
  /// What is varied.
  public enum Subject: Sendable {
    /// The numbers of a parameter or of some of its categories: what is done to them, and the first day
    /// on which it is; the one on which the projection opens, with `nil`.
    case parameter(ParameterPath, verb: OverrideVerb, from: Day?)
    /// How many times the published effect is claimed of the scenario's levers.
    case claim
  }

  /// What is varied.
  public let subject: Subject
  /// The range in which the value is looked for.
  public let range: ClosedRange<Double>

  /// Factors that are tried where nobody says.
  static let usualFactors = 0.5...2.0
  /// Probabilities between which a number is tried where nobody says.
  private static let usualTail = 0.001
  /// Names the times of a scenario's claims.
  public static let claim = "claim"
  /// Times the published effect that are tried where nobody says.
  private static let usualTimes = 1.0...10.0

  /// An input.
  ///
  /// - Parameters:
  ///   - text: A path, with `@` and a date or without; or `claim`.
  ///   - verb: What is done; with `nil` one number with a spread is set, anything else scaled.
  ///   - low, high: The range; with `nil` nearly all of the number's distribution, or factors from a
  ///     half to two.
  ///   - parameters: All there are.
  /// - Throws: `InputError` where the path names nothing; `BatchError.range`.
  public init(
    _ text: String, verb: OverrideVerb?, low: Double?, high: Double?, in parameters: ParameterSet
  ) throws {
    let place = Place(file: "--vary")
    if text == Self.claim {
      let (low, high) = (low ?? Self.usualTimes.lowerBound, high ?? Self.usualTimes.upperBound)
      guard verb == nil, low >= 0.01, low < high, high <= 100 else {
        throw BatchError.range(of: text, verb: verb ?? .scale, low: low, high: high)
      }
      subject = .claim
      range = low...high
      return
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    let path = try parameters.resolve(parts[0], at: place)
    var from: Day?
    if parts.count > 1 {
      guard parts.count == 2, let day = Day(parts[1]) else {
        throw InputError(
          InputFault.wrongType(
            of: "the date", expected: "a day such as 2026-04-01",
            found: "'\(parts.dropFirst().joined(separator: "@"))'"), at: place)
      }
      from = day
    }
    let parameter = try parameters.parameter(path.id)
    let keys = path.keys
    let isNumber = parameter.keys.count { $0.starts(with: keys) } == 1
    let name = path.text
    let number = isNumber ? try parameter.uncertainNumbers().first { $0.path.hasPrefix(name) } : nil
    let verb = verb ?? (number == nil ? .scale : .set)
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
    subject = .parameter(path, verb: verb, from: from)
    range = low...high
  }

  /// What is varied, as it was given.
  public var name: String {
    switch subject {
    case .parameter(let path, _, let from): path.text + (from.map { "@\($0)" } ?? "")
    case .claim: "the published effects claimed"
    }
  }

  /// What is done to it; times for a claim.
  var verb: OverrideVerb {
    if case .parameter(_, let verb, _) = subject { verb } else { .scale }
  }
}

extension SwitchingInput {
  /// The figure of a scenario at some values of the input.
  ///
  /// - Parameters:
  ///   - x: The values, one a draw; of a claim, one.
  ///   - drawn: The draws.
  func number(
    of scenario: String, at x: [Double], in model: BatchModel, _ folder: ScenarioFolder,
    _ drawn: ParameterDraws?
  ) throws -> Uncertain {
    switch subject {
    case .parameter(let path, let verb, let from):
      let change = Override(
        path, verb, .drawn(x), from: from, in: folder, reason: "Looked for by carecast solve.",
        place: Place(file: "--vary"))
      return try model.numbers(of: scenario, pulling: [], changing: [change], in: drawn)[0]
    case .claim:
      let isVaried = scenario == model.figures[0].scenario
      return try model.numbers(
        of: scenario, pulling: [], claiming: isVaried ? x[0] : nil, changing: [], in: drawn)[0]
    }
  }
}
