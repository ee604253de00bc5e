import Foundation
import LinearAlgebra
import Markov

extension Benchmark {
  /// The cohort of `Tests/Benchmarks/hesim.py`: 10 states, 120 cycles, and for each run a transition
  /// matrix of its own, `P[m, i, j] = (1 + (5 i + 3 j + 7 m) mod 13) / 630` for i ≠ j. All begin in the
  /// first state; cycle t in state i is worth `(i + 1) · 1.035^(−t / 12)`.
  ///
  /// The shares of a cycle go into its worth and are not kept. The bound is as for `cohort`; the checksum
  /// is the mean worth.
  static let chain = Benchmark(
    id: "chain", sentence: "runs of a cohort of 10 states and 120 cycles, a matrix for each run"
  ) { options in
    let (states, cycles) = (10, 120)
    var matrices = Matrix(rows: options.runs, columns: states * states, repeating: 0)
    for run in 0..<options.runs {
      for place in 0..<states * states {
        let (i, j) = place.quotientAndRemainder(dividingBy: states)
        let step = (5 * i + 3 * j + 7 * run) % 13
        matrices[run, place] = Double(1 + step) / 630
      }
    }
    // One age that none leaves; what multiplies a base of 1 is the probability itself.
    let model = AgeingCohorts(
      base: [Matrix(rows: states, columns: states, repeating: 1)],
      effects: Array(0..<states * states),
      opening: Matrix([[1] + [Double](repeating: 0, count: states - 1)]),
      entries: Matrix(rows: 1, columns: states, repeating: 0), passing: 0,
      value: (1...states).map(Double.init),
      discount: (1...cycles).map { pow(1.035, -Double($0) / 12) })
    return try runs("chain", of: model, matrices, options)
  }
}
