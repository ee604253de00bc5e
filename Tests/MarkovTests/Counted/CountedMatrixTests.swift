import LinearAlgebra
import TestSupport
import Testing

@testable import Markov

/// Matrices of counted moves: kernels, their twins in Swift, and what they stand for.
@Suite struct CountedMatrixTests {
  static let sizes = [1, 2, 3, 5, 8, 11, 12]

  @Test(arguments: sizes) func kernelsAreTheirTwinsToTheBit(n: Int) {
    var random = SeededGenerator(seed: n)
    let (a, b) = (CountedMatrix.random(n, &random), CountedMatrix.random(n, &random))
    #expect(a.product(b) == a.portableProduct(b), "\(n)")
    var generator = a
    for e in 0..<n * n { generator.elements[generator.parts.twoMoves + e] = .zero }
    let product = generator.product(b, isGenerator: true)
    #expect(product == generator.portableProduct(b, isGenerator: true), "\(n)")
    #expect(product == generator.portableProduct(b), "\(n)")

    let factor = Lanes.random(in: -1...1, using: &random)
    var (sum, twin) = (a, a)
    sum.add(b, times: factor)
    twin.addPortably(b, times: factor)
    #expect(sum == twin, "\(n)")

    let row = (0..<3 * n).map { _ in Lanes.random(in: 0...1, using: &random) }
    var (added, addedTwin) = (row.map { 2 * $0 }, row.map { 2 * $0 })
    a.addRow(row, to: &added)
    a.addRowPortably(row, to: &addedTwin)
    #expect(added == addedTwin, "\(n)")
  }

  /// Products and sums of the matrices over all states, lane by lane.
  @Test(arguments: sizes) func partsMakeTheWholeMatrix(n: Int) {
    var random = SeededGenerator(seed: 100 + n)
    let (a, b) = (CountedMatrix.random(n, &random), CountedMatrix.random(n, &random))
    let product = a.product(b)
    let row = (0..<3 * n).map { _ in Lanes.random(in: 0...1, using: &random) }
    var added = [Lanes](repeating: .zero, count: 3 * n)
    a.addRow(row, to: &added)
    let unit = CountedMatrix.unit(n)
    #expect(a.product(unit) == a && unit.product(a) == a)
    for lane in 0..<8 {
      let (left, right) = (a.expanded(lane), b.expanded(lane))
      expectClose(
        product.expanded(lane), left.fixedOrderProduct(right), relative: 1e-14,
        "\(n), lane \(lane)")
      let plain = Matrix([row.map { $0[lane] }]).fixedOrderProduct(left)
      expectClose(added.map { $0[lane] }, plain.row(0), relative: 1e-14, "\(n), lane \(lane)")
    }
  }

  @Test(arguments: sizes) func aSeriesIsItsTwinToTheBit(n: Int) {
    var random = SeededGenerator(seed: 200 + n)
    var generator = CountedMatrix.random(n, &random)
    for e in 0..<n * n { generator.elements[generator.parts.twoMoves + e] = .zero }
    for e in generator.elements.indices { generator.elements[e] *= 0.5 / Double(n) }
    for isDouble in [false, true] {
      let series = CountedSeries(
        generator, shift: .random(in: 0.01...0.5, using: &random),
        time: .random(in: 0.01...1, using: &random), isDouble: isDouble)
      #expect(series.sum() == series.portableSum(), "\(n), double: \(isDouble)")
    }
  }

  @Test func eachLaneIsReplacedByItself() {
    var random = SeededGenerator(seed: 1)
    let (a, b) = (CountedMatrix.random(2, &random), CountedMatrix.random(2, &random))
    let mixed = a.replacing(with: b, where: SIMD8(0, 1, 2, 3, 4, 5, 6, 7) .> 4)
    for lane in 0..<8 {
      #expect(mixed.expanded(lane) == (lane > 4 ? b : a).expanded(lane), "lane \(lane)")
    }
  }
}
