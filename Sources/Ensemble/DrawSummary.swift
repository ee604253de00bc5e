import Statistics
import Synchronization

/// Numbers whose draws are being reduced, tile after tile.
final class DrawSummary: Sendable {
  private struct State {
    var tails: DrawTails
    /// By place, then by tile.
    var kept: [[Int: [Double]]]
  }

  private let places: Range<Int>
  private let state: Mutex<State>

  /// Nothing yet.
  ///
  /// - Parameters:
  ///   - draws: Draws of all tiles together, without the central run.
  ///   - kept: Places of numbers whose draws are kept.
  init(draws: Int, keeping kept: Range<Int>) {
    places = kept
    state = Mutex(State(tails: DrawTails(draws: draws), kept: kept.map { _ in [:] }))
  }

  /// Adds a tile.
  ///
  /// - Parameters:
  ///   - numbers: Its numbers, each with the central run in front.
  ///   - tile: Its place among the tiles, which may come in any order.
  func add(_ numbers: [Uncertain?], tile: Int) {
    state.withLock { state in
      state.tails.add(numbers)
      for (place, number) in numbers[places].enumerated() {
        switch number {
        case .drawn(let values)?:
          state.kept[place][tile] = Array(tile == 0 ? values[...] : values.dropFirst())
        case .known(let value)?: if tile == 0 { state.kept[place][tile] = [value] }
        case nil: break
        }
      }
    }
  }

  /// What all tiles come to.
  var summary: Ensemble.Summary {
    state.withLock { state in
      Ensemble.Summary(
        intervals: state.tails.intervals,
        kept: state.kept.map { $0.sorted { $0.key < $1.key }.flatMap(\.value) })
    }
  }
}
