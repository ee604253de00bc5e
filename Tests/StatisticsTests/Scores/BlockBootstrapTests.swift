import Statistics
import TestSupport
import Testing

/// Blocks are drawn whole, and what is compared with them.
@Suite struct BlockBootstrapTests {
  private func bootstrap(_ blocks: [Int], resamples: Int = 2_000) -> BlockBootstrap {
    BlockBootstrap(blocks: blocks, resamples: resamples, seed: 3, purpose: 92)
  }

  @Test func theValueIsTheRatioOfAllParts() throws {
    let found = try #require(
      bootstrap([0, 0, 1, 2]).ratio(of: [1, 2, 3, 4], to: [2, 2, 2, 2]))
    #expect(found.value == 1.25)
    #expect(found.interval.contains(1.25))
  }

  @Test func equalBlocksHaveNoRange() throws {
    let found = try #require(bootstrap([0, 1, 2, 3]).ratio(of: [3, 3, 3, 3], to: [2, 2, 2, 2]))
    #expect(found.interval == 1.5...1.5)
    let one = try #require(bootstrap([5, 5, 5]).ratio(of: [1, 2, 6], to: [1, 1, 1]))
    #expect(one.interval == 3...3)
  }

  @Test func aDenominatorOfZeroGivesNothing() {
    #expect(bootstrap([0, 1]).ratio(of: [1, 2], to: [0, 0]) == nil)
  }

  @Test func whatIsTheSameInBothForecastsCancels() throws {
    // Errors that are large together: their ratio is 1.1 in every block.
    let other = (0..<40).map { Double($0 % 7) * 10 + 1 }
    let found = try #require(
      bootstrap(Array(0..<40)).ratio(of: other.map { 1.1 * $0 }, to: other))
    expectClose(found.interval.lowerBound, 1.1, relative: 1e-14)
    expectClose(found.interval.upperBound, 1.1, relative: 1e-14)
  }

  /// Parts of a block that are alike say no more than one of them; the mean of 100 normal numbers
  /// has an interval of ± 0.196.
  @Test func theWidthIsThatOfTheBlocks() throws {
    let numbers = RandomStream(seed: 4, purpose: 93, draw: 0).normals(100)
    let alike = numbers.flatMap { [$0, $0, $0, $0] }
    let found = try #require(
      bootstrap((0..<100).flatMap { [$0, $0, $0, $0] }).ratio(
        of: alike, to: alike.map { _ in 1 }))
    let deviation = variance(of: numbers).squareRoot()
    let width = (found.interval.upperBound - found.interval.lowerBound) / (0.392 * deviation)
    #expect(abs(width - 1) < 0.08, "seed 4: \(width)")
  }

  @Test func theSameSeedGivesTheSame() throws {
    let parts = (0..<30).map { Double($0 * $0 % 11) }
    let ones = parts.map { _ in 1.0 }
    let first = try #require(bootstrap(Array(0..<30)).ratio(of: parts, to: ones))
    let second = try #require(bootstrap(Array(0..<30)).ratio(of: parts, to: ones))
    #expect(first == second)
    let other = BlockBootstrap(blocks: Array(0..<30), resamples: 2_000, seed: 5, purpose: 92)
    #expect(try #require(other.ratio(of: parts, to: ones)).interval != first.interval)
  }
}
