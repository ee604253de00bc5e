import ArgumentParser
import Parameters
import Tables

/// Measures how fast a part of carecast is on this machine.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how fast a part of carecast is on this machine.",
    discussion: """
      Each measurement is the best of some repetitions; spread says how much longer the longest of \
      them took. Run it on an idle machine.

      Benchmarks:
        \(Benchmark.all.map { "\($0.id): \($0.sentence)" }.joined(separator: "\n  "))

      Examples:
        carecast bench
        carecast bench csv --rows 1000000 --threads 2 --json
      """)

  @Argument(help: "The benchmark by its id; all of them if not given.")
  var benchmark: String?

  @OptionGroup var options: BenchmarkOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let chosen = Benchmark.all.filter { benchmark == nil || $0.id == benchmark }
    if let benchmark, chosen.isEmpty {
      throw InputError(
        InputFault.unknownName(
          of: "benchmark", found: benchmark, among: Benchmark.all.map(\.id)),
        at: Place(file: "carecast bench"))
    }
    let measurements = try chosen.flatMap { try $0.run(options) }
    print(
      json ? Measurement.json(of: measurements).text : Measurement.text(of: measurements),
      terminator: "")
  }
}
