import LinearAlgebra
import Testing

@Suite struct ConcurrentlyTests {
  private struct Failed: Error, Equatable { let index: Int }

  @Test(arguments: [nil, 1, 2, 7, 100]) func valuesComeInOrder(threads: Int?) throws {
    #expect(try concurrently(3..<40, threads: threads) { $0 * $0 } == (3..<40).map { $0 * $0 })
    #expect(try concurrently(5..<5, threads: threads) { $0 }.isEmpty)
  }

  @Test(arguments: [nil, 1, 2, 7]) func theErrorIsThatOfTheLowestIndex(threads: Int?) {
    #expect(throws: Failed(index: 13)) {
      try concurrently(0..<40, threads: threads) { index in
        if index % 10 == 3 && index > 3 { throw Failed(index: index) }
        return index
      }
    }
  }
}
