import Testing

@testable import LinearAlgebra

@Suite struct BackgroundTests {
  private struct Failure: Error, Equatable {
    let index: Int
  }

  @Test func theValueIsWaitedFor() throws {
    let sums = (0..<20).map { first in Background { (first..<(first + 1_000)).reduce(0, +) } }
    for (first, sum) in sums.enumerated() {
      #expect(try sum.value() == 1_000 * first + 499_500)
      #expect(try sum.value() == 1_000 * first + 499_500, "asked for again")
    }
  }

  @Test func anErrorIsThrownWhereTheValueIsAskedFor() {
    let failing = Background<Int> { throw Failure(index: 3) }
    #expect(throws: Failure(index: 3)) { try failing.value() }
  }

  @Test func theErrorOfTheLowestIndexIsThrown() {
    #expect(throws: Failure(index: 2)) {
      try concurrently(0..<8) { if $0 >= 2 { throw Failure(index: $0) } }
    }
  }
}
