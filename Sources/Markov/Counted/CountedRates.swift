/// Rates of eight cohorts whose moves are counted: placement × placements so far (1, 2, 3 or more).
///
/// A child with count k in placement p moves to placement r at rate `moves[p, r] · factors[k]`, r = p
/// being a move within the placement, and leaves at rate `exits[p]`. Every move adds one to the count;
/// a move within a placement by a child with three or more changes no state.
public struct CountedRates: Sendable {
  /// Placement types, n.
  public var placements: Int { exits.count }
  /// From row to column for a factor of 1, per person and year. n × n; each ≥ 0.
  public private(set) var moves: [Lanes]
  /// Per person and year. Length n; each ≥ 0.
  public private(set) var exits: [Lanes]
  /// What multiplies all moves of those with 1, 2, and 3 or more placements. Length 3; each ≥ 0.
  public private(set) var factors: [Lanes]

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
    self.moves = moves
    self.exits = exits
    self.factors = factors
    check()
  }

  /// Rates of 0 without placements, to be set.
  public init() { (moves, exits, factors) = ([], [], [.zero, .zero, .zero]) }

  /// Sets all rates, in the memory of those before them.
  ///
  /// - Parameters:
  ///   - placements: Placement types, n; at most ``mostPlacements``.
  ///   - factors: Length 3; finite, ≥ 0.
  ///   - set: Sets moves, n × n, and exits, n, which hold anything; each to a finite number ≥ 0.
  public mutating func set(
    placements n: Int, factors: [Lanes],
    _ set: (
      _ moves: UnsafeMutableBufferPointer<Lanes>, _ exits: UnsafeMutableBufferPointer<Lanes>
    ) -> Void
  ) {
    precondition(
      n <= CountedRates.mostPlacements && factors.count == 3,
      "\(n) placement types, \(factors.count) factors")
    moves.resize(to: n * n)
    exits.resize(to: n)
    self.factors = factors
    moves.withUnsafeMutableBufferPointer { moves in
      exits.withUnsafeMutableBufferPointer { set(moves, $0) }
    }
    check()
  }

  private func check() {
    for rates in [moves, exits, factors] {
      // A number that is none, or not finite, is left in the sum.
      var (lowest, sum) = (Lanes.zero, Lanes.zero)
      rates.withUnsafeBufferPointer { rates in
        for rate in rates {
          lowest.replace(with: rate, where: rate .< lowest)
          sum += rate
        }
      }
      precondition(
        lowest.min() >= 0 && sum.sum() < .infinity, "a rate is below 0 or not finite: \(rates)")
    }
  }
}
