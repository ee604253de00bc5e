import LinearAlgebra
import Statistics

/// What the `cart` method tells apart.
public enum TreeTarget: String, Sendable, Equatable, CaseIterable {
  /// Runs that are cases from those that are not: a classification tree.
  case cases
  /// High outputs from low ones: a regression tree.
  case values
}

/// A tree of inputs, grown by every other run and valued by the rest; its leaves are boxes.
struct CARTAnalysis: DiscoveryAnalysis {
  var base: HeldSample
  let settings: Settings
  let kindOfInputs = "importance"

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    self.settings = settings
  }

  func hindrance(_ cases: DiscoveryCases) -> String? {
    guard settings.tree == .values else { return cases.hindrance }
    let (values, finding) = (cases.values, cases.runs.finding)
    let isFlat = finding.allSatisfy { values[$0] == values[finding[0]] }
    return isFlat ? "the output does not vary" : nil
  }

  func measures(_ cases: DiscoveryCases) throws -> [Measure] {
    let (runs, worth) = (cases.runs, cases.worth)
    let targets = settings.tree == .values ? cases.values : cases.isCase.map { $0 ? 1 : 0 }
    let (tree, alpha) = TreePruning(
      columns: runs.inputs, values: targets, runs: runs.finding, smallest: cases.smallest
    ).tree()
    var result = [explained(tree, targets, cases)]
    result += try inputs(tree, alpha, targets, cases)
    // The leaves with most to find come first.
    let leaves = tree.leaves().sorted { a, b in
      (-tree.nodes[a].mean, a) < (-tree.nodes[b].mean, b)
    }
    for (place, leaf) in leaves.enumerated() {
      result += worth.figures(tree.nodes[leaf].box, place)
    }
    return result
  }

  /// The share of the squares that the tree takes away among runs it was not grown from.
  private func explained(
    _ tree: RegressionTree, _ targets: [Double], _ cases: DiscoveryCases
  ) -> Measure {
    let runs = cases.runs
    let weights = resampling.matrix(
      resampling.counts(of: runs.valuing.map { held.units[$0] }))
    func sums(_ value: (Int) -> Double) -> [Double] {
      rowVector(runs.valuing.map(value), times: weights)
    }
    let center = tree.nodes[0].mean
    let counts = sums { _ in 1 }
    let totals = sums { targets[$0] - center }
    let squares = sums { (targets[$0] - center) * (targets[$0] - center) }
    let missed = sums { run in
      let miss = targets[run] - tree.prediction(of: run)
      return miss * miss
    }
    let figures = counts.indices.map {
      1 - missed[$0] / (squares[$0] - totals[$0] * totals[$0] / counts[$0])
    }
    let estimate = resampling.estimate(figures, units: runs.valuing.count)
    return Measure(
      "r-squared", of: Measure.allName, output: cases.output, estimate,
      note: resampling.doubt(about: estimate, units: runs.valuing.count))
  }

  /// What the tree owes to each input, and in which share of resamples a tree of as much pruning uses it.
  private func inputs(
    _ tree: RegressionTree, _ alpha: Double, _ targets: [Double], _ cases: DiscoveryCases
  ) throws -> [Measure] {
    let runs = cases.runs
    let others = try concurrently(runs.resamples.indices) { r -> [Double] in
      RegressionTree(
        runs.columns, targets, runs: runs.finding, weights: runs.resamples[r],
        smallest: cases.smallest
      ).pruned(at: alpha).importance
    }
    let own = tree.importance
    return runs.columns.indices.flatMap { input -> [Measure] in
      let name = runs.columns[input].name
      let used = Double(others.count { $0[input] > 0 }) / Double(others.count)
      let value = input < own.count ? own[input] : 0
      let estimate = Estimate(
        value: value, spread: others.map { $0[input] })
      return [
        Measure("importance", of: name, output: cases.output, estimate),
        Measure("restricted", of: name, output: cases.output, Estimate(exact: used)),
      ]
    }
  }
}
