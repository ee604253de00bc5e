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

  /// Draws of a tile with the central run in front: twelve times the eight lanes of a kernel. Larger
  /// tiles share more work and take more memory.
  static let tileSize = 96

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

  /// The draws in tiles, each with the central run (draw 0) in front.
  public var tiles: [ParameterDraws] {
    stride(from: 1, through: draws, by: Ensemble.tileSize - 1).map { first in
      let last = min(first + Ensemble.tileSize - 2, draws)
      return ParameterDraws(seed: seed, draws: [0] + Array(first...last))
    }
  }

  /// Computes every tile and reduces it to intervals.
  ///
  /// - Parameters:
  ///   - kept: Places of numbers whose draws are wanted besides their intervals.
  ///   - numbers: The numbers of a tile, as many and in the same order for every tile; `nil` where
  ///     there is none, such as a cell that holds a marker.
  /// - Returns: An interval for each number that varies, `nil` for the others; and for each number
  ///   kept, in their order, what it is in the central run and in draws 1, 2, … (one number if it does
  ///   not vary, none if there is none).
  /// - Throws: What `numbers` throws for the first tile that fails.
  public func intervals(
    keeping kept: Range<Int> = 0..<0,
    of numbers: @Sendable (ParameterDraws) throws -> [Uncertain?]
  ) throws -> (intervals: [Interval?], kept: [[Double]]) {
    let tiles = tiles
    let stored = try concurrently(tiles.indices, threads: threads) {
      let numbers = try numbers(tiles[$0])
      return (tile: TileDraws(numbers), kept: Array(numbers[kept]))
    }
    return (
      try TileDraws.intervals(of: stored.map(\.tile), threads: threads),
      kept.indices.map { place in Self.joined(stored.map { $0.kept[place - kept.lowerBound] }) }
    )
  }

  /// The draws of one number from its tiles, each with the central run in front.
  private static func joined(_ tiles: [Uncertain?]) -> [Double] {
    tiles.enumerated().reduce(into: []) { all, tile in
      switch tile.element {
      case .drawn(let numbers)?: all += tile.offset == 0 ? numbers[...] : numbers.dropFirst()
      case .known(let number)?: if tile.offset == 0 { all.append(number) }
      case nil: break
      }
    }
  }
}
