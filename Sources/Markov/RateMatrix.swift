public import LinearAlgebra

/// Rates at which the members of an open cohort move between S states and leave it.
///
/// `q[i, j] = moves[i, j]`, `q[i, i] = −(Σ_j moves[i, j] + exits[i])`
///
/// All rates are per person and unit of time (for carecast: per child per year) and constant over
/// the period they are used for. The states are the transient ones: whoever leaves is counted, but
/// has no state.
public struct RateMatrix: Sendable, Equatable {
  /// Rates of moves from row to column, S × S; each ≥ 0; 0 on the diagonal.
  public let moves: Matrix
  /// Total rate of exits from each state. Length S; each ≥ 0.
  public let exits: [Double]
  /// q, S × S: rows sum to minus the exit rates.
  public let generator: Matrix

  /// Number of states S.
  public var states: Int { exits.count }

  /// Checks the rates and forms the generator.
  ///
  /// - Parameters:
  ///   - moves: S × S; finite, ≥ 0; 0 on the diagonal.
  ///   - exits: Length S; finite, ≥ 0.
  /// - Throws: The first rate that is not allowed, row by row: `moveRate`, `moveToSelf`, `exitRate`.
  public init(moves: Matrix, exits: [Double]) throws(MarkovError) {
    precondition(
      moves.rows == exits.count && moves.columns == exits.count,
      "moves of \(moves.rows) × \(moves.columns), exits from \(exits.count) states")
    var generator = moves
    for i in exits.indices {
      var outflow = 0.0
      for j in exits.indices {
        let rate = moves[i, j]
        if i == j && rate != 0 { throw .moveToSelf(state: i, rate: rate) }
        guard rate >= 0 && rate.isFinite else { throw .moveRate(from: i, to: j, rate: rate) }
        outflow += rate
      }
      guard exits[i] >= 0 && exits[i].isFinite else {
        throw .exitRate(state: i, rate: exits[i])
      }
      generator[i, i] = -(outflow + exits[i])
    }
    self.moves = moves
    self.exits = exits
    self.generator = generator
  }
}
