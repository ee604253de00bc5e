import TestSupport
import Testing

@testable import Statistics

@Suite struct SelectionTests {
  /// Of few and of many values, also with many alike, one place after the other.
  @Test(arguments: [1, 2, 3, 10, 57, 1000, 5000]) func selectingIsSorting(count: Int) {
    var random = SeededGenerator(seed: count)
    for kinds in [1, 3, 1_000_000] {
      let values = (0..<count).map { _ in
        Double(Int.random(in: -kinds..<kinds, using: &random)) / 7
      }
      let sorted = values.sorted()
      let places = [0, count / 40, count / 2, count - 1 - count / 40, count - 1]
      #expect(
        selected(places, of: values) == places.map { sorted[$0] }, "\(count) of \(kinds) kinds")
    }
  }
}
