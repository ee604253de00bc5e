public import Foundation
import LinearAlgebra
import Parameters
import Scenarios
public import Sensitivity

/// A sensitivity analysis of the model, as a batch.
public struct SensitivityBatch: Batch {
  /// What it is.
  public let plan: BatchPlan
  /// The method.
  public let method: SensitivityMethod
  /// Base runs at most.
  public let baseRuns: Int
  /// Runs of a base run.
  public let unitRows: Int
  let model: BatchModel
  let inputs: BatchInputs
  let settings: Settings
  let rule: StoppingRule?
  let arguments: [String]
  /// The analysis before any run.
  private let beginning: Study
  private let unitsPerBlock: Int
  private let threads: Int?
  /// 1, or -1 where the method wants benefits: less of every indicator is better.
  private let sign: Double

  /// Runs of a block: some seconds of work, all of whose outputs fit in little memory.
  private static let blockRuns = 4096

  /// An analysis.
  ///
  /// - Parameters:
  ///   - method: What is asked.
  ///   - model: The model.
  ///   - inputs: What is varied.
  ///   - settings: How points and formulas are chosen.
  ///   - baseRuns: Base runs; about ``usualRuns`` runs in all with `nil`.
  ///   - rule: When to stop earlier.
  ///   - arguments: Arguments that give the same output, without the program's own name.
  ///   - blockArguments: Those of them that decide the blocks.
  ///   - version: Version of carecast.
  ///   - dataDigest: Digest of all data it has read.
  ///   - threads: How many tiles are computed at once; all cores with `nil`.
  /// - Throws: `SensitivityError`, `StatisticsError`; `BatchError.noPlans`.
  public init(
    _ method: SensitivityMethod, of model: BatchModel, inputs: BatchInputs, settings: Settings,
    baseRuns: Int?, until rule: StoppingRule?, arguments: [String], blockArguments: [String],
    version: String, dataDigest: String, threads: Int?
  ) throws {
    var settings = settings
    if method.choosesPlans {
      guard model.figures.count == model.scenarios.count, model.figures.count > 1 else {
        throw BatchError.noPlans(figures: model.figures.count)
      }
    }
    sign = method.choosesPlans ? -1 : 1
    unitRows = try method.runs(of: 1, inputs.problem, settings: settings)
    unitsPerBlock = max(1, Self.blockRuns / unitRows)
    settings.blockRows = unitsPerBlock * unitRows
    beginning = try Study(
      method, of: inputs.problem, outputs: model.figures.map(\.name), settings: settings)
    let wanted = baseRuns ?? Self.usualBaseRuns(unitRows: unitRows)
    self.baseRuns = min(wanted, beginning.mostBaseRuns ?? wanted)
    self.method = method
    self.model = model
    self.inputs = inputs
    self.settings = settings
    self.rule = rule
    self.arguments = arguments
    self.threads = threads
    plan = BatchPlan(
      version: version, arguments: blockArguments, dataDigest: dataDigest,
      texts: model.scenarios.map(\.scenario.text),
      blocks: (self.baseRuns + unitsPerBlock - 1) / unitsPerBlock)
  }

  /// Runs that are made where nobody says how many.
  public static let usualRuns = 16_384

  /// Base runs of about so many runs: a power of two, 32 to 4,096.
  private static func usualBaseRuns(unitRows: Int) -> Int {
    var count = 4096
    while count > 32 && count * unitRows > usualRuns { count /= 2 }
    return count
  }

  private func units(ofBlock block: Int) -> Range<Int> {
    block * unitsPerBlock..<min((block + 1) * unitsPerBlock, baseRuns)
  }

  /// Computes a block.
  public func outcome(ofBlock block: Int) throws -> BatchOutcome {
    let rows = beginning.rows(of: units(ofBlock: block))
    let width = rows.columns
    return try model.outcome(of: rows.rows, threads: threads) { runs in
      inputs.draws(at: runs.map { rows.elements[$0 * width..<($0 + 1) * width] })
    }
  }

  /// What all blocks say, after every doubling and in the end.
  public func output(
    of blocks: (Int) throws -> BatchOutcome, spool: URL
  ) throws -> BatchOutput {
    var study = beginning
    var failed = FailedRuns(inputs: inputs.inputs.map(\.name))
    var steps: [SensitivityResult] = []
    var held = (block: -1, outcome: BatchOutcome(outputs: [], runs: 0))
    let names = model.figures.map(\.name)
    var isMet = false
    for step in stepSizes where !isMet {
      while study.baseRuns < step {
        let first = study.baseRuns
        let block = first / unitsPerBlock
        if held.block != block { held = (block, try blocks(block)) }
        let offset = (first - block * unitsPerBlock) * unitRows
        try study.extend(
          to: min((block + 1) * unitsPerBlock, step),
          outcomes: { rows in
            let outcome = held.outcome.part(offset..<offset + rows.rows)
            failed.add(
              outcome, rows, first: first * unitRows, unitRows: unitRows, figures: names)
            let outputs = Matrix(
              rows: rows.rows, columns: names.count,
              elements: sign == 1 ? outcome.outputs : outcome.outputs.map { sign * $0 })
            return (outputs, outcome.reasons)
          })
      }
      guard let result = try result(of: study, failed) else { continue }
      steps.append(result)
      isMet = rule?.isMet(by: result.measures) ?? false
    }
    return try SensitivityFiles(self, steps: steps, isMet: isMet, failed: failed).output()
  }

  /// Base runs after which results are asked for: all, and half of them again and again.
  private var stepSizes: [Int] {
    var steps = [baseRuns]
    let least = rule == nil ? max(baseRuns / 8, 1) : 64
    while steps[0] % 2 == 0 && steps[0] / 2 >= least { steps.insert(steps[0] / 2, at: 0) }
    return steps
  }

  /// What a study says; `nil` where it is too early for any figure, but not in the end.
  private func result(of study: Study, _ failed: FailedRuns) throws -> SensitivityResult? {
    do {
      return try study.result()
    } catch SensitivityError.failedRuns(let report) {
      // The rest of the runs is made first, so that all that fail are known.
      if study.baseRuns < baseRuns { return nil }
      var words = report.description
      let joint = inputs.inputs.filter { !$0.isSingle }.map(\.name)
      if report.box.contains(where: { joint.contains($0.input) }) {
        words += " Of an input of several numbers it is the place in their distributions, 0 to 1."
      }
      throw BatchError.refused(report: words, list: try failed.file().file.bytes, file: nil)
    } catch let error as SensitivityError {
      if study.baseRuns < baseRuns, error.isForLackOfRuns { return nil }
      throw error
    }
  }
}

extension SensitivityError {
  /// Whether more runs may help.
  fileprivate var isForLackOfRuns: Bool {
    switch self {
    case .tooFewRuns, .nothingLeft: true
    default: false
    }
  }
}
