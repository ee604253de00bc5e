public import Parameters

/// What can be wrong with the file of a sweep, besides what can be wrong with any file.
public enum SweepFault: FaultKind, Equatable {
  /// What is varied is none, or several, of a parameter, a lever and things that change together.
  case kindOfAxis(found: [String])
  /// A parameter is not changed in exactly one way.
  case verbs(path: String, found: [String])
  /// A lever of which neither strength nor start is varied.
  case leverUnvaried(String)
  /// A range with too few or too many steps.
  case steps(Int)
  /// A list without values.
  case noValues(of: String)
  /// Things that change together have lists of different lengths.
  case lengths([Int])
  /// Two axes vary the same.
  case variedTwice(String)
  /// More runs than there may be.
  case tooManyRuns(Int)

  /// The kinds without their facts, so that tests can walk through all of them.
  public enum Name: String, CaseIterable, Sendable {
    case kindOfAxis, verbs, leverUnvaried, steps, noValues, lengths, variedTwice, tooManyRuns
  }

  /// Which kind this is.
  public var name: Name {
    switch self {
    case .kindOfAxis: .kindOfAxis
    case .verbs: .verbs
    case .leverUnvaried: .leverUnvaried
    case .steps: .steps
    case .noValues: .noValues
    case .lengths: .lengths
    case .variedTwice: .variedTwice
    case .tooManyRuns: .tooManyRuns
    }
  }

  /// What is wrong, with the facts.
  public var what: String {
    switch self {
    case .kindOfAxis(let found):
      "what is varied has " + (found.isEmpty ? "no kind" : found.joined(separator: " and "))
    case .verbs(let path, let found):
      "\(path) is changed by " + (found.isEmpty ? "nothing" : found.joined(separator: " and "))
    case .leverUnvaried(let lever): "of \(lever) neither strength nor start is varied"
    case .steps(let steps): "a range has \(steps) steps"
    case .noValues(let key): "\(key) has no values"
    case .lengths(let lengths):
      "what changes together has lists of " + lengths.map(String.init).joined(separator: ", ")
    case .variedTwice(let column): "\(column) is varied twice"
    case .tooManyRuns(let runs): "the sweep has \(runs) runs"
    }
  }

  /// What would be right.
  public var allowed: String? {
    switch self {
    case .kindOfAxis: "one of path, lever and together"
    case .verbs: "one of set, scale and add"
    case .leverUnvaried: "strength, start or both"
    case .steps: "2 to 100000"
    case .noValues: "a list of values, or {from, to, steps}"
    case .lengths: "lists of one length"
    case .variedTwice: "each number, date and lever once; combine their values"
    case .tooManyRuns: "1 to \(Sweep.mostRuns)"
    }
  }

  /// None: nothing is named.
  public var nearest: String? { nil }
}
