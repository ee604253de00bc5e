import LinearAlgebra
import Statistics
import Testing

@testable import Sensitivity

/// In how many of consecutive seeds the intervals of `prim` and `cart` hold exact values: see
/// ``CoverageTests``. A threshold is no estimate: it says which runs are cases.
@Suite struct DiscoveryCoverageTests {
  /// What the function of ``DiscoveryTests`` has on average between limits of its four inputs.
  static func density(_ sides: [ClosedRange<Double>]) -> Double {
    let inner = [0.7...1, 0...0.4, 0...1, 0...1]
    let share = zip(sides, inner).reduce(1.0) { share, pair in
      let (side, inner) = pair
      let common =
        min(side.upperBound, inner.upperBound) - max(side.lowerBound, inner.lowerBound)
      return share * max(common, 0) / (side.upperBound - side.lowerBound)
    }
    return 0.05 + 0.85 * share
  }

  static func volume(_ sides: [ClosedRange<Double>]) -> Double {
    sides.reduce(1) { $0 * ($1.upperBound - $1.lowerBound) }
  }

  /// Checks counts, pooled over boxes and inputs of one study.
  private static func expect(
    _ method: String, _ kind: String, _ held: Int, _ all: Int, seeds: Int
  ) {
    CoverageTests.say("\(method): \(kind)", held, all)
    let share = CoverageTests.isFull(method) ? 0.93 * Double(all) : 0.93 * Double(all) - 8
    #expect(all >= seeds && Double(held) >= share, "\(method), \(kind): \(held) of \(all)")
  }

  /// Of a box that stands fast the exact figures are volumes: Wilson's intervals hold them, for `prim` and for
  /// every leaf of `cart`.
  @Test(arguments: ["prim", "cart"]) func boxes(method: String) throws {
    let seeds = CoverageTests.seeds(of: method)
    let found = try concurrently(0..<seeds) { seed -> [String: (held: Int, all: Int)] in
      let result = try DiscoveryTests.study(method, 1000, seed: UInt64(seed + 1))
      var counts: [String: (held: Int, all: Int)] = [:]
      for box in 1...20 {
        guard DiscoveryTests.estimate(result, "mass", box: box) != nil else { break }
        let sides = ["x1", "x2", "x3", "x4"].map { input in
          (DiscoveryTests.estimate(result, "lower", input, box: box)?.value ?? 0)...(DiscoveryTests
            .estimate(result, "upper", input, box: box)?.value ?? 1)
        }
        let (volume, density) = (Self.volume(sides), Self.density(sides))
        let cases = 0.05 + 0.85 * 0.12
        for (kind, value) in [
          ("mass", volume), ("density", density), ("coverage", density * volume / cases),
        ] {
          let estimate = DiscoveryTests.estimate(result, kind, box: box)
          counts[kind, default: (0, 0)].all += 1
          if estimate?.interval.contains(value) == true { counts[kind]!.held += 1 }
        }
      }
      return counts
    }
    for kind in ["mass", "density", "coverage"] {
      let (held, all) = found.reduce((0, 0)) {
        ($0.0 + ($1[kind]?.held ?? 0), $0.1 + ($1[kind]?.all ?? 0))
      }
      Self.expect(method, kind, held, all, seeds: seeds)
    }
  }

  /// The mean of `x1 + x2` in a box is that of its middle. (Of outputs that are 0 or 1, nearly all of them alike,
  /// Student's t holds the mean in 923 and 932 of 1,000: there the density is the figure to read.)
  @Test(arguments: ["prim", "cart"]) func means(method: String) throws {
    let seeds = CoverageTests.seeds(of: method)
    let held = try concurrently(0..<seeds) { seed -> [Bool] in
      var study = try Study(
        .named(method), of: TestFunction.problem(2, TestFunction.unit()),
        settings: .monteCarlo(20, seed: UInt64(seed + 1)) { $0.cases = .highest(share: 0.2) })
      try study.extend(to: 1000) { [$0[0] + $0[1]] }
      let result = try study.result()
      return (1...20).compactMap { box in
        let exact = ["x1", "x2"].reduce(0.0) { middle, input in
          let lower = DiscoveryTests.estimate(result, "lower", input, box: box)?.value ?? 0
          let upper = DiscoveryTests.estimate(result, "upper", input, box: box)?.value ?? 1
          return middle + (lower + upper) / 2
        }
        return DiscoveryTests.estimate(result, "mean", box: box).map { $0.interval.contains(exact) }
      }
    }.flatMap { $0 }
    Self.expect(method, "mean", held.count { $0 }, held.count, seeds: seeds)
  }

  /// The share of the variance that a tree explains, of the very tree that was grown: with p the share of cases in
  /// a leaf and m what the tree says, the leaf misses `p (1 − p) + (m − p)²` of its volume.
  @Test func treesExplain() throws {
    let seeds = CoverageTests.seeds(of: "cart")
    let problem = try TestFunction.problem(4, TestFunction.unit())
    let held = try concurrently(0..<seeds) { seed -> Bool in
      let settings = Settings.monteCarlo(100, seed: UInt64(seed + 1)) { $0.cases = .above(0.5) }
      var study = try Study(.cart, of: problem, settings: settings)
      try study.extend(to: 1000) { [DiscoveryTests.value($0)] }
      let runs = DiscoveryRuns(
        try Sample(problem, settings), Array(0..<1000), Resampling(settings))
      let rows = study.rows(of: 0..<1000)
      let values = (0..<1000).map { DiscoveryTests.value(rows.row($0)) }
      let cases = DiscoveryCases(runs, values: values, of: "y", settings)
      let tree = TreePruning(
        columns: runs.inputs, values: values, runs: runs.finding, smallest: cases.smallest
      ).tree().tree
      let missed = tree.leaves().reduce(0.0) { missed, leaf in
        let sides = tree.nodes[leaf].box.limits.map { limits -> ClosedRange<Double> in
          guard case .range(let range) = limits else { return 0...1 }
          return range.clamped(to: 0...1)
        }
        let (p, m) = (Self.density(sides), tree.nodes[leaf].mean)
        return missed + Self.volume(sides) * (p * (1 - p) + (m - p) * (m - p))
      }
      let share = 0.05 + 0.85 * 0.12
      let exact = 1 - missed / (share * (1 - share))
      let found = try study.result().estimate("r-squared", of: Measure.allName)
      return found?.interval.contains(exact) ?? false
    }
    Self.expect("cart", "r-squared", held.count { $0 }, seeds, seeds: seeds)
  }

  /// A tree of two steps: of a variance of 1.359375 all but 0.09375 is the first split's.
  @Test func importances() throws {
    let seeds = CoverageTests.seeds(of: "cart")
    let exact = [1 - 0.09375 / 1.359375, 0.09375 / 1.359375]
    let held = try concurrently(0..<seeds) { seed -> [Bool] in
      var study = try Study(
        .cart, of: TestFunction.problem(2, TestFunction.unit()),
        settings: .monteCarlo(40, seed: UInt64(seed + 1)) { $0.tree = .values })
      try study.extend(to: 1024) { [$0[0] > 0.5 ? 3 : $0[1] > 0.25 ? 1 : 0] }
      let result = try study.result()
      return exact.indices.map {
        result.estimate("importance", of: "x\($0 + 1)")?.interval.contains(exact[$0]) ?? false
      }
    }
    for i in exact.indices {
      Self.expect("cart", "importance x\(i + 1)", held.count { $0[i] }, seeds, seeds: seeds)
    }
  }
}
