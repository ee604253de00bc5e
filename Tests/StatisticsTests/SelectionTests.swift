import TestSupport
import Testing

@testable import Statistics

@Suite struct SelectionTests {
  /// Of any order, also with many values alike, and one quantile after the other.
  @Test(arguments: [1, 2, 3, 10, 57, 1000]) func selectingIsSorting(count: Int) {
    var random = SeededGenerator(seed: count)
    for kinds in [1, 3, 1_000_000] {
      let values = (0..<count).map { _ in
        Double(Int.random(in: 0..<kinds, using: &random)) / 7
      }
      let sorted = values.sorted()
      for type in QuantileType.allCases {
        var moved = values
        for p in [0.025, 0.975, 0, 1, 0.5, 0.31] {
          #expect(
            quantile(selectedFrom: &moved, at: p, type: type)
              == quantile(ofSorted: sorted, at: p, type: type),
            "\(count) values of \(kinds) kinds, \(p), \(type)")
        }
        #expect(moved.sorted() == sorted)
      }
    }
  }
}
