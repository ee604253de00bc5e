/// How far a tree is pruned: the smallest one whose error in runs it was not grown from is within a standard
/// error of the least, by tenfold cross-validation.
/// - SeeAlso: [Breiman1984], section 3.4.
struct TreePruning: Sendable {
  let columns: [InputColumn]
  let values: [Double]
  let runs: [Int]
  let smallest: Int

  private static let folds = 10

  /// The tree of all runs, pruned, and the α at which it was.
  func tree() -> (tree: RegressionTree, alpha: Double) {
    let weights = [Int](repeating: 1, count: values.count)
    let whole = RegressionTree(columns, values, runs: runs, weights: weights, smallest: smallest)
    let links = whole.weakestLinks()
    guard !links.isEmpty else { return (whole, 0) }
    // Trees between two links are alike: the middle of both, as a ratio, stands for them.
    let steps = [0] + links.map(\.alpha)
    let alphas = steps.indices.map { k in
      k + 1 < steps.count ? (steps[k] * steps[k + 1]).squareRoot() : steps[k] * 2
    }
    var errors = [[Double]](repeating: [], count: alphas.count)
    for fold in 0..<Self.folds {
      let others = runs.indices.filter { $0 % Self.folds != fold }.map { runs[$0] }
      let own = runs.indices.filter { $0 % Self.folds == fold }.map { runs[$0] }
      let share = Double(others.count) / Double(runs.count)
      let tree = RegressionTree(
        columns, values, runs: others, weights: weights,
        smallest: max(Int(Double(smallest) * share), 1))
      for (k, alpha) in alphas.enumerated() {
        // Sums of squares of nine tenths of the runs are nine tenths of theirs.
        let pruned = tree.pruned(at: alpha * share)
        errors[k] += own.map { run in
          let miss = values[run] - pruned.prediction(of: run)
          return miss * miss
        }
      }
    }
    let n = Double(runs.count)
    let means = errors.map { $0.reduce(0, +) / n }
    let best = means.indices.min { (means[$0], $0) < (means[$1], $1) }!
    let spread = errors[best].reduce(0) { $0 + ($1 - means[best]) * ($1 - means[best]) } / (n - 1)
    let allowed = means[best] + (spread / n).squareRoot()
    let chosen = means.indices.last { means[$0] <= allowed }!
    return (whole.pruned(at: alphas[chosen]), alphas[chosen])
  }
}
