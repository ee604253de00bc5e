public import Statistics

/// Where the middle draws of a number lie.
public struct Interval: Sendable, Hashable {
  /// Share of the draws between the two ends.
  public static let coverage = 0.95
  /// How the ends are defined: as a spreadsheet's PERCENTILE.INC.
  public static let quantileType = QuantileType.inclusive
  /// Share of the draws below the lower end, and above the upper.
  static let tail = (1 - coverage) / 2

  /// The 2.5th percentile of the draws.
  public let lower: Double
  /// The 97.5th percentile of the draws.
  public let upper: Double
}
