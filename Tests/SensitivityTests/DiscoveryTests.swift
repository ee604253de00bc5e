import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

@testable import Sensitivity

/// The methods `prim` and `cart`.
@Suite struct DiscoveryTests {
  /// Cases are nine in ten where x1 ≥ 0.7 and x2 ≤ 0.4, and one in twenty elsewhere, by a number that looks
  /// random and that no box of inputs holds.
  @Sendable static func value(_ x: [Double]) -> Double {
    let noise = (12_345.678 * (x[2] + 1.3 * x[3])).truncatingRemainder(dividingBy: 1)
    return noise < (x[0] >= 0.7 && x[1] <= 0.4 ? 0.9 : 0.05) ? 1 : 0
  }

  static func study(
    _ method: String, _ runs: Int = 2048, seed: UInt64 = 1,
    _ change: (inout Settings) -> Void = { _ in }
  ) throws -> SensitivityResult {
    let settings = Settings.monteCarlo(20, seed: seed) {
      $0.cases = .above(0.5)
      change(&$0)
    }
    var study = try Study(
      .named(method), of: TestFunction.problem(4, TestFunction.unit()), settings: settings)
    try study.extend(to: runs) { [value($0)] }
    return try study.result()
  }

  static func estimate(
    _ result: SensitivityResult, _ kind: String, _ input: String = Measure.allName, box: Int
  ) -> Estimate? {
    result.estimate(kind, of: input, with: "box \(box)")
  }

  @Test func primFindsTheBox() throws {
    let result = try Self.study("prim", 4096)
    let lower = try #require(Self.estimate(result, "lower", "x1", box: 1)).value
    let upper = try #require(Self.estimate(result, "upper", "x2", box: 1)).value
    expectClose(lower, 0.7, relative: 0, absolute: 0.03)
    expectClose(upper, 0.4, relative: 0, absolute: 0.03)
    #expect(Self.estimate(result, "upper", "x1", box: 1) == nil)
    #expect(Self.estimate(result, "lower", "x2", box: 1) == nil)
    for input in ["x1", "x2"] {
      #expect(try #require(Self.estimate(result, "quasi-p", input, box: 1)).value < 1e-20)
      #expect(result.estimate("restricted", of: input)?.value == 1)
    }
    let noise = try #require(result.estimate("restricted", of: Measure.dummyName)).value
    #expect(noise < 0.7)
    #expect(result.estimate("threshold", of: Measure.allName)?.value == 0.5)
    // Outside, no box is denser than all runs are.
    #expect(Self.estimate(result, "density", box: 2) == nil)
    #expect(
      result.estimate("coverage", of: Measure.allName) == Self.estimate(result, "coverage", box: 1))
  }

  /// Coverage × all cases and density × the box's runs are the same runs, in every box.
  @Test(arguments: ["prim", "cart"]) func figuresAgree(method: String) throws {
    let result = try Self.study(method)
    let runs = 1024.0
    var masses = 0.0
    for box in 1...20 {
      guard let mass = Self.estimate(result, "mass", box: box)?.value else { break }
      let density = try #require(Self.estimate(result, "density", box: box)).value
      let coverage = try #require(Self.estimate(result, "coverage", box: box)).value
      // Outputs are 1 and 0, so that their mean is the density.
      if let mean = Self.estimate(result, "mean", box: box) {
        expectClose(mean.value, density, relative: 1e-12)
      }
      let hits = mass * runs * density
      expectClose(hits, hits.rounded(), relative: 0, absolute: 1e-9)
      if coverage > 0 {
        let cases = hits / coverage
        expectClose(cases, cases.rounded(), relative: 0, absolute: 1e-9)
      }
      masses += mass
    }
    // The leaves of a tree hold every run once.
    if method == "cart" { expectClose(masses, 1, relative: 1e-12) }
  }

  /// Limits of whole numbers are whole numbers, those of a category its labels; a number on a scale with a
  /// long tail has the same box.
  @Test(arguments: ["prim", "cart"]) func kindsOfInputs(method: String) throws {
    let problem = try Problem([
      Input("n", WholeNumberDistribution(1...6)),
      Input.category("policy", [("a", 0.4), ("b", 0.3), ("c", 0.3)]),
      Input("cost", LogNormalDistribution(logMean: 0, logStandardDeviation: 2)),
    ])
    var study = try Study(
      .named(method), of: problem,
      settings: .monteCarlo(20) {
        $0.cases = .highest(share: 0.2)
        $0.leastMass = 0.02
      })
    try study.extend(to: 4096) { x in
      [(x[0] >= 4 && x[1] != 1 && x[2] < 1 ? 10 : 0) + x[2] / (1 + x[2])]
    }
    let result = try study.result()
    #expect(result.estimate("lower", of: "n", with: "box 1")?.value == 4)
    let labels = try #require(
      result.measures.first { $0.kind == "labels" && $0.other == "box 1" })
    #expect(labels.input == "policy" && labels.estimate?.value == 2 && labels.note == "a, c")
    let upper = try #require(result.estimate("upper", of: "cost", with: "box 1")).value
    expectClose(upper, 1, relative: 0, absolute: 0.1)
  }

  /// Without a case, or with nothing but cases, there are no boxes, and a reason.
  @Test(arguments: ["prim", "cart"]) func noCases(method: String) throws {
    for (threshold, says) in [(2.0, "no run is a case"), (-1, "every run is a case")] {
      let result = try Self.study(method, 200) { $0.cases = .above(threshold) }
      #expect(result.measures.allSatisfy { $0.estimate == nil && $0.note?.contains(says) == true })
    }
    let none = try Study(
      .named(method), of: TestFunction.problem(2, TestFunction.unit()), settings: .monteCarlo(20))
    var noise = none
    try noise.extend(to: 1024) { x in
      [(98_765.4 * (x[0] + x[1] * 1.7)).truncatingRemainder(dividingBy: 1)]
    }
    let result = try noise.result()
    // Nothing tells the highest tenth from the rest: no box, or one leaf that holds all.
    let density = result.estimate("density", of: Measure.allName, with: "box 1")
    if method == "cart" {
      #expect(result.estimate("mass", of: Measure.allName, with: "box 1")?.value == 1)
    } else {
      #expect(density.map { $0.value < 0.3 } ?? true)
    }
  }

  @Test func thresholds() {
    let values = [5.0, 1, 4, 2, 3]
    #expect(CasesOfInterest.highest(share: 0.4).threshold(values) == 4)
    #expect(CasesOfInterest.lowest(share: 0.4).threshold(values) == 2)
    #expect(CasesOfInterest.highest(share: 0.01).threshold(values) == 5)
    #expect(CasesOfInterest.above(9).threshold(values) == 9)
    #expect(CasesOfInterest.below(2).holds(2, threshold: 2))
    for word in CasesOfInterest.words { #expect(CasesOfInterest(word, 0.5)?.word.word == word) }
    #expect(CasesOfInterest("worst", 0.5) == nil)
  }

  /// The sum of binomial probabilities, term by term.
  @Test func binomialTails() {
    for (k, n, p) in [(3, 10, 0.2), (10, 10, 0.9), (1, 7, 0.01)] {
      var sum = 0.0
      for j in k...n {
        let choose = (0..<j).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
        sum += choose * pow(p, Double(j)) * pow(1 - p, Double(n - j))
      }
      expectClose(binomialTail(k, of: n, p), sum, relative: 1e-12)
    }
    #expect(binomialTail(0, of: 5, 0.1) == 1 && binomialTail(2, of: 5, 0) == 0)
  }

  /// Wilson's interval of 15 in 148.
  @Test func wilson() {
    let interval = Estimate(15, of: 148).interval
    expectClose(interval.lowerBound, 0.0623863995307, relative: 1e-11)
    expectClose(interval.upperBound, 0.1604872417233, relative: 1e-11)
  }

  /// The first split of a tree is the best of all, tried one by one; whole numbers make it exact.
  @Test func treesAgainstEverySplit() throws {
    let stream = RandomStream(seed: 3, purpose: 7, draw: 0)
    let n = 60
    let columns = (0..<3).map { c in
      InputColumn(
        name: "x\(c)", kind: .number,
        values: (0..<n).map { Double(stream.integer(below: 12, at: UInt64(c * n + $0))) })
    }
    let values = (0..<n).map { Double(stream.integer(below: 5, at: UInt64(3 * n + $0))) }
    func squares(_ runs: [Int]) -> Double {
      let mean = runs.reduce(0) { $0 + values[$1] } / Double(runs.count)
      return runs.reduce(0) { $0 + (values[$1] - mean) * (values[$1] - mean) }
    }
    var best = Double.infinity
    for column in columns {
      for cut in Set(column.values) {
        let (left, right) = (
          (0..<n).filter { column.values[$0] < cut }, (0..<n).filter { column.values[$0] >= cut }
        )
        guard left.count >= 5, right.count >= 5 else { continue }
        best = min(best, squares(left) + squares(right))
      }
    }
    let tree = RegressionTree(
      columns, values, runs: Array(0..<n), weights: Array(repeating: 1, count: n), smallest: 5)
    let split = try #require(tree.nodes[0].split)
    let rest = split.children.reduce(0) { $0 + tree.nodes[$1].squares }
    expectClose(rest, best, relative: 1e-12)
    // Links grow stronger, and the last leaves the root alone.
    let links = tree.weakestLinks()
    #expect(zip(links, links.dropFirst()).allSatisfy { $0.alpha <= $1.alpha })
    #expect(links.last?.node == 0 && tree.pruned(at: .infinity).leaves() == [0])
    #expect(tree.leaves().allSatisfy { tree.nodes[$0].weight >= 5 })
    for run in 0..<n {
      let own = tree.leaves().filter { tree.nodes[$0].box.contains(run, columns) }
      #expect(own.count == 1 && tree.nodes[own[0]].mean == tree.prediction(of: run))
    }
    // A run that counts twice is one that stands there twice.
    let twice = RegressionTree(
      columns, values, runs: Array(0..<n), weights: Array(repeating: 2, count: n), smallest: 10)
    #expect(twice.nodes.map(\.box) == tree.nodes.map(\.box))
  }

  /// A tree of values explains a step whole.
  @Test func stepsAreExplained() throws {
    var study = try Study(
      .cart, of: TestFunction.problem(3, TestFunction.unit()),
      settings: .monteCarlo(20) { $0.tree = .values })
    try study.extend(to: 1024) { [$0[0] > 0.5 ? 3 : $0[1] > 0.25 ? 1 : 0] }
    let result = try study.result()
    let explained = try #require(result.estimate("r-squared", of: Measure.allName))
    #expect(explained.value > 0.97 && explained.value <= 1)
    let parts = ["x1", "x2", "x3"].compactMap { result.estimate("importance", of: $0)?.value }
    #expect(parts[0] > parts[1] && parts[1] > 0.02 && parts[2] == 0)
    expectClose(parts.reduce(0, +), 1, relative: 1e-9)
    #expect(result.estimate("mean", of: Measure.allName, with: "box 1")?.value == 3)
    #expect(result.estimate("restricted", of: "x1")?.value == 1)
  }
}
