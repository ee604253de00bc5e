import LinearAlgebra
import Statistics

/// Failed runs as they come: counted, with the range of each input and the first of them kept.
struct Failures: Sendable {
  private(set) var count = 0
  private(set) var blocks = 0
  private var reasons: [String: Int] = [:]
  private var lows: [Double]
  private var highs: [Double]
  private var first: [FailedRun] = []

  private static let kept = 1000
  private static let mostReasons = 20

  init(inputs: Int) {
    lows = Array(repeating: .infinity, count: inputs)
    highs = Array(repeating: -.infinity, count: inputs)
  }

  /// Takes in a failed run.
  mutating func add(run: Int, inputs: [Double], reason: String) {
    count += 1
    if reasons[reason] != nil || reasons.count < 1000 { reasons[reason, default: 0] += 1 }
    for (d, value) in inputs.enumerated() {
      lows[d] = min(lows[d], value)
      highs[d] = max(highs[d], value)
    }
    if first.count < Failures.kept {
      first.append(FailedRun(run: run, inputs: inputs, reason: reason))
    }
  }

  /// Counts a block that holds failed runs.
  mutating func addBlock() { blocks += 1 }

  /// The report; goes over the design once more to count the runs in the box.
  ///
  /// - Parameters:
  ///   - problem: The inputs.
  ///   - analysis: Its rows.
  ///   - units: Blocks run.
  func report(_ problem: Problem, _ analysis: any Analysis, units: Int) -> FailureReport {
    let box = problem.inputs.indices.compactMap { d -> InputRange? in
      guard count > 0 else { return nil }
      let distribution = problem.inputs[d].distribution
      let share =
        distribution.cumulative(at: highs[d]) - distribution.cumulative(at: lows[d].nextDown)
      guard share <= 0.9 else { return nil }
      return InputRange(
        input: problem.inputs[d].name, range: lows[d]...highs[d], probability: share,
        labels: problem.inputs[d].labels.map { Array($0[Int(lows[d])...Int(highs[d])]) })
    }.sorted { $0.probability < $1.probability }
    let sides = box.map { side in
      (place: problem.inputs.firstIndex { $0.name == side.input }!, range: side.range)
    }
    var inside = 0
    let step = max(1, 4096 / analysis.unitRows)
    for start in stride(from: 0, to: units, by: step) {
      let rows = analysis.rows(start..<min(start + step, units))
      inside += (0..<rows.rows).count { row in
        sides.allSatisfy { $0.range.contains(rows[row, $0.place]) }
      }
    }
    let sorted = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return FailureReport(
      runs: units * analysis.unitRows, failed: count, blocks: blocks,
      reasons: sorted.prefix(Failures.mostReasons).map { ($0.key, $0.value) }, box: box,
      runsInBox: inside, first: first)
  }
}
