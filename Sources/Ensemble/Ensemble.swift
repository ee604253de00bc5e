import Foundation
import LinearAlgebra
public import Parameters
public import Statistics

/// Many runs of a model whose parameters are drawn, computed tile by tile and reduced to an interval
/// for each number.
///
/// Draws of a tile are computed side by side, tiles on several threads. Each draw's numbers depend on
/// the seed and the draw alone, and tiles are put together in their order, so that neither threads
/// nor tiles change a byte.
public struct Ensemble: Sendable, Equatable {
  /// How many draws there are, besides the central run.
  public let draws: Int
  /// What all random numbers depend on.
  public let seed: UInt64
  /// How many tiles are computed at once; as many as there are cores if `nil`.
  public let threads: Int?

  /// Draws of a tile with the central run in front: sixteen times the eight lanes of a kernel. Larger
  /// tiles share more work and take more memory.
  public static let tileSize = 128

  /// Draws of a tile that several subjects share, whose memory is that of all they share.
  static let sharedTileSize = 72

  /// The draws that can be asked for: enough for an interval, and few enough to be kept in memory.
  public static let allowedDraws = 40...10_000

  /// An ensemble.
  ///
  /// - Parameters:
  ///   - draws: One of ``allowedDraws``.
  ///   - seed: What all random numbers depend on.
  ///   - threads: At least 1; all cores with `nil`.
  public init(draws: Int, seed: UInt64, threads: Int? = nil) {
    precondition(Ensemble.allowedDraws.contains(draws), "\(draws) draws")
    precondition((threads ?? 1) >= 1, "\(threads ?? 1) threads")
    self.draws = draws
    self.seed = seed
    self.threads = threads
  }

  /// The draws in tiles, each with the central run (draw 0) in front: as many for each thread.
  public var tiles: [ParameterDraws] { tiles(ofAtMost: Ensemble.tileSize) }

  /// How many tiles are computed at once.
  private var atOnce: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  private func tiles(ofAtMost most: Int) -> [ParameterDraws] {
    func rounded(_ count: Int, upTo unit: Int) -> Int { (count + unit - 1) / unit * unit }
    let count = rounded(rounded(draws, upTo: most - 1) / (most - 1), upTo: atOnce)
    let size = max(1, rounded(draws, upTo: count) / count)
    return stride(from: 1, through: draws, by: size).map { first in
      let last = min(first + size - 1, draws)
      return ParameterDraws(seed: seed, draws: [0] + Array(first...last))
    }
  }

  /// Memory that the reduction of a subject with so many numbers takes. Bytes.
  public func bytes(forNumbers count: Int) -> Int {
    count * DrawTails(draws: draws).bytesPerNumber
  }

  /// What the draws of some numbers come to.
  public struct Summary: Sendable {
    /// An interval for each number that varies, `nil` for the others.
    public let intervals: [Interval?]
    /// For each number kept, in their order, what it is in the central run and in draws 1, 2, … (one
    /// number if it does not vary, none if there is none).
    public let kept: [[Double]]
  }

  /// Computes every tile and reduces it to intervals.
  ///
  /// - Parameters:
  ///   - kept: Places of numbers whose draws are wanted besides their intervals.
  ///   - numbers: The numbers of a tile, as many and in the same order for every tile; `nil` where
  ///     there is none, such as a cell that holds a marker.
  /// - Throws: What `numbers` throws for the first tile that fails.
  public func summary(
    keeping kept: Range<Int> = 0..<0,
    of numbers: @Sendable (ParameterDraws) throws -> [Uncertain?]
  ) throws -> Summary {
    let (tiles, summary) = (tiles, DrawSummary(draws: draws, keeping: kept))
    _ = try concurrently(tiles.indices, threads: threads) {
      summary.add(try numbers(tiles[$0]), tile: $0)
    }
    return summary.summary
  }

  /// Computes every tile and reduces the numbers of several subjects, such as areas, to intervals:
  /// what subjects share of a tile is computed once, and the numbers of all draws are never in memory.
  ///
  /// - Parameters:
  ///   - subjects: How many there are, at least one.
  ///   - kept: Places of numbers whose draws are wanted besides their intervals.
  ///   - shared: What all subjects share of a tile; one is in memory at a time, made on one thread.
  ///   - report: Told which share of the draws is computed.
  ///   - numbers: The numbers of a subject in a tile, as many and in the same order for every tile.
  /// - Returns: One for each subject.
  /// - Throws: What `shared`, then `numbers`, throws for the first tile or subject that fails.
  public func summaries<Shared: Sendable>(
    of subjects: Int, keeping kept: Range<Int> = 0..<0,
    in shared: @Sendable (ParameterDraws) throws -> Shared, report: (Double) -> Void = { _ in },
    _ numbers: @Sendable (Shared, Int) throws -> [Uncertain?]
  ) throws -> [Summary] {
    let tiles = tiles(ofAtMost: subjects > 1 ? Ensemble.sharedTileSize : Ensemble.tileSize)
    let all = (0..<subjects).map { _ in DrawSummary(draws: draws, keeping: kept) }
    for (place, tile) in tiles.enumerated() {
      let shared = try shared(tile)
      _ = try concurrently(0..<subjects, threads: threads) {
        all[$0].add(try numbers(shared, $0), tile: place)
      }
      report(Double(place + 1) / Double(tiles.count))
    }
    return all.map(\.summary)
  }
}
