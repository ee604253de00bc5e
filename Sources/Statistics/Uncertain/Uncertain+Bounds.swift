extension Uncertain {
  /// Whether every draw is at least a number.
  public static func >= (number: Uncertain, bound: Double) -> Bool { number.lowest >= bound }

  /// Whether every draw is above a number.
  public static func > (number: Uncertain, bound: Double) -> Bool { number.lowest > bound }
}

extension ClosedRange where Bound == Double {
  /// Whether every draw is in the range; not a number is in none.
  public func contains(_ number: Uncertain) -> Bool {
    contains(number.lowest) && contains(number.highest)
  }
}
