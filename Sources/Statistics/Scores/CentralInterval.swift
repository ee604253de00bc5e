/// An interval that a forecast puts the outcome in with a probability, as much of the rest below it
/// as above.
public struct CentralInterval: Sendable, Equatable {
  /// The probability, above 0 and below 1.
  public let level: Double
  /// The lower end.
  public let lower: Double
  /// The upper end, not below the lower one.
  public let upper: Double

  /// An interval by its ends.
  public init(level: Double, lower: Double, upper: Double) {
    precondition(level > 0 && level < 1, "an interval of \(level)")
    precondition(lower <= upper, "an interval from \(lower) to \(upper)")
    self.level = level
    self.lower = lower
    self.upper = upper
  }

  /// The interval of a sample: its quantiles at `(1 ∓ level) / 2`.
  ///
  /// - Parameters:
  ///   - level: The probability, above 0 and below 1.
  ///   - sorted: In rising order, at least one number.
  ///   - type: Which quantiles.
  public init(level: Double, ofSorted sorted: [Double], type: QuantileType = .inclusive) {
    self.init(
      level: level, lower: quantile(ofSorted: sorted, at: (1 - level) / 2, type: type),
      upper: quantile(ofSorted: sorted, at: (1 + level) / 2, type: type))
  }

  /// Its width.
  public var width: Double { upper - lower }

  /// Whether an outcome lies in it, its ends included.
  public func holds(_ outcome: Double) -> Bool { lower <= outcome && outcome <= upper }

  /// The interval score: `(u − l) + 2/α (l − y)₊ + 2/α (y − u)₊` with `α = 1 − level`.
  ///
  /// Law: in the unit of the outcome, smaller is better; no interval has a better expected score than
  /// that of the true quantiles.
  ///
  /// - SeeAlso: [GneitingRaftery2007], section 6.2.
  public func score(_ outcome: Double) -> Double {
    width + 2 / (1 - level) * (max(lower - outcome, 0) + max(outcome - upper, 0))
  }
}
