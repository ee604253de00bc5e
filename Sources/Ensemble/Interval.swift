public import Statistics

/// Where the middle draws of a number lie.
public struct Interval: Sendable, Hashable {
  /// Share of the draws between the two ends.
  public static let coverage = 0.95
  /// How the ends are defined: as a spreadsheet's PERCENTILE.INC.
  public static let quantileType = QuantileType.inclusive

  /// The 2.5th percentile of the draws.
  public let lower: Double
  /// The 97.5th percentile of the draws.
  public let upper: Double

  /// The interval of some draws about a central number.
  ///
  /// - Parameters:
  ///   - differences: What each draw has beyond the central number; at least one.
  ///   - central: The central number.
  init(differences: [Double], about central: Double) {
    let tail = (1 - Interval.coverage) / 2
    let ends = quantiles(of: differences, at: [tail, 1 - tail], type: Interval.quantileType)
    lower = central + ends[0]
    upper = central + ends[1]
  }
}
