import LinearAlgebra
import Statistics
import TestSupport
import Testing

@Suite struct LatinHypercubeTests {
  @Test(arguments: [1, 2, 7, 100]) func oneInEveryInterval(n: Int) {
    let points = LatinHypercube(count: n, dimensions: 5, seed: 8, purpose: 3).points
    for d in 0..<5 {
      let column = points.column(d)
      #expect(column.map { Int($0 * Double(n)) }.sorted() == Array(0..<n))
      #expect(column.allSatisfy { $0 > 0 && $0 < 1 })
    }
    #expect(points == LatinHypercube(count: n, dimensions: 5, seed: 8, purpose: 3).points)
    #expect(points != LatinHypercube(count: n, dimensions: 5, seed: 9, purpose: 3).points)
  }

  /// Over seeds any point is evenly distributed; a sum of coordinates is integrated far better than by
  /// independent points: its variance is `Σ 1 / (12 n³)` instead of `Σ 1 / (12 n)`.
  @Test func lawsOverSeeds() {
    let (n, seeds) = (50, 2000)
    let designs = (0..<seeds).map {
      LatinHypercube(count: n, dimensions: 3, seed: UInt64($0), purpose: 0).points
    }
    let first = designs.map { $0[0, 1] }
    expectClose(
      mean(of: first), 0.5, relative: 0, absolute: 5 * (1.0 / 12 / Double(seeds)).squareRoot())
    let means = designs.map { points in mean(of: (0..<n).map { sum(of: points.row($0)) }) }
    // The variance of 2,000 values is known to 3 %.
    expectClose(variance(of: means), 3.0 / 12 / 125_000, relative: 0.16)
    expectClose(mean(of: means), 1.5, relative: 1e-3)
  }

  /// The naive twin: a number asked for at every step, and every element by its formula.
  @Test func sameAsOneByOne() {
    let (n, dimensions) = (5000, 11)
    let points = LatinHypercube(count: n, dimensions: dimensions, seed: 4, purpose: 2).points
    for d in 0..<dimensions {
      let stream = RandomStream(seed: 4, purpose: 2, draw: UInt32(d))
      var order = Array(0..<n)
      for i in 0..<n { order.swapAt(i, i + stream.integer(below: n - i, at: UInt64(i))) }
      #expect(stream.permutation(of: n) == order)
      let column = (0..<n).map {
        (Double(order[$0]) + stream.uniform(at: UInt64(n + $0))) / Double(n)
      }
      #expect(points.column(d) == column, "dimension \(d)")
    }
  }

  /// All 24 orders of 4, each about equally often: chi-square with 23 degrees of freedom exceeds 68 less
  /// often than twice in a million.
  @Test func permutations() {
    var counts: [[Int]: Int] = [:]
    for draw in 0..<24_000 as Range<UInt32> {
      counts[RandomStream(seed: 1, purpose: 5, draw: draw).permutation(of: 4), default: 0] += 1
    }
    #expect(counts.count == 24)
    #expect(counts.values.reduce(0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 } < 68)
    #expect(RandomStream(seed: 1, purpose: 5, draw: 0).permutation(of: 0).isEmpty)
  }
}

@Suite struct DiscrepancyTests {
  /// scipy's documented example: six points on a 6 × 6 grid.
  @Test func documentedExample() {
    let grid: [[Double]] = [[1, 3], [2, 6], [3, 2], [4, 5], [5, 1], [6, 4]]
    let points = Matrix(grid.map { $0.map { ($0 - 0.5) / 6 } })
    for (kind, expected) in [
      (Discrepancy.centred, 0.008142039609053464), (.wrapAround, 0.01684670781892894),
      (.mixture, 0.01489559220678949), (.star, 0.06833606212558091),
    ] {
      expectClose(kind.value(of: points), expected, relative: 1e-12, kind.rawValue)
    }
  }

  /// One point in the middle of a line: by hand 1/12 each for centred, wrap-around 1/6, star √(1/12).
  @Test func onePoint() {
    let middle = Matrix([[0.5]])
    expectClose(Discrepancy.centred.value(of: middle), 1.0 / 12, relative: 1e-13)
    expectClose(Discrepancy.wrapAround.value(of: middle), 1.0 / 6, relative: 1e-13)
    expectClose(Discrepancy.star.value(of: middle), (1.0 / 12).squareRoot(), relative: 1e-13)
  }

  @Test(arguments: Discrepancy.allCases) func sobolPointsAreEven(kind: Discrepancy) throws {
    let sobol = try SobolDesign(dimensions: 4, seed: 3, purpose: 0).rows(0..<128)
    let stream = RandomStream(seed: 3, purpose: 0, draw: 0)
    let random = Matrix(rows: 128, columns: 4, elements: stream.uniforms(512))
    #expect(kind.value(of: sobol) < kind.value(of: random) / 2, "\(kind)")
  }
}
