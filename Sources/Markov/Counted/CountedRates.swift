/// Rates of eight cohorts whose moves are counted: placement × placements so far (1, 2, 3 or more).
///
/// A child with count k in placement p moves to placement r at rate `moves[p, r] · factors[k]`, r = p
/// being a move within the placement, and leaves at rate `exits[p]`. Every move adds one to the count;
/// a move within a placement by a child with three or more changes no state.
public struct CountedRates: Sendable {
  /// Placement types, n.
  public var placements: Int { exits.count }
  /// From row to column for a factor of 1, per person and year. n × n; each ≥ 0.
  public let moves: [Lanes]
  /// Per person and year. Length n; each ≥ 0.
  public let exits: [Lanes]
  /// What multiplies all moves of those with 1, 2, and 3 or more placements. Length 3; each ≥ 0.
  public let factors: [Lanes]

  /// What may leave a state at most, per child and year.
  public static let largestOutflow = 600.0

  /// Most placement types that a kernel holds.
  public static let mostPlacements = 32

  /// Rates of eight cohorts.
  ///
  /// - Parameters:
  ///   - moves: n × n, row after row; finite, ≥ 0.
  ///   - exits: Length n; finite, ≥ 0.
  ///   - factors: Length 3; finite, ≥ 0.
  public init(moves: [Lanes], exits: [Lanes], factors: [Lanes]) {
    precondition(
      moves.count == exits.count * exits.count && factors.count == 3,
      "\(moves.count) moves and \(factors.count) factors of \(exits.count) placements")
    precondition(
      exits.count <= CountedRates.mostPlacements,
      "\(exits.count) placement types, at most \(CountedRates.mostPlacements)")
    for rates in [moves, exits, factors] {
      for rate in rates {
        precondition(
          all(rate .>= 0) && all(rate .< .infinity), "a rate is below 0 or not finite: \(rate)")
      }
    }
    self.moves = moves
    self.exits = exits
    self.factors = factors
  }
}
