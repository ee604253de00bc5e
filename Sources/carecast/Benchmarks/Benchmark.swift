import ArgumentParser
import Ensemble

/// Something whose speed can be measured.
struct Benchmark: Sendable {
  /// What `carecast bench` calls it.
  let id: String
  /// What it measures.
  let sentence: String
  /// Measures it.
  let run: @Sendable (BenchmarkOptions) throws -> [Measurement]

  /// All benchmarks.
  static let all = [
    machine, cohort, chain, exponential, design, normals, quantiles, regression, sensitivity,
    ensemble, csv,
  ]
}

/// How much is measured, and where.
struct BenchmarkOptions: ParsableArguments {
  @Option(help: "Rows of the CSV file.")
  var rows = 10_000_000

  @Option(help: "Runs of the cohort models.")
  var runs = 8192

  @Option(help: "Generators of exponentials.")
  var generators = 4096

  @Option(help: "Points of the designs; a Latin hypercube takes 240 bytes for each.")
  var points = 1_015_808

  @Option(help: "Normal numbers, and numbers to find quantiles of.")
  var numbers = 10_000_000

  @Option(help: "Equations of the least squares.")
  var equations = 100_000

  @Option(help: "Draws of the ensemble.")
  var draws = 1000

  @Option(
    help: ArgumentHelp(
      "File to write, which is replaced and kept; without it a temporary one.", valueName: "file"))
  var output: String?

  @Option(help: "Threads that work side by side, at most 64.")
  var threads = 1

  @Option(help: "How often each measurement is repeated, at most 1000.")
  var repetitions = 5

  func validate() throws {
    try check(rows, "--rows", in: 1...1_000_000_000)
    try check(runs, "--runs", in: 1...10_000_000)
    try check(generators, "--generators", in: 1...1_000_000)
    try check(points, "--points", in: 1...10_000_000)
    try check(numbers, "--numbers", in: 1...100_000_000)
    try check(equations, "--equations", in: 50...1_000_000)
    try check(draws, "--draws", in: Ensemble.allowedDraws)
    try check(threads, "--threads", in: 1...64)
    try check(repetitions, "--repetitions", in: 1...1000)
  }

  private func check(_ number: Int, _ option: String, in allowed: ClosedRange<Int>) throws {
    guard allowed.contains(number) else {
      throw ValidationError(
        "\(option) is \(number). Allowed: \(allowed.lowerBound) to \(allowed.upperBound).")
    }
  }
}
