import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import Markov

/// A portable model with published checksums, and small ones by naive loops.
@Suite struct AgeingCohortsTests {
  static let model = AgeingCohorts(
    base: (0..<18).map { a in
      matrix(16, 16) { i, j in (0.02 / 15) * (1 + Double((7 * i + 13 * j + 3 * a) % 11)) / 6 }
    },
    effects: (0..<256).map { (16 * ($0 / 16) + $0 % 16) % 30 },
    opening: matrix(18, 16) { a, i in 50 + Double((11 * a + 17 * i) % 23) },
    entries: matrix(18, 16) { a, i in i < 8 ? 1 + Double((5 * a + 3 * i) % 7) : 0 },
    passing: 1.0 / 12, value: (0..<16).map { 100 * Double($0 + 1) },
    discount: (1...120).map { pow(1.035, -Double($0) / 12) })

  static func matrix(
    _ rows: Int, _ columns: Int, _ element: (Int, Int) -> Double
  ) -> Matrix {
    Matrix((0..<rows).map { row in (0..<columns).map { element(row, $0) } })
  }

  static func multipliers(_ runs: Int) -> Matrix {
    let primes = (2...113).filter { n in !(2..<n).contains { n % $0 == 0 } }
    return matrix(runs, primes.count) { run, k in
      let x = Double(run + 1) * Double(primes[k]).squareRoot()
      return 0.5 + x - x.rounded(.down)
    }
  }

  @Test func allMultipliersOne() {
    let one = Self.model.outcomes(of: Matrix(rows: 1, columns: 30, repeating: 1))
    expectClose((0..<16).reduce(0) { $0 + one[0, $1] }, 57760.230071536214, relative: 1e-12)
    expectClose(one[0, 16], 2832416333.002496719, relative: 1e-12)
  }

  @Test func checksumsOfManyRuns() {
    let runs = Self.model.outcomes(of: Self.multipliers(1024))
    func mean(_ count: Int) -> Double {
      (0..<count).reduce(0) { $0 + runs[$1, 16] } / Double(count)
    }
    expectClose(runs[0, 16], 2835636186.018185139, relative: 1e-12)
    expectClose(runs[63, 16], 2859619594.235887051, relative: 1e-12)
    expectClose(mean(64), 2831927751.266579628, relative: 1e-12)
    expectClose(mean(1024), 2831523095.752822, relative: 1e-12)
  }

  @Test func threadsAndNeighboursChangeNoBit() {
    let multipliers = Self.multipliers(203)
    let all = Self.model.outcomes(of: multipliers, threads: 1)
    for threads in [2, 3, 8] {
      #expect(Self.model.outcomes(of: multipliers, threads: threads) == all, "\(threads) threads")
    }
    for run in [0, 7, 8, 202] {
      let alone = Self.model.outcomes(of: Matrix([Array(multipliers.row(run))]))
      #expect(Array(alone.row(0)) == Array(all.row(run)), "run \(run)")
    }
  }

  /// The kernel in C against the same sums in Swift.
  @Test(arguments: [1, 3, 16, 19]) func theKernelIsItsTwinToTheBit(states: Int) {
    var random = SeededGenerator(seed: states)
    let steps = 5
    let base = (0..<states * states).map { _ in
      Double.random(in: 0...(0.5 / Double(states)), using: &random)
    }
    let effects = (0..<states * states).map { $0 % 4 }
    let multipliers = (0..<4).map { _ in Lanes.random(in: 0.5...1.5, using: &random) }
    let opening = (0..<states).map { _ in Double.random(in: 0...100, using: &random) }
    let entries = (0..<states).map { _ in Double.random(in: 0...3, using: &random) }
    let value = (0..<states).map { _ in Double.random(in: 0...9, using: &random) }
    let discount = (0..<steps).map { pow(0.97, Double($0)) }
    var (kernel, twin) = (
      AgeingGroup(states: states, steps: steps), AgeingGroup(states: states, steps: steps)
    )
    for _ in 0..<3 {
      kernel.walk(
        base: base, effects: effects, multipliers: multipliers, opening: opening,
        entries: entries, passing: 0.1, value: value, discount: discount)
      twin.walk(
        base: base, effects: effects, multipliers: multipliers, opening: opening,
        entries: entries, passing: 0.1, value: value, discount: discount, portably: true)
    }
    #expect(kernel.stock == twin.stock && kernel.worth == twin.worth)
  }
}
