import Statistics
import Synchronization

/// Numbers whose draws are being reduced, tile after tile.
final class DrawSummary: Sendable {
  private struct State {
    var tails: DrawTails
    var kept: [[Double]]
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
    state = Mutex(State(tails: DrawTails(draws: draws), kept: kept.map { _ in [] }))
  }

  /// Adds the next tile, with the central run in front.
  func add(_ numbers: [Uncertain?]) {
    state.withLock { state in
      state.tails.add(numbers)
      for (place, number) in numbers[places].enumerated() {
        switch number {
        case .drawn(let values)?:
          state.kept[place] += state.kept[place].isEmpty ? values[...] : values.dropFirst()
        case .known(let value)?: if state.kept[place].isEmpty { state.kept[place] = [value] }
        case nil: break
        }
      }
    }
  }

  /// What all tiles come to.
  var summary: Ensemble.Summary {
    state.withLock { Ensemble.Summary(intervals: $0.tails.intervals, kept: $0.kept) }
  }
}
