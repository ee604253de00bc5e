import TestSupport
import LinearAlgebra
import Markov

extension RateMatrix {
  /// Rates for `n` states, about a third of the moves possible, up to `fastest` a year.
  static func random(
    _ n: Int, fastest: Double, _ random: inout SeededGenerator
  ) throws -> RateMatrix {
    var moves = Matrix(rows: n, columns: n, repeating: 0)
    for i in 0..<n {
      for j in 0..<n where j != i && Int.random(in: 0..<3, using: &random) == 0 {
        moves[i, j] = .random(in: 0...fastest, using: &random)
      }
    }
    let exits = (0..<n).map { _ in Double.random(in: 0...fastest, using: &random) }
    return try RateMatrix(moves: moves, exits: exits)
  }
}
