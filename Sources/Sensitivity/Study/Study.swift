public import LinearAlgebra

/// A method at work on a function: runs it block by block, and says what the runs so far show.
///
/// Any function will do. Ishigami's, whose indices are known:
///
/// ```swift
/// let side = try UniformDistribution(minimum: -.pi, maximum: .pi)
/// let problem = try Problem(["x1", "x2", "x3"].map { Input($0, side) })
/// var study = try Study(.named("sobol"), of: problem)
/// try study.extend(to: 4096) { x in
///   [sin(x[0]) + 7 * pow(sin(x[1]), 2) + 0.1 * pow(x[2], 4) * sin(x[0])]
/// }
/// for measure in try study.result().measures {
///   guard let index = measure.estimate else { continue }
///   print(measure.kind, measure.input, index.value, index.interval)
/// }
/// ```
///
/// Designs are made by row index and never held; of the runs only sums are kept, or their outputs where
/// a method ranks them. Base run k and its inputs depend on the seed and k alone, so that a study
/// extended from N to 2 N makes N new ones and equals one made at once. Neither threads nor blocks
/// change a figure.
public struct Study: Sendable {
  /// The method.
  public let method: SensitivityMethod
  /// The inputs.
  public let problem: Problem
  /// Names of the function's outputs.
  public let outputs: [String]
  /// What was chosen.
  public let settings: Settings
  /// Base runs made so far, those that failed among them.
  public private(set) var baseRuns = 0
  private var analysis: any Analysis
  private var failures: Failures

  /// A study without runs.
  ///
  /// - Parameters:
  ///   - method: What is asked.
  ///   - problem: The inputs.
  ///   - outputs: Names of what the function gives, at least one, in its order.
  ///   - settings: How points and formulas are chosen.
  /// - Throws: `setting`; `correlatedInputs`; `StatisticsError.tooManyDimensions`.
  public init(
    _ method: SensitivityMethod, of problem: Problem, outputs: [String] = ["y"],
    settings: Settings = Settings()
  ) throws {
    precondition(!outputs.isEmpty, "a study of no outputs")
    try settings.check()
    self.method = method
    self.problem = problem
    self.outputs = outputs
    self.settings = settings
    analysis = try method.start(problem, outputs, settings)
    failures = Failures(inputs: problem.inputs.count)
  }

  /// Runs of a block.
  public var runsPerBlock: Int { analysis.unitRows }
  /// Runs made so far.
  public var runs: Int { baseRuns * analysis.unitRows }
  /// The most base runs the method takes; `nil` if as many as wanted.
  public var mostBaseRuns: Int? { analysis.mostUnits }

  /// The inputs of some base runs: one row a run, one column an input.
  public func rows(of baseRuns: Range<Int>) -> Matrix { analysis.rows(baseRuns) }

  /// Runs a function of one row until there are so many base runs, rows side by side on all cores.
  ///
  /// - Parameters:
  ///   - wanted: Base runs in all; fewer where the method has no more. Those made already are kept.
  ///   - function: Takes the inputs of a run, gives its outputs. What it throws is the reason of that
  ///     run's failure.
  public mutating func extend(
    to wanted: Int, _ function: @escaping @Sendable (_ inputs: [Double]) throws -> [Double]
  ) throws {
    let m = outputs.count
    try extend(
      to: wanted,
      outcomes: { rows in
        let size = max(1, min(256, (rows.rows + 7) / 8))
        let parts = (rows.rows + size - 1) / size
        let results = try concurrently(0..<parts) { part -> ([Double], [Int: String]) in
          var (values, reasons): ([Double], [Int: String]) = ([], [:])
          for row in (part * size)..<min((part + 1) * size, rows.rows) {
            do {
              let given = try function(rows.row(row))
              precondition(given.count == m, "\(given.count) outputs of a run, not \(m)")
              values += given
            } catch {
              values += Array(repeating: .nan, count: m)
              reasons[row] = "\(error)"
            }
          }
          return (values, reasons)
        }
        let outputs = Matrix(rows: rows.rows, columns: m, elements: results.flatMap(\.0))
        return (outputs, results.reduce(into: [:]) { $0.merge($1.1) { first, _ in first } })
      })
  }

  /// Runs a function of many rows at once until there are so many base runs.
  ///
  /// - Parameters:
  ///   - wanted: Base runs in all, as above.
  ///   - function: Takes one row a run, gives one row of outputs for each. A number that is not finite
  ///     marks a failed run; what it throws ends the study.
  public mutating func extend(
    to wanted: Int, blocks function: (_ inputs: Matrix) throws -> Matrix
  ) throws {
    try extend(to: wanted, outcomes: { (try function($0), [:]) })
  }

  /// Runs a function of many rows at once that says why runs failed.
  ///
  /// - Parameters:
  ///   - wanted: Base runs in all, as above.
  ///   - evaluate: Takes one row a run, gives one row of outputs for each, and the reason of each run
  ///     that failed, by its row; such a run's outputs must hold a number that is not finite.
  public mutating func extend(
    to wanted: Int,
    outcomes evaluate: (_ inputs: Matrix) throws -> (outputs: Matrix, reasons: [Int: String])
  ) throws {
    let end = min(wanted, analysis.mostUnits ?? wanted)
    let step = max(1, settings.blockRows / analysis.unitRows)
    while baseRuns < end {
      let units = baseRuns..<min(baseRuns + step, end)
      let inputs = analysis.rows(units)
      let (values, reasons) = try evaluate(inputs)
      precondition(
        values.rows == inputs.rows && values.columns == outputs.count,
        "\(values.rows) × \(values.columns) outputs of \(inputs.rows) runs, \(outputs.count) wanted"
      )
      let kept = sound(units, inputs, values, reasons)
      analysis.add(kept, first: units.lowerBound, inputs: inputs, outputs: values)
      baseRuns = units.upperBound
    }
  }

  /// The blocks without a failed run; the failed ones are noted.
  private mutating func sound(
    _ units: Range<Int>, _ inputs: Matrix, _ values: Matrix, _ reasons: [Int: String]
  ) -> [Int] {
    let (rows, m) = (analysis.unitRows, outputs.count)
    if reasons.isEmpty && values.elements.allSatisfy(\.isFinite) { return Array(0..<units.count) }
    return (0..<units.count).filter { unit in
      var isSound = true
      for row in (unit * rows)..<((unit + 1) * rows) {
        let bad = (0..<m).first { !values[row, $0].isFinite }
        guard let reason = reasons[row] ?? bad.map({ "\(outputs[$0]) is \(values[row, $0])" })
        else { continue }
        isSound = false
        failures.add(
          run: units.lowerBound * rows + row, inputs: inputs.row(row), reason: reason)
      }
      if !isSound { failures.addBlock() }
      return isSound
    }
  }

  /// What failed so far; `nil` if nothing did.
  public var failureReport: FailureReport? {
    failures.count == 0 ? nil : failures.report(problem, analysis, units: baseRuns)
  }

  /// What the runs so far say.
  ///
  /// - Throws: `tooFewRuns`; `failedRuns`, unless the settings ask for dropped blocks; `nothingLeft`.
  public func result() throws -> SensitivityResult {
    let report = failureReport
    if let report, settings.failures == .refuse { throw SensitivityError.failedRuns(report) }
    let sound = baseRuns - failures.blocks
    if let report, sound < analysis.leastUnits { throw SensitivityError.nothingLeft(report) }
    guard sound >= analysis.leastUnits else {
      throw SensitivityError.tooFewRuns(made: sound, least: analysis.leastUnits)
    }
    return SensitivityResult(
      measures: try analysis.measures().map(noted), baseRuns: baseRuns, runs: runs,
      failures: report, sampling: analysis.sampling)
  }

  /// A figure of a category says so where it depends on the order of the labels.
  private func noted(_ measure: Measure) -> Measure {
    guard method.readsOrder, measure.estimate != nil,
      let labels = problem.inputs.first(where: { $0.name == measure.input })?.labels
    else { return measure }
    let order = "categories count as 0, 1 … in the order \(labels.joined(separator: ", "))"
    return Measure(
      measure.kind, of: measure.input, with: measure.other, output: measure.output,
      measure.estimate, note: measure.note.map { "\($0); \(order)" } ?? order)
  }
}
