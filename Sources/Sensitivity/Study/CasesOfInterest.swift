import Statistics

/// Which runs are the cases that scenario discovery looks for: those with an output beyond a threshold.
public enum CasesOfInterest: Sendable, Equatable {
  /// Outputs of at least a number.
  case above(Double)
  /// Outputs of at most a number.
  case below(Double)
  /// The highest outputs, by their share of all runs.
  case highest(share: Double)
  /// The lowest outputs, by their share of all runs.
  case lowest(share: Double)

  /// The words by which commands name them, in front of the number.
  public static let words = ["above", "below", "highest", "lowest"]

  /// The cases of a word and a number.
  ///
  /// - Returns: `nil` if there is no such word.
  public init?(_ word: String, _ number: Double) {
    switch word {
    case "above": self = .above(number)
    case "below": self = .below(number)
    case "highest": self = .highest(share: number)
    case "lowest": self = .lowest(share: number)
    default: return nil
    }
  }

  /// The word and the number.
  public var word: (word: String, number: Double) {
    switch self {
    case .above(let number): ("above", number)
    case .below(let number): ("below", number)
    case .highest(let share): ("highest", share)
    case .lowest(let share): ("lowest", share)
    }
  }

  /// Whether the number is one: finite, or a share between 0 and 1.
  var isAllowed: Bool {
    switch self {
    case .above(let number), .below(let number): number.isFinite
    case .highest(let share), .lowest(let share): share > 0 && share < 1
    }
  }

  /// The output from which on runs are cases.
  ///
  /// - Parameter values: Outputs, at least one. Of a share s of n, the ⌈s n⌉-th from its end.
  func threshold(_ values: [Double]) -> Double {
    func value(_ share: Double) -> Double {
      let rank = min(max(Int((share * Double(values.count)).rounded(.up)), 1), values.count)
      let sorted = values.sorted()
      if case .highest = self { return sorted[sorted.count - rank] }
      return sorted[rank - 1]
    }
    return switch self {
    case .above(let number), .below(let number): number
    case .highest(let share), .lowest(let share): value(share)
    }
  }

  /// Whether an output is a case.
  func holds(_ value: Double, threshold: Double) -> Bool {
    switch self {
    case .above, .highest: value >= threshold
    case .below, .lowest: value <= threshold
    }
  }
}
