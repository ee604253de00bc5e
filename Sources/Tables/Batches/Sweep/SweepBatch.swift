import Ensemble
public import Foundation
import LinearAlgebra
import Parameters
public import Scenarios
import Statistics

/// A sweep of the model, as a batch.
public struct SweepBatch: Batch {
  /// What it is.
  public let plan: BatchPlan
  let sweep: Sweep
  let model: BatchModel
  private let folder: ScenarioFolder
  private let threads: Int?

  /// Runs of a block.
  private static let blockRuns = 960

  /// A sweep.
  ///
  /// - Parameters:
  ///   - sweep: What is varied.
  ///   - model: The model of its scenarios, in their order.
  ///   - folder: The parameters and levers that it names.
  ///   - arguments: Arguments that give the same output, without the program's own name.
  ///   - version: Version of carecast.
  ///   - dataDigest: Digest of all data it has read.
  ///   - threads: How many tiles are computed at once; all cores with `nil`.
  public init(
    _ sweep: Sweep, of model: BatchModel, in folder: ScenarioFolder, arguments: [String],
    version: String, dataDigest: String, threads: Int?
  ) {
    self.sweep = sweep
    self.model = model
    self.folder = folder
    self.threads = threads
    plan = BatchPlan(
      version: version, arguments: arguments, dataDigest: dataDigest,
      texts: [sweep.text] + model.scenarios.map(\.scenario.text),
      blocks: (sweep.runs + Self.blockRuns - 1) / Self.blockRuns)
  }

  /// How many runs there are.
  public var runs: Int { sweep.runs }

  /// How many scenarios, and how many points of each axis.
  public var dimensions: String {
    ([sweep.scenarios.count] + sweep.axes.map(\.points.count)).map(String.init)
      .joined(separator: " × ")
  }

  /// Figures of a run.
  var width: Int { model.figures.count / sweep.scenarios.count }

  /// Computes a block.
  public func outcome(ofBlock block: Int) throws -> BatchOutcome {
    try outcome(of: runs(ofBlock: block))
  }

  private func runs(ofBlock block: Int) -> Range<Int> {
    block * Self.blockRuns..<min((block + 1) * Self.blockRuns, sweep.runs)
  }

  /// Computes some runs: those of one scenario and with the same levers side by side.
  public func outcome(of runs: Range<Int>) throws -> BatchOutcome {
    var order: [SweepGroup] = []
    var members: [SweepGroup: [Int]] = [:]
    for run in runs {
      let group = group(of: run)
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(run)
    }
    let tiles = order.flatMap { group in
      let own = members[group]!
      return stride(from: 0, to: own.count, by: Ensemble.tileSize).map {
        (group: group, runs: Array(own[$0..<min($0 + Ensemble.tileSize, own.count)]))
      }
    }
    let parts = try concurrently(tiles.indices, threads: threads) {
      outcome(of: tiles[$0].runs, tiles[$0].group)
    }
    var outputs = [Double](repeating: .nan, count: runs.count * width)
    var reasons: [Int: String] = [:]
    for (tile, part) in zip(tiles, parts) {
      for (place, run) in tile.runs.enumerated() {
        let own = run - runs.lowerBound
        for figure in 0..<width {
          outputs[own * width + figure] = part.outputs[place * width + figure]
        }
        reasons[own] = part.reasons[place]
      }
    }
    return BatchOutcome(outputs: outputs, runs: runs.count, reasons: reasons)
  }

  /// A tile; where it fails as a whole, run by run.
  private func outcome(of runs: [Int], _ group: SweepGroup) -> BatchOutcome {
    do {
      let numbers = try model.numbers(
        of: model.scenarios[group.scenario].scenario.id, pulling: levers(of: group),
        changing: changes(of: runs), in: nil)
      return BatchOutcome(
        outputs: runs.indices.flatMap { run in numbers.map { $0[run] } }, runs: runs.count)
    } catch  where runs.count == 1 {
      return BatchOutcome(failed: "\(error)", figures: width)
    } catch {
      return BatchOutcome(joining: runs.map { outcome(of: [$0], group) }, figures: width)
    }
  }

  /// A run's scenario and levers.
  private func group(of run: Int) -> SweepGroup {
    let place = sweep.place(of: run)
    var strengths: [String: Double] = [:]
    var starts: [String: FinancialYear] = [:]
    for (axis, point) in zip(sweep.axes, place.points) {
      for (setting, value) in zip(axis.settings, axis.points[point]) {
        switch (setting, value) {
        case (.strength(let lever), .number(let strength)): strengths[lever] = strength
        case (.start(let lever), .year(let year)): starts[lever] = year
        default: break
        }
      }
    }
    return SweepGroup(scenario: place.scenario, strengths: strengths, starts: starts)
  }

  /// The levers of a group; what is not varied of one is as in its scenario, or in full from the first
  /// projected year.
  private func levers(of group: SweepGroup) -> [LeverUse] {
    let scenario = model.scenarios[group.scenario].scenario
    return Set(group.strengths.keys).union(group.starts.keys).sorted().map { lever in
      let own = scenario.levers.first { $0.lever == lever }
      return LeverUse(
        lever: lever, start: group.starts[lever] ?? own?.start ?? folder.opening,
        strength: group.strengths[lever] ?? own?.strength ?? 1,
        reason: "Varied by the sweep.", place: Place(file: "the sweep"))
    }
  }

  /// The changes of parameters of some runs, a number of its own for each.
  private func changes(of runs: [Int]) -> [Override] {
    let places = runs.map { sweep.place(of: $0).points }
    return sweep.axes.indices.flatMap { axis -> [Override] in
      sweep.axes[axis].settings.indices.compactMap { index in
        guard case .parameter(let path, let verb, let from) = sweep.axes[axis].settings[index]
        else { return nil }
        let amounts = places.map { points -> Double in
          guard case .number(let amount) = sweep.axes[axis].points[points[axis]][index]
          else { preconditionFailure("a parameter set to a year") }
          return amount
        }
        let isSame = amounts.allSatisfy { $0 == amounts[0] }
        return Override(
          path, verb, isSame ? .known(amounts[0]) : .drawn(amounts), from: from, in: folder,
          reason: "Varied by the sweep.", place: Place(file: "the sweep"))
      }
    }
  }

  /// The file of all runs and what is printed.
  public func output(
    of blocks: (Int) throws -> BatchOutcome, spool: URL
  ) throws -> BatchOutput {
    var writing = try SweepWriting(self, spool: spool)
    try writing.begin()
    for block in 0..<plan.blocks {
      try writing.add(blocks(block), first: runs(ofBlock: block).lowerBound)
    }
    return try writing.output()
  }
}

/// Runs that differ in the numbers of parameters alone.
private struct SweepGroup: Hashable {
  let scenario: Int
  let strengths: [String: Double]
  let starts: [String: FinancialYear]
}
