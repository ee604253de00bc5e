/// A run that failed.
public struct FailedRun: Sendable, Equatable {
  /// Its index among all runs, from 0.
  public let run: Int
  /// The inputs it was given, in the problem's order.
  public let inputs: [Double]
  /// Why, in words: an error, or which output is not finite.
  public let reason: String
}

/// A range of an input in which all failed runs lie.
public struct InputRange: Sendable, Equatable {
  /// The input.
  public let input: String
  /// Least and greatest value among the failed runs.
  public let range: ClosedRange<Double>
  /// Share of the input's distribution within the range, 0 to 1.
  public let probability: Double
  /// Of a category: the labels within the range. `nil` for a number.
  public let labels: [String]?
}

extension InputRange: CustomStringConvertible {
  /// The input with the range, or with the labels.
  public var description: String {
    guard let labels else { return "\(input) is \(range.lowerBound) to \(range.upperBound)" }
    return "\(input) is \(labels.joined(separator: " or "))"
  }
}

/// How many runs failed, why, and where among the inputs.
public struct FailureReport: Sendable, Equatable {
  /// Runs made.
  public let runs: Int
  /// Runs that failed.
  public let failed: Int
  /// Blocks that hold one.
  public let blocks: Int
  /// How often each reason was given, most frequent first, at most 20 reasons.
  public let reasons: [(reason: String, count: Int)]
  /// The box: inputs whose failed runs lie in a part of their distribution only (at most nine tenths of
  /// it), the narrowest first. Empty if failures are everywhere.
  public let box: [InputRange]
  /// Runs within the box, failed or not.
  public let runsInBox: Int
  /// The first failed runs, at most 1,000.
  public let first: [FailedRun]

  /// Whether all facts agree.
  public static func == (a: FailureReport, b: FailureReport) -> Bool {
    a.runs == b.runs && a.failed == b.failed && a.blocks == b.blocks && a.box == b.box
      && a.runsInBox == b.runsInBox && a.first == b.first
      && a.reasons.elementsEqual(b.reasons) { $0.reason == $1.reason && $0.count == $1.count }
  }
}

extension FailureReport: CustomStringConvertible {
  /// How many, why and where, in a few sentences.
  public var description: String {
    let why = reasons.prefix(3).map { "\($0.reason) (\($0.count))" }.joined(separator: "; ")
    let place =
      box.isEmpty
      ? "They lie everywhere."
      : "All lie where "
        + box.map(\.description).joined(separator: " and ")
        + ", where \(failed) of \(runsInBox) runs failed."
    return "\(failed) of \(runs) runs failed, in \(blocks) blocks: \(why). \(place)"
  }
}
