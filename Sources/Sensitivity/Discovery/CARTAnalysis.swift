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
struct CARTAnalysis: HeldAnalysis {
  var base: HeldSample
  private let settings: Settings

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    self.settings = settings
  }

  var leastUnits: Int { 40 }

  func measures() throws -> [Measure] {
    let runs = DiscoveryRuns(sample, held.units, resampling)
    return try outputs.indices.flatMap { try measures($0, runs) }
  }

  private func measures(_ place: Int, _ runs: DiscoveryRuns) throws -> [Measure] {
    let (values, output) = (held.outputs[place], outputs[place])
    let threshold = settings.cases.threshold(runs.finding.map { values[$0] })
    let isCase = values.map { settings.cases.holds($0, threshold: threshold) }
    let targets = settings.tree == .values ? values : isCase.map { $0 ? 1 : 0 }
    let first = targets[runs.finding[0]]
    guard !runs.finding.allSatisfy({ targets[$0] == first }) else {
      let note =
        settings.tree == .values
        ? "the output does not vary"
        : first == 0 ? "not defined: no run is a case" : "not defined: every run is a case"
      return runs.columns.map {
        Measure("importance", of: $0.name, output: output, nil, note: note)
      }
    }
    let smallest = max(Int(settings.leastMass * Double(runs.finding.count)), 1)
    let (tree, alpha) = TreePruning(
      columns: runs.inputs, values: targets, runs: runs.finding, smallest: smallest
    ).tree()
    let worth = BoxMeasures(runs: runs, output: output, values: values, isCase: isCase)
    var result = [
      Measure("threshold", of: Measure.allName, output: output, Estimate(exact: threshold)),
      explained(tree, targets, runs, output),
    ]
    result += try inputs(tree, alpha, targets, runs, smallest, output)
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
    _ tree: RegressionTree, _ targets: [Double], _ runs: DiscoveryRuns, _ output: String
  ) -> Measure {
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
      "r-squared", of: Measure.allName, output: output, estimate,
      note: resampling.doubt(about: estimate, units: runs.valuing.count))
  }

  /// What the tree owes to each input, and in which share of resamples a tree of as much pruning uses it.
  private func inputs(
    _ tree: RegressionTree, _ alpha: Double, _ targets: [Double], _ runs: DiscoveryRuns,
    _ smallest: Int, _ output: String
  ) throws -> [Measure] {
    let others = try concurrently(runs.resamples.indices) { r -> [Double] in
      RegressionTree(
        runs.columns, targets, runs: runs.finding, weights: runs.resamples[r], smallest: smallest
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
        Measure("importance", of: name, output: output, estimate),
        Measure("restricted", of: name, output: output, Estimate(exact: used)),
      ]
    }
  }
}

extension Estimate {
  /// A figure with the spread that it has over resamples: Student's t times their standard deviation.
  init(value: Double, spread replicates: [Double]) {
    let n = Double(replicates.count)
    let error = variance(of: replicates).squareRoot()
    self.init(
      value: value, standardError: error,
      halfWidth: StudentDistribution(freedom: n - 1).quantile(at: 0.975) * error,
      replicates: replicates)
  }
}
