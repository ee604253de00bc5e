import Parameters
import Statistics
import Testing

@testable import Ensemble

/// Reduction of draws to intervals.
@Suite struct EnsembleTests {
  /// Three numbers of a tile: one that varies, one that is known, and none.
  static func numbers(_ draws: ParameterDraws) -> [Uncertain?] {
    [.drawn(draws.draws.map { Double(7 * $0 % 1001) + 1e6 }), .known(5), nil]
  }

  @Test(arguments: [40, 62, 63, 64, 1000]) func everyDrawIsInOneTile(count: Int) {
    let tiles = Ensemble(draws: count, seed: 1).tiles
    #expect(tiles.allSatisfy { $0.draws[0] == 0 && $0.draws.count <= Ensemble.tileSize })
    #expect(tiles.flatMap { $0.draws.dropFirst() } == Array(1...count))
  }

  /// 7 d mod 1001 takes every value from 1 to 1000 once, except multiples of 143 · 7 in order: the ends
  /// are those of the sorted values by hand.
  @Test func endsArePercentilesOfTheDraws() throws {
    let ensemble = Ensemble(draws: 1000, seed: 1)
    let found = try ensemble.intervals(keeping: 0..<3) { Self.numbers($0) }
    let values = (1...1000).map { Double(7 * $0 % 1001) + 1e6 }
    #expect(
      found.intervals[0]?.lower == quantile(of: values, at: 0.025, type: Interval.quantileType))
    #expect(
      found.intervals[0]?.upper == quantile(of: values, at: 0.975, type: Interval.quantileType))
    #expect(found.intervals[1] == nil && found.intervals[2] == nil)
    #expect(found.kept == [[1e6] + values, [5], []])
  }

  @Test func threadsChangeNothing() throws {
    let all = try [1, 2, 3, 8, nil].map { threads in
      try Ensemble(draws: 300, seed: 1, threads: threads).intervals { Self.numbers($0) }.intervals
    }
    #expect(Set(all).count == 1)
  }

  @Test func theFirstTileThatFailsIsReported() {
    struct Failure: Error, Equatable { let draw: Int }
    #expect(throws: Failure(draw: Ensemble.tileSize)) {
      _ = try Ensemble(draws: 300, seed: 1).intervals { draws in
        if draws.draws[1] >= Ensemble.tileSize { throw Failure(draw: draws.draws[1]) }
        return Self.numbers(draws)
      }
    }
  }

  /// Differences are kept in single precision: 6e-8 of their own size, not of the number's.
  @Test func differencesOfLargeNumbersKeepTheirDigits() throws {
    let ensemble = Ensemble(draws: 100, seed: 1)
    let found = try ensemble.intervals { draws in
      [.drawn(draws.draws.map { 1e10 + 0.25 * Double($0) })]
    }
    let values = (1...100).map { 1e10 + 0.25 * Double($0) }
    let expected = quantile(of: values, at: 0.975, type: Interval.quantileType)
    #expect(abs(found.intervals[0]!.upper - expected) < 1e-5)
  }
}
