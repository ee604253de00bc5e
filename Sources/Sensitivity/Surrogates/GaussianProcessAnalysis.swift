import LinearAlgebra
import Statistics

/// Variance-based indices from a Gaussian process that the runs have been told to.
struct GaussianProcessAnalysis: HeldAnalysis {
  var base: HeldSample
  private let settings: Settings
  private let inputs: ProcessInputs
  private let groups: [InputGroup]

  /// Runs the process is told, the first of more: the work grows with their cube.
  static let mostRuns = 1000
  /// By how much the points that stand for integrals may move an index.
  private static let accuracy = 1e-5

  init(_ problem: Problem, outputs: [String], _ settings: Settings) throws {
    base = try HeldSample(problem, outputs: outputs, settings)
    self.settings = settings
    inputs = ProcessInputs(try SurrogateFigures.distributions(of: problem, settings))
    groups = SurrogateFigures.groups(of: problem, settings)
  }

  var leastUnits: Int { 16 }

  func measures() throws -> [Measure] {
    let units = Array(held.units.prefix(Self.mostRuns))
    let rows = inputs.rows(sample.coordinates(of: units))
    let weights = resampling.matrix(resampling.counts(of: units))
    return try concurrently(outputs.indices) { output in
      try measures(output, rows, weights)
    }.flatMap { $0 }
  }

  private func measures(_ output: Int, _ rows: Matrix, _ weights: Matrix) throws -> [Measure] {
    let figures = SurrogateFigures(
      groups: groups, pairs: settings.secondOrder, output: outputs[output])
    let values = Array(held.outputs[output].prefix(rows.rows))
    let (center, variance) = (mean(of: values), variance(of: values))
    guard variance > 1e-28 * center * center, variance > 0 else {
      return figures.none("the output does not vary")
    }
    let deviation = variance.squareRoot()
    guard rows.columns > 0,
      let process = ProcessFit(rows, values.map { ($0 - center) / deviation })
    else { return figures.none("not defined: no process can be told the runs") }
    let misses = unexplained(process, weights)
    guard let foretold = resampling.estimate(misses.map { 1 - $0 }, units: rows.rows) else {
      return figures.none("not defined: the runs, or a resample of them, do not vary")
    }
    // A process that foretells nothing says nothing of where the variance comes from.
    let effects = foretold.value > 0 ? ProcessEffects(process, inputs, rows) : nil
    let shares = effects.map { ProcessShares($0, errors: process.leftOut, weights: weights) }
    // What is missed is an average itself: of its interval the end that is worse.
    let lost =
      min(1 - foretold.interval.lowerBound, 1) + Self.accuracy + (effects?.rounding ?? 0)
    let found = figures.all(
      foretold: foretold, by: "Gaussian processes", others: [("runs-told", Double(rows.rows))]
    ) { index -> Estimate? in
      guard let shares else { return nil }
      let (value, repeated) = shares.share(index)
      let moved = abs(repeated[0] - value)
      // About the index of the mean, and holding the interval of the corrected one.
      return resampling.estimate(
        repeated.map { value + ($0 - repeated[0]) }, units: rows.rows
      )?.widened(by: moved + lost)
    }
    return found.map { capped($0) }
  }

  /// The share of the variance that is not foretold of runs left out, in the sample and in every resample.
  ///
  /// Times `1 + 2 p / n`, because p numbers, lengths and nugget and variance, were chosen by the same n runs.
  private func unexplained(_ process: ProcessFit, _ weights: Matrix) -> [Double] {
    let misses = process.leftOut
    let n = Double(misses.count)
    let chosen = Double(process.kernel.lengths.count + 2)
    let squares = rowVector(misses.map { $0 * $0 }, times: weights)
    let counts = rowVector(Array(repeating: 1, count: misses.count), times: weights)
    // Outputs have a variance of 1.
    return zip(squares, counts).map { $0 / $1 * (1 + 2 * chosen / n) }
  }

  /// The number of runs told says so where there were more.
  private func capped(_ measure: Measure) -> Measure {
    guard measure.kind == "runs-told", held.units.count > Self.mostRuns else { return measure }
    return Measure(
      measure.kind, of: measure.input, output: measure.output, measure.estimate,
      note: "the first of \(held.units.count): the work grows with the cube of their number")
  }
}
