public import Statistics

/// Why a cell holds no number.
public enum Marker: String, Sendable, CaseIterable {
  /// Not applicable.
  case notApplicable = "z"
  /// Not available.
  case notAvailable = "x"
  /// Confidential.
  case confidential = "c"
  /// Rounds to 0, but is not 0.
  case low = "low"
  /// Rounds to 0, but is not 0, in the Department's files on children looked after.
  case lowLookedAfter = "k"
  /// Low reliability.
  case unreliable = "u"

  /// What the marker says, for a reader.
  public var meaning: String {
    switch self {
    case .notApplicable: "not applicable"
    case .notAvailable: "not available"
    case .confidential: "confidential"
    case .low, .lowLookedAfter: "rounds to 0 but is not 0"
    case .unreliable: "low reliability"
    }
  }

  /// All markers with their meanings, in one line.
  static let legend = allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ")
}

/// A cell of an indicator: a finite number, or the reason why there is none.
public enum IndicatorValue: Sendable, Hashable {
  case number(Uncertain)
  case marker(Marker)
}

/// What an indicator is measured in; the raw value is what `indicator_unit` holds.
public enum IndicatorUnit: String, Sendable, CaseIterable {
  /// A plain number.
  case none = ""
  case pounds = "£"
  case millionPounds = "£m"
  /// 79 stands for 79%.
  case percent = "%"
  case percentagePoints = "pp"
}

extension IndicatorUnit {
  /// The unit in ASCII letters, for files that a spreadsheet opens without being told their
  /// encoding.
  var word: String {
    switch self {
    case .none: "number"
    case .pounds: "GBP"
    case .millionPounds: "GBP million"
    case .percent: "percent"
    case .percentagePoints: "percentage points"
    }
  }
}
