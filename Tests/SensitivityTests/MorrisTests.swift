import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct MorrisTests {
  /// x2's effects on Ishigami's function are ± 7.875 on four levels, and of x1 and x3 the mean over all
  /// places of the grid can be counted out.
  @Test func ishigami() throws {
    let study = try TestFunction.ishigami(b: 0.1).study(.morris, 4000)
    let result = try study.result()
    let second = try #require(result.estimate("mu-star", of: "x2"))
    expectClose(second.value, 7.875, relative: 1e-13)
    #expect(second.interval.contains(7.875))
    let levels = (0..<4).map { -Double.pi + 2 * .pi * Double($0) / 3 }
    /// Mean of |d| over the grid for moves of one input from level 0 or 1 by two levels.
    func counted(_ input: Int) -> Double {
      var total = 0.0
      for low in 0..<2 {
        for b in 0..<4 {
          for c in 0..<4 {
            var x = [levels[b], levels[b], levels[c]]
            x[1] = levels[b]
            x[(input + 2) % 3] = levels[c]
            (x[input], x[(input + 1) % 3]) = (levels[low], levels[b])
            let before = TestFunction.ishigami(x)
            x[input] = levels[low + 2]
            total += abs(TestFunction.ishigami(x) - before) / (2.0 / 3)
          }
        }
      }
      return total / 32
    }
    for (name, input) in [("x1", 0), ("x3", 2)] {
      let found = try #require(result.estimate("mu-star", of: name))
      #expect(abs(found.value - counted(input)) < 3 * found.standardError + 1e-9, "\(name)")
    }
    let mean = try #require(result.estimate("mu", of: "x2"))
    #expect(abs(mean.value) < 4 * mean.standardError)
  }

  /// A linear function: size of the slope times the range, no spread; also in groups, and with infinite
  /// ends cut at 1 %.
  @Test func linear() throws {
    let inputs = [
      Input("a", try UniformDistribution(minimum: 0, maximum: 10)),
      Input("b", try UniformDistribution(minimum: -1, maximum: 1)),
      Input("n", try NormalDistribution(mean: 5, standardDeviation: 1)),
    ]
    var study = try Study(.morris, of: Problem(inputs))
    try study.extend(to: 12) { [2 - 3 * $0[0] + 4 * $0[1] + $0[2]] }
    let result = try study.result()
    let width = 2 * standardNormalQuantile(0.99)
    for (name, size, slope) in [("a", 30.0, -30.0), ("b", 8, 8), ("n", 0.98 * width / 0.98, width)]
    {
      let star = try #require(result.estimate("mu-star", of: name))
      let mean = try #require(result.estimate("mu", of: name))
      let sigma = try #require(result.estimate("sigma", of: name))
      if name == "n" {
        // Quantiles of a normal distribution are not evenly spaced.
        #expect(star.value > 0 && abs(star.value - mean.value) < 1e-9)
      } else {
        expectClose(star.value, size, relative: 1e-12, name)
        expectClose(mean.value, slope, relative: 1e-12, name)
        expectClose(sigma.value, 0, relative: 0, absolute: 1e-5, name)
      }
    }
    var grouped = try Study(.morris, of: Problem(inputs, groups: ["both": ["a", "b"]]))
    try grouped.extend(to: 12) { [3 * $0[0] + 4 * $0[1]] }
    let both = try #require(try grouped.result().estimate("mu-star", of: "both"))
    #expect(grouped.runsPerBlock == 3 && both.value >= 22 - 1e-9 && both.value <= 38 + 1e-9)
    #expect(try grouped.result().estimate("sigma", of: "both") == nil)
  }

  /// Screening of Morris's own function: the first ten apart from the rest, those with interactions
  /// apart from those without.
  @Test func screening() throws {
    let result = try TestFunction.morris().study(.morris, 60).result()
    func values(_ kind: String, _ inputs: ClosedRange<Int>) throws -> [Double] {
      try inputs.map { try #require(result.estimate(kind, of: "x\($0)")).value }
    }
    let (strong, weak) = (try values("mu-star", 1...10), try values("mu-star", 11...20))
    #expect(strong.min()! > 2 * weak.max()!)
    #expect(try values("sigma", 1...6).min()! > 3 * values("sigma", 8...10).max()!)
    let p = try #require(result.probability(that: "x1", outranks: "x15", by: "mu-star"))
    #expect(p > 0.99)
    let back = try #require(result.probability(that: "x15", outranks: "x1", by: "mu-star"))
    expectClose(p + back, 1, relative: 1e-12)
  }

  /// Picked trajectories lie further apart than drawn ones, and the first few are the same however many
  /// are asked for.
  @Test func pickedTrajectories() throws {
    func spread(_ settings: Settings, _ count: Int) throws -> Double {
      let study = try Study(
        .morris, of: TestFunction.problem(5, TestFunction.unit()), settings: settings)
      let rows = study.rows(of: 0..<count)
      var total = 0.0
      for a in 0..<rows.rows {
        for b in 0..<a where a / 6 != b / 6 {
          total += zip(rows.row(a), rows.row(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            .squareRoot()
        }
      }
      return total
    }
    let picked = Settings.with { $0.candidates = 60 }
    let drawn = try spread(Settings(), 6)
    #expect(try spread(picked, 6) > 1.02 * drawn)
    let study = try Study(
      .morris, of: TestFunction.problem(5, TestFunction.unit()), settings: picked)
    #expect(study.mostBaseRuns == 60)
    #expect(study.rows(of: 0..<4).elements == Array(study.rows(of: 0..<60).elements.prefix(4 * 30)))
    var run = study
    try run.extend(to: 1000) { [$0[0]] }
    #expect(run.baseRuns == 60)
    #expect(try run.result().measures.allSatisfy { $0.note?.contains("approximate") == true })
  }
}
