/// Why a child stops being looked after before the 18th birthday, in the groups that the model
/// gives a rate of their own.
///
/// Leaving on the 18th birthday is ageing out, not a rate; transfers between authorities are
/// neither entry nor exit for England.
public enum ExitReason: String, CaseIterable, Sendable {
  case returnHome = "return-home"
  case specialGuardianship = "special-guardianship"
  case adoption = "adoption"
  case otherReason = "other-reason"

  /// The published reasons that the group adds up; ``otherReason`` is what remains of the exits
  /// under 18, because the published reasons of exits at 18 cannot be told apart from it.
  public var publishedReasons: [String] {
    switch self {
    case .returnHome:
      ["returned-home-planned", "returned-home-unplanned", "left-to-live-with-relatives"]
    case .specialGuardianship: ["special-guardianship", "residence-or-child-arrangements-order"]
    case .adoption: ["adopted"]
    case .otherReason: []
    }
  }

  /// The position of the reason in ``allCases``.
  public var index: Int { Self.allCases.firstIndex(of: self)! }
}
