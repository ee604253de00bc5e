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

  @Test(arguments: [40, 62, 63, 64, 1000], [1, 2, 3, 8, 64])
  func everyDrawIsInOneTile(count: Int, threads: Int) {
    let tiles = Ensemble(draws: count, seed: 1, threads: threads).tiles
    #expect(tiles.allSatisfy { $0.draws[0] == 0 && $0.draws.count <= Ensemble.tileSize })
    #expect(tiles.flatMap { $0.draws.dropFirst() } == Array(1...count))
  }

  /// 7 d mod 1001 takes every value from 1 to 1000 once, except multiples of 143 · 7 in order: the ends
  /// are those of the sorted values by hand.
  @Test func endsArePercentilesOfTheDraws() throws {
    let ensemble = Ensemble(draws: 1000, seed: 1)
    let found = try ensemble.summary(keeping: 0..<3) { Self.numbers($0) }
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
      try Ensemble(draws: 300, seed: 1, threads: threads).summary { Self.numbers($0) }.intervals
    }
    #expect(Set(all).count == 1)
  }

  @Test func theFirstTileThatFailsIsReported() {
    struct Failure: Error, Equatable { let draw: Int }
    let ensemble = Ensemble(draws: 300, seed: 1)
    let second = ensemble.tiles[1].draws[1]
    #expect(throws: Failure(draw: second)) {
      _ = try ensemble.summary { draws in
        if draws.draws[1] >= second { throw Failure(draw: draws.draws[1]) }
        return Self.numbers(draws)
      }
    }
  }

  /// Differences are kept in single precision: 6e-8 of their own size, not of the number's.
  @Test func differencesOfLargeNumbersKeepTheirDigits() throws {
    let ensemble = Ensemble(draws: 100, seed: 1)
    let found = try ensemble.summary { draws in
      [.drawn(draws.draws.map { 1e10 + 0.25 * Double($0) })]
    }
    let values = (1...100).map { 1e10 + 0.25 * Double($0) }
    let expected = quantile(of: values, at: 0.975, type: Interval.quantileType)
    #expect(abs(found.intervals[0]!.upper - expected) < 1e-5)
  }

  /// Every count of draws, also those at which an end is one of the draws.
  @Test func endsAreThoseOfAllDrawsSorted() {
    for count in Array(40...90) + [121, 201, 241, 400, 401, 1000, 2001] {
      let values = (1...count).map {
        Double(Float((Double($0) * 0.618).truncatingRemainder(dividingBy: 1)))
      }
      var tails = DrawTails(draws: count)
      for start in stride(from: 0, to: count, by: 17) {
        tails.add([.drawn([0] + values[start..<min(start + 17, count)])])
      }
      let (low, high) = (
        quantile(of: values, at: Interval.tail, type: Interval.quantileType),
        quantile(of: values, at: 1 - Interval.tail, type: Interval.quantileType)
      )
      #expect(tails.intervals == [Interval(lower: low, upper: high)], "\(count) draws")
    }
  }

  @Test func theOrderOfTilesChangesNothing() {
    let tiles = (0..<9).map { tile in (0..<9).map { Double((tile * 9 + $0) * 37 % 101) } }
    func tails(_ order: [Int]) -> [Interval?] {
      var tails = DrawTails(draws: 81)
      for tile in order { tails.add([.drawn([50] + tiles[tile])]) }
      return tails.intervals
    }
    #expect(tails(Array(0..<9)) == tails([3, 8, 1, 0, 5, 7, 2, 6, 4]))
  }

  @Test func whatDoesNotVaryInEveryTileHasNoInterval() {
    var tails = DrawTails(draws: 80)
    let drawn = Uncertain.drawn((0...40).map(Double.init))
    tails.add([drawn, drawn, nil])
    tails.add([drawn, .known(0), drawn])
    #expect(tails.intervals.map { $0 != nil } == [true, false, false])
  }

  /// What subjects share of a tile is computed once; each has its own numbers.
  @Test(arguments: [1, 2, 3, 8]) func subjectsShareATile(threads: Int) throws {
    let ensemble = Ensemble(draws: 300, seed: 1, threads: threads)
    let all = try ensemble.summaries(of: 3, keeping: 0..<1, in: { $0.draws.map(Double.init) }) {
      shared, subject in [.drawn(shared.map { $0 * Double(subject + 1) })]
    }
    for (subject, summary) in all.enumerated() {
      let alone = try ensemble.summary(keeping: 0..<1) { draws in
        [.drawn(draws.draws.map { Double($0) * Double(subject + 1) })]
      }
      #expect(summary.intervals == alone.intervals && summary.kept == alone.kept)
    }
  }
}
