public import Statistics

/// What a change does to a value: the same in all draws, or with a number of its own in each.
public enum ParameterOperation: Equatable, Sendable {
  /// Replaces it by a number in the parameter's unit.
  case set(Uncertain)
  /// Multiplies it by a factor.
  case multiply(Uncertain)
  /// Adds a number in the parameter's unit.
  case add(Uncertain)

  /// `set`, `multiply` or `add`.
  public var name: String {
    switch self {
    case .set: "set"
    case .multiply: "multiply"
    case .add: "add"
    }
  }

  /// The number it sets, multiplies by or adds.
  public var amount: Uncertain {
    switch self {
    case .set(let amount), .multiply(let amount), .add(let amount): amount
    }
  }
}

/// A change that lies over a parameter's dated values from a date on.
///
/// It does not touch the values before its date: they are uprated as if it were not there. A number
/// that was set is uprated from the financial year of its date on as the parameter's last value is,
/// and replaces also the dated values that start later.
public struct Adjustment: Equatable, Sendable {
  /// What it does.
  public let operation: ParameterOperation
  /// The categories it acts on, or the first of them; none for all.
  public let keys: [String]
  /// The first day on which it acts.
  public let date: Day
  /// The first day on which it acts no longer; `nil` if it goes on.
  public let until: Day?

  /// Whether it acts on a day and categories.
  func acts(on day: Day, _ keys: [String]) -> Bool {
    date <= day && until.map { day < $0 } ?? true && keys.starts(with: self.keys)
  }

  /// Whether both act on some category.
  func overlaps(_ other: Adjustment) -> Bool {
    keys.starts(with: other.keys) || other.keys.starts(with: keys)
  }
}

/// One number that an adjustment changed, for the table of changes.
public struct Change: Equatable, Sendable {
  /// The id of the parameter.
  public let parameter: String
  /// The categories, one per dimension.
  public let keys: [String]
  /// The day from which it is changed.
  public let date: Day
  /// The first day on which it is changed no longer; `nil` if it stays.
  public let until: Day?
  /// What was done.
  public let operation: ParameterOperation
  /// The value on the date before the change; `nil` where it had none.
  public let from: Double?
  /// The value on the date after the change.
  public let to: Double

  /// Whether the number is another than before.
  public var changesValue: Bool { from != to }
}
