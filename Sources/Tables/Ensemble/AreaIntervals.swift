import Ensemble
import Parameters

/// The intervals of areas, as many at once as fit in memory: England's draws are computed once for all
/// of these.
struct AreaIntervals: Sendable {
  /// How many areas are computed at once.
  let areasAtOnce: Int
  private let results: AreaResults
  private let england: RunIntervals
  /// Where the numbers of any area but England lie; `nil` if there is no other.
  private let layout: RunLayout?

  /// Memory that the draws of the areas computed at once may take. Bytes.
  private static let memory = 192 << 20

  /// The intervals of a run; `nil` of one without draws.
  ///
  /// - Throws: What `AreaResults.results(of:)` throws.
  init?(of results: AreaResults) throws {
    guard let england = results.england.intervals else { return nil }
    self.england = england
    self.results = results
    layout = try results.areas.first { $0 != .england }.map {
      try RunLayout(of: results.results(of: $0))
    }
    areasAtOnce =
      layout.map { max(1, Self.memory / england.ensemble.bytes(forNumbers: $0.cells)) }
      ?? results.areas.count
  }

  /// The intervals of some of the areas.
  ///
  /// - Parameters:
  ///   - areas: The areas.
  ///   - report: Told which share of the draws is computed.
  /// - Returns: By area.
  /// - Throws: What the projection of a draw throws.
  func intervals(
    of areas: some Sequence<Area>, report: (Double) -> Void
  ) throws -> [Area: RunIntervals] {
    let parts = areas.filter { $0 != .england }
    guard let layout, !parts.isEmpty else { return [.england: england] }
    let summaries = try england.ensemble.summaries(
      of: parts.count, keeping: layout.kept,
      in: {
        try AreaResults(
          of: parts, within: england.results($0), shares: results.shares, effects: results.effects,
          threads: england.ensemble.threads)
      },
      report: report
    ) { try layout.numbers(of: $0.results(of: parts[$1])) }
    return zip(parts, summaries).reduce(into: [.england: england]) {
      $0[$1.0] = RunIntervals(
        england.ensemble, of: $1.1, in: layout, counting: england.count, england.results)
    }
  }
}
