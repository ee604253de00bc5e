public import Parameters
public import Scenarios

/// A sweep: every combination of some scenarios, and of some values of parameters and levers.
public struct Sweep: Sendable {
  /// Scenarios as `--scenario` takes them; the slowest to change.
  public let scenarios: [String]
  /// Figures that are wanted; none: the headline figures.
  public let indicators: [String]
  /// Years to 31 March in which they are.
  public let years: [Int]
  /// What is varied, the slowest to change first.
  public let axes: [SweepAxis]
  /// The text of its file.
  public let text: String

  /// Runs there are at most.
  public static let mostRuns = 10_000_000

  /// How many runs it has.
  public var runs: Int { axes.reduce(scenarios.count) { $0 * $1.points.count } }

  /// Which scenario and which point of each axis a run has.
  ///
  /// - Parameter run: From 0.
  func place(of run: Int) -> (scenario: Int, points: [Int]) {
    var rest = run
    var points = [Int](repeating: 0, count: axes.count)
    for axis in axes.indices.reversed() {
      points[axis] = rest % axes[axis].points.count
      rest /= axes[axis].points.count
    }
    return (rest, points)
  }
}

/// One thing that a sweep varies, or several that change together.
public struct SweepAxis: Sendable {
  /// What changes, in the order of the values of a point.
  public let settings: [SweepSetting]
  /// One list of values a point, one value a setting.
  public let points: [[SweepValue]]
}

/// What a sweep sets.
public enum SweepSetting: Sendable, Equatable {
  /// A parameter or some of its categories, from a day on.
  case parameter(ParameterPath, OverrideVerb, from: Day?)
  /// The part of a lever that is delivered.
  case strength(String)
  /// The first year of a lever.
  case start(String)

  /// The name of its column.
  public var column: String {
    switch self {
    case .parameter(let path, _, let from):
      path.text + (from.map { "@\($0)" } ?? "")
    case .strength(let lever): "\(lever).strength"
    case .start(let lever): "\(lever).start"
    }
  }

  /// What it is, for a reader.
  var label: String {
    switch self {
    case .parameter(let path, let verb, _):
      "\(path.text): what the run does to it (\(verb.rawValue))"
    case .strength(let lever): "Part of \(lever) that is delivered"
    case .start(let lever): "First financial year of \(lever)"
    }
  }
}

/// A value of a sweep.
public enum SweepValue: Sendable, Equatable {
  case number(Double)
  case year(FinancialYear)
}
