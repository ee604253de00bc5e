/// In what an authority differs from England, other than in the children it has.
///
/// Each effect is a distance on a logarithmic scale: 0 is England's. It drifts from year to year; what
/// lasts is carried on, what does not fades.
public struct AreaEffect: Sendable, Hashable {
  /// The id in files.
  public let id: String
  /// What it is, as tables say it.
  public let label: String
  /// Whether it stays where it is unless something moves it; else it goes back to 0.
  public let isLasting: Bool

  /// Starts and ceasings together, per child looked after: mean of their logarithms.
  public static let turnover = AreaEffect(
    id: "turnover", label: "Starts and ceasings per child looked after, logarithm", isLasting: true)
  /// Starts over ceasings: what makes an authority's stock grow faster than England's.
  public static let balance = AreaEffect(
    id: "balance", label: "Starts over ceasings, logarithm", isLasting: false)
  /// Children with three or more placements in the year.
  public static let threeOrMore = AreaEffect(
    id: "three-or-more-placements",
    label: "Children with three or more placements in the year, logarithm of odds", isLasting: true)
  /// Care leavers of an age group not in education, employment or training.
  public static func neet(_ group: CareLeaverAgeGroup) -> AreaEffect {
    AreaEffect(
      id: "neet-\(group.rawValue)",
      label: "Care leavers aged \(group.rawValue) not in education, employment or training, "
        + "logarithm of odds", isLasting: true)
  }

  /// All effects, in the order of files.
  public static let all =
    [turnover, balance, threeOrMore] + CareLeaverAgeGroup.allCases.map(neet)
}
