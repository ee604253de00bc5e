import Statistics

/// A way in which the children of an authority may differ from England's: as if a part of them felt one
/// kind of rate twice as strongly.
///
/// A part below 0 stands for children who feel it less. A year is linear in the children, so an
/// authority's year is that of its children at England's rates plus the part times what doubling
/// changes. Nothing falls below 0 for a part of −1 to 1: of those who stay a year, wherever they are, the
/// share falls as a convex function of the rate of leaving, of those who leave it rises as a concave one.
/// For being moved that is not so, where a placement is reached by several moves.
struct AreaLeaning: Sendable {
  /// What it is.
  let id: String
  /// The parts that an authority may have.
  let range: ClosedRange<Double>
  /// The rates that the part feels.
  let doubled: @Sendable (CareRates) -> CareRates

  /// Leaving care before 18.
  static let exits = AreaLeaning(id: "exits", range: -0.9...0.9) { rates in
    var rates = rates
    rates.exitRate = rates.exitRate.map { $0.map { 2 * $0 } }
    rates.asylumExitRate = 2 * rates.asylumExitRate
    return rates
  }

  /// All leanings, in the order in which parts of children follow each other.
  static let all = [exits]

  /// A part held within what an authority may have.
  func held(_ part: Uncertain) -> Uncertain {
    part.map { min(max($0, range.lowerBound), range.upperBound) }
  }
}
