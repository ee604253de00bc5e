import LinearAlgebra
import TestSupport

@testable import Markov

/// Eight cohorts with invented rates, each lane at its own speed.
struct CountedCase: CustomStringConvertible {
  let placements: Int
  let seed: Int
  let rates: CountedRates

  /// What the rates of each lane are at most, per year: still, slow and fast beside each other, so
  /// that each lane has its own number of events.
  static let speeds: [Double] = [0.3, 0, 20, 1e-4, 2, 8, 0.05, 13]

  static let all = [1, 2, 3, 5, 8, 11, 12].map { CountedCase(placements: $0, seed: $0) }

  var description: String { "\(placements) placement types, seed \(seed)" }

  init(placements n: Int, seed: Int) {
    var random = SeededGenerator(seed: 900 + seed)
    func speed(_ share: Double) -> Lanes { share * Lanes(Self.speeds) }
    placements = n
    self.seed = seed
    rates = CountedRates(
      moves: (0..<n * n).map { _ in
        let isOpen = Int.random(in: 0..<4, using: &random) > 0
        return isOpen ? .random(in: 0...1, using: &random) * speed(1 / Double(n)) : .zero
      },
      exits: (0..<n).map { _ in .random(in: 0...1, using: &random) * speed(0.5) },
      factors: (0..<3).map { _ in .random(in: 0.2...2, using: &random) })
  }

  /// The same rates, those of one lane in all of them.
  func rates(ofLane lane: Int) -> CountedRates {
    func alike(_ all: [Lanes]) -> [Lanes] { all.map { Lanes(repeating: $0[lane]) } }
    return CountedRates(
      moves: alike(rates.moves), exits: alike(rates.exits), factors: alike(rates.factors))
  }

  /// The rates of one lane written out: state = placements so far · n + placement. 3n.
  func expanded(_ lane: Int) throws -> RateMatrix {
    let n = placements
    var moves = Matrix(rows: 3 * n, columns: 3 * n, repeating: 0)
    for count in 0..<3 {
      for p in 0..<n {
        for r in 0..<n where count < 2 || r != p {
          moves[count * n + p, min(count + 1, 2) * n + r] =
            rates.moves[p * n + r][lane] * rates.factors[count][lane]
        }
      }
    }
    return try RateMatrix(
      moves: moves, exits: (0..<3 * n).map { rates.exits[$0 % n][lane] })
  }
}

extension SIMD8 where Scalar == Double {
  static func random(
    in range: ClosedRange<Double>, using random: inout SeededGenerator
  ) -> SIMD8<Double> {
    var lanes = SIMD8<Double>.zero
    for lane in lanes.indices { lanes[lane] = .random(in: range, using: &random) }
    return lanes
  }
}
