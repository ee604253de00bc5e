import Foundation
import LinearAlgebra
import Markov
import TestSupport
import Testing

@Suite struct OpenCohortStepTests {
  @Test func oneStateInClosedForm() throws {
    let (r, h, n, e) = (0.8, 0.5, 100.0, 30.0)
    let step = OpenCohortStep(rates: try RateMatrix(moves: Matrix([[0]]), exits: [r]), period: h)
    let (stock, childYears) = step.advanced([n], entering: [e])
    let left = exp(-r * h)
    let end = n * left + e / h * (1 - left) / r
    expectClose(stock, [end], relative: 1e-14)
    expectClose(childYears, [(n + e - end) / r], relative: 1e-14)
  }

  /// Without moves and exits: entries come halfway on average.
  @Test func entriesArriveEvenly() throws {
    let step = OpenCohortStep(
      rates: try RateMatrix(moves: Matrix([[0]]), exits: [0]), period: 0.25)
    let (stock, childYears) = step.advanced([40], entering: [8])
    #expect(step.period == 0.25)
    expectClose(stock, [48], relative: 1e-15)
    expectClose(childYears, [11], relative: 1e-15)
  }

  @Test(arguments: 1...12) func childrenAreConserved(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let n = [1, 2, 5, 20, 36, 72][seed % 6]
    let rates = try RateMatrix.random(n, fastest: 2, &random)
    let step = OpenCohortStep(rates: rates, period: [1.0 / 12, 1][seed % 2])
    let stock = (0..<n).map { _ in Double.random(in: 0...1000, using: &random) }
    let entries = (0..<n).map { _ in Double.random(in: 0...100, using: &random) }
    let (after, childYears) = step.advanced(stock, entering: entries)
    let left = zip(childYears, rates.exits).reduce(0) { $0 + $1.0 * $1.1 }
    expectClose(
      after.reduce(0, +) + left, stock.reduce(0, +) + entries.reduce(0, +), relative: 1e-12,
      "seed \(seed)")
    #expect((after + childYears).allSatisfy { $0 >= 0 }, "seed \(seed)")
    // Each state by itself: what is there, entered or moved in is there, left or moved out.
    for j in 0..<n {
      var gained = stock[j] + entries[j]
      for i in 0..<n { gained += childYears[i] * rates.moves[i, j] }
      let lost = childYears[j] * -rates.generator[j, j]
      expectClose(after[j] + lost, gained, relative: 1e-12, "seed \(seed) state \(j)")
    }
  }

  @Test(arguments: 1...4) func oneYearIsTwelveMonths(seed: Int) throws {
    var random = SeededGenerator(seed: 50 + seed)
    let n = 6 * seed
    let rates = try RateMatrix.random(n, fastest: 1, &random)
    let start = (0..<n).map { _ in Double.random(in: 0...1000, using: &random) }
    let entries = (0..<n).map { _ in Double.random(in: 0...100, using: &random) }
    let year = OpenCohortStep(rates: rates, period: 1).advanced(start, entering: entries)
    let month = OpenCohortStep(rates: rates, period: 1.0 / 12)
    var stock = start
    var childYears = [Double](repeating: 0, count: n)
    for _ in 0..<12 {
      let next = month.advanced(stock, entering: entries.map { $0 / 12 })
      stock = next.stock
      childYears = zip(childYears, next.childYears).map { $0 + $1 }
    }
    expectClose(stock, year.stock, relative: 1e-12, "seed \(seed)")
    expectClose(childYears, year.childYears, relative: 1e-12, "seed \(seed)")
  }

  /// The naive twin: classical Runge–Kutta with 2,000 steps on `dn/dt = n q + e/h`, `dy/dt = n`.
  @Test(arguments: 1...4) func smallStepsAgree(seed: Int) throws {
    var random = SeededGenerator(seed: 80 + seed)
    let (n, h, count) = (4 * seed, 0.5, 2000)
    let rates = try RateMatrix.random(n, fastest: 1, &random)
    let start = (0..<n).map { _ in Double.random(in: 0...1000, using: &random) }
    let entries = (0..<n).map { _ in Double.random(in: 0...100, using: &random) }
    func slope(_ stock: [Double]) -> [Double] {
      zip(rowVector(stock, times: rates.generator), entries).map { $0 + $1 / h }
    }
    func plus(_ a: [Double], _ factor: Double, _ b: [Double]) -> [Double] {
      zip(a, b).map { $0 + factor * $1 }
    }
    var stock = start
    var childYears = [Double](repeating: 0, count: n)
    let dt = h / Double(count)
    for _ in 0..<count {
      let k1 = slope(stock)
      let n2 = plus(stock, dt / 2, k1)
      let k2 = slope(n2)
      let n3 = plus(stock, dt / 2, k2)
      let k3 = slope(n3)
      let n4 = plus(stock, dt, k3)
      let k4 = slope(n4)
      for j in 0..<n {
        childYears[j] += dt / 6 * (stock[j] + 2 * n2[j] + 2 * n3[j] + n4[j])
        stock[j] += dt / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j])
      }
    }
    let here = OpenCohortStep(rates: rates, period: h).advanced(start, entering: entries)
    expectClose(here.stock, stock, relative: 1e-11, "seed \(seed)")
    expectClose(here.childYears, childYears, relative: 1e-11, "seed \(seed)")
  }
}
