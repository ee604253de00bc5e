import LinearAlgebra

/// The failed runs of a sensitivity analysis, with their reasons and inputs.
struct FailedRuns {
  /// The file that lists them.
  static let fileName = "failures.csv"
  /// The most that are listed: a batch that fails everywhere must not fill memory.
  static let mostListed = 10_000

  private struct Row {
    let run: Int
    let baseRun: Int
    let reason: String
    let inputs: [Double]
  }

  private let names: [String]
  private var rows: [Row] = []

  /// - Parameter names: Of the inputs.
  init(inputs names: [String]) { self.names = names }

  /// Whether none failed.
  var isEmpty: Bool { rows.isEmpty }

  /// Takes in runs, of which it keeps those that failed.
  ///
  /// - Parameters:
  ///   - outcome: What they gave.
  ///   - inputs: One row a run.
  ///   - first: The index of the first of them among all runs.
  ///   - unitRows: Runs of a base run.
  ///   - figures: Names of the figures.
  mutating func add(
    _ outcome: BatchOutcome, _ inputs: Matrix, first: Int, unitRows: Int, figures: [String]
  ) {
    if outcome.reasons.isEmpty && outcome.outputs.allSatisfy(\.isFinite) { return }
    let width = figures.count
    for run in 0..<outcome.runs where rows.count < FailedRuns.mostListed {
      let own = outcome.outputs[run * width..<(run + 1) * width]
      let bad = zip(figures, own).first { !$1.isFinite }
      guard let reason = outcome.reasons[run] ?? bad.map({ "\($0) is \($1)" }) else { continue }
      rows.append(
        Row(
          run: first + run, baseRun: (first + run) / unitRows, reason: reason,
          inputs: inputs.row(run)))
    }
  }

  /// The file.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  func file() throws(TableError) -> DescribedFile {
    try RowFile<Row>(
      path: FailedRuns.fileName,
      title: "Runs that failed, at most \(FailedRuns.mostListed), with their inputs", key: ["run"],
      columns: [
        .whole("run", "Run, from 0") { $0.run },
        .whole("base_run", "Base run of which it is a part, from 0") { $0.baseRun },
        .text("reason", "Why it failed") { $0.reason },
      ]
        + names.enumerated().map { index, name in
          .number(name, "Value; of several numbers their place in their distributions, 0 to 1") {
            $0.inputs[index]
          }
        }
    ).file(of: rows)
  }
}
