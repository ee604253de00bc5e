/// What a number rests on.
public enum Basis: String, CaseIterable, Sendable {
  /// Carried over from a publication.
  case published
  /// Worked out here from publications.
  case estimated
  /// Assumed, with a reason and a spread.
  case assumed
  /// An official forecast.
  case forecast
}

/// Why the publisher gave no figure. Such a figure is missing, never 0.
public enum ValueStatus: String, CaseIterable, Sendable {
  /// Suppressed to protect confidentiality.
  case confidential = "c"
  /// Not applicable.
  case notApplicable = "z"
  /// Not available.
  case notAvailable = "x"
  /// Rounds to 0 but is not 0.
  case roundsToZero = "k"
  /// Rounds to 0 but is not 0, as newer releases mark it.
  case low = "low"
  /// Of low reliability.
  case unreliable = "u"

  /// One sentence for tables and messages.
  public var sentence: String {
    switch self {
    case .confidential: "Suppressed to protect confidentiality."
    case .notApplicable: "Not applicable."
    case .notAvailable: "Not available."
    case .roundsToZero, .low: "Rounds to 0 but is not 0."
    case .unreliable: "Of low reliability."
    }
  }
}

/// The prices in which pounds are stated.
public enum PriceBasis: Hashable, Sendable {
  /// Prices of the day.
  case cash
  /// Prices of one financial year.
  case year(FinancialYear)
  /// The publisher does not say.
  case notStated

  /// Reads `cash`, `not-stated` or a financial year such as `2024-25`; `nil` for anything else.
  public init?(_ text: String) {
    switch text {
    case "cash": self = .cash
    case "not-stated": self = .notStated
    default:
      guard text.contains("-"), let year = FinancialYear(text) else { return nil }
      self = .year(year)
    }
  }
}

extension PriceBasis: CustomStringConvertible {
  /// As files write it.
  public var description: String {
    switch self {
    case .cash: "cash"
    case .notStated: "not-stated"
    case .year(let year): year.label
    }
  }
}
