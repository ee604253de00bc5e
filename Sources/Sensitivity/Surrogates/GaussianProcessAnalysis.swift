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

/// Shares of the variance of a process's mean, corrected to first order by what runs left out show it to miss.
///
/// ```
/// S_u = (V(m_u) + 2 mean(m_u e)) / (V(m) + 2 mean(m e))
/// ```
///
/// m_u is `E[m | x_u] − E[m]`, e what is missed of a run by the others; the means are over the runs, and over
/// every resample of them.
struct ProcessShares {
  private let effects: ProcessEffects
  private let errors: [Double]
  private let weights: Matrix
  private let whole: Terms

  /// `V(m_u)`, and that with the correction in the sample and in every resample.
  private struct Terms {
    let plain: Double
    let corrected: [Double]
  }

  /// - Parameters:
  ///   - effects: What the mean owes to inputs.
  ///   - errors: e, one a run.
  ///   - weights: How often each run counts: one row a run, one column a resample.
  init(_ effects: ProcessEffects, errors: [Double], weights: Matrix) {
    (self.effects, self.errors, self.weights) = (effects, errors, weights)
    whole = Self.terms(effects.all, errors, weights)
  }

  private static func terms(
    _ part: ProcessEffects.Part, _ errors: [Double], _ weights: Matrix
  ) -> Terms {
    let sums = rowVector(zip(part.values, errors).map { $0 * $1 }, times: weights)
    let counts = rowVector(Array(repeating: 1, count: errors.count), times: weights)
    return Terms(
      plain: part.variance, corrected: zip(sums, counts).map { part.variance + 2 * $0 / $1 })
  }

  /// An index of the mean, and corrected in the sample and in every resample.
  func share(_ index: SurrogateIndex) -> (value: Double, corrected: [Double]) {
    switch index {
    case .first(let group): return over(effects.alone(effects.factors(group.members)))
    case .total(let group):
      let (value, corrected) = over(effects.others(than: effects.factors(group.members)))
      return (1 - value, corrected.map { 1 - $0 })
    case .second(let a, let b):
      let (first, second) = (effects.factors(a.members), effects.factors(b.members))
      let (both, one, other) = (
        over(effects.together(first, second)), over(effects.alone(first)),
        over(effects.alone(second))
      )
      return (
        both.value - one.value - other.value,
        both.corrected.indices.map { r in
          both.corrected[r] - one.corrected[r] - other.corrected[r]
        }
      )
    }
  }

  private func over(_ part: ProcessEffects.Part) -> (value: Double, corrected: [Double]) {
    let own = Self.terms(part, errors, weights)
    return (
      own.plain / whole.plain,
      zip(own.corrected, whole.corrected).map { $1 > 0 ? $0 / $1 : .nan }
    )
  }
}
