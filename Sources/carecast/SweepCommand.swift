import ArgumentParser
import CareModel
import Datasets
import Foundation
import LinearAlgebra
import Parameters
import Scenarios
import Tables

/// Runs every combination of values of parameters and levers.
struct SweepCommand: BatchCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Run every combination of some values of parameters, levers and scenarios.",
    discussion: """
      The file says what is varied; all combinations are run:

        scenario: [baseline, review-in-full]
        years: [2029, 2034]
        indicators: [gap_cumulative, children]
        vary:
          - {path: entries.rate, scale: [0.9, 1, 1.1], from: 2026-04-01}
          - {lever: family-help, strength: {from: 0, to: 1, steps: 5}, start: [2025-26]}
          - together:
              - {path: entries.trend, set: [0, 0.01]}
              - {path: trend.damping, set: [0.8, 0.9]}

      A parameter is set, scaled or added to, as by the options of carecast project.

      Examples:
        carecast sweep my-sweep.yaml --dry-run
        carecast sweep my-sweep.yaml --output run-sweep
      """)

  @Argument(help: "A YAML file.")
  var file: String

  @Flag(help: "Say how many runs there are and about how long they take; run nothing else.")
  var dryRun = false

  @OptionGroup var options: ModelOptions
  @OptionGroup var out: BatchOutputOptions

  func run() throws {
    let digest = Background { try DataFolder.digest(of: Datasets.folder) }
    let batch = try sweep { try digest.value() }
    if dryRun {
      print(try estimate(of: batch))
    } else {
      try out.carryOut(batch, saying: "blocks of runs")
    }
  }

  func batch(dataDigest: String) throws -> any Batch { try sweep { dataDigest } }

  private func sweep(_ dataDigest: () throws -> String) throws -> SweepBatch {
    let data = try DataFolder(Datasets.folder, everySeries: false)
    let all = try ScenarioFolder(data)
    let sweep = try Sweep.read(file, in: all)
    let place = Place(file: file)
    let scenarios = try all.scenarios(named: sweep.scenarios, at: place)
    let folder = try all.opened(for: scenarios, at: place)
    let model = try BatchModel(
      of: scenarios, in: folder, data: data,
      indicators: sweep.indicators.map { try BatchIndicator.named($0, at: place) },
      years: sweep.years, adding: options.overrides(in: folder), fundingBase: options.funding)
    return SweepBatch(
      sweep, of: model, in: folder, arguments: ["sweep", file] + options.arguments,
      version: Carecast.configuration.version, dataDigest: try dataDigest(),
      threads: options.threads)
  }

  /// How many runs there are and about how long they take, from some of them.
  private func estimate(of batch: SweepBatch) throws -> String {
    let clock = ContinuousClock()
    let tried = min(batch.runs, 192)
    _ = try batch.outcome(of: 0..<1)
    let spent = try clock.measure { _ = try batch.outcome(of: 0..<tried) }
    let seconds = spent.inSeconds * Double(batch.runs) / Double(tried)
    let time =
      seconds < 90
      ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded(.up))) minutes"
    return "\(batch.runs) runs: \(batch.dimensions). About \(time) on this machine, as it is now."
  }
}
