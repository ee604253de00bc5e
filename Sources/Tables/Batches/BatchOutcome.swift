/// What some runs of a batch gave.
public struct BatchOutcome: Sendable, Equatable {
  /// How many runs there are.
  public let runs: Int
  /// One number a run and figure, run by run; not a number in a run that failed.
  public let outputs: [Double]
  /// Why runs failed, by their place from 0.
  public let reasons: [Int: String]

  /// Runs of which none failed.
  init(outputs: [Double], runs: Int, reasons: [Int: String] = [:]) {
    self.runs = runs
    self.outputs = outputs
    self.reasons = reasons
  }

  /// A run that failed.
  init(failed reason: String, figures: Int) {
    self.init(
      outputs: Array(repeating: .nan, count: figures), runs: 1, reasons: [0: reason])
  }

  /// Several, one after the other.
  init(joining parts: [BatchOutcome], figures: Int) {
    var outputs: [Double] = []
    var reasons: [Int: String] = [:]
    var runs = 0
    outputs.reserveCapacity(parts.reduce(0) { $0 + $1.outputs.count })
    for part in parts {
      outputs += part.outputs
      for (run, reason) in part.reasons { reasons[runs + run] = reason }
      runs += part.runs
    }
    self.init(outputs: outputs, runs: runs, reasons: reasons)
  }

  /// Some of the runs.
  func part(_ part: Range<Int>) -> BatchOutcome {
    let width = runs == 0 ? 0 : outputs.count / runs
    return BatchOutcome(
      outputs: Array(outputs[part.lowerBound * width..<part.upperBound * width]),
      runs: part.count,
      reasons: reasons.reduce(into: [:]) {
        if part.contains($1.key) { $0[$1.key - part.lowerBound] = $1.value }
      })
  }
}
