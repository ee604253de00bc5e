import TestSupport
import LinearAlgebra
import Testing

@Suite struct ExponentialBatchTests {
  /// The naive twin: each generator alone, bit for bit; slow and fast ones mixed, lanes left over.
  @Test(arguments: [0, 1, 2, 7, 8, 9, 30]) func sameBitsAsOneByOne(count: Int) {
    var random = SeededGenerator(seed: count)
    for order in [1, 2, 16] {
      let generators = (0..<count).map {
        Matrix.randomGenerator(order, fastest: [0.1, 1, 40][$0 % 3], &random)
      }
      let together = ExponentialIntegrals.batch(generators: generators, period: 0.75)
      let alone = generators.map { ExponentialIntegrals(generator: $0, period: 0.75) }
      #expect(together == alone, "order \(order)")
    }
  }

  @Test func noRates() {
    let zero = Matrix(rows: 3, columns: 3, repeating: 0)
    let batch = ExponentialIntegrals.batch(generators: [zero, zero], period: 2)
    #expect(batch.allSatisfy { $0.transition == .identity(3) })
  }
}
