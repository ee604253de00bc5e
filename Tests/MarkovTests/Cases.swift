import LinearAlgebra
import Markov

/// A small reproducible stream for test cases (SplitMix64); the seed is printed when a test fails.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

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
