import Statistics
import TestSupport
import Testing

@Suite struct MonotoneCubicTests {
  /// Random knots and rising values, a third of the intervals flat.
  private func knots(seed: Int, count: Int) -> (x: [Double], y: [Double]) {
    var random = SeededGenerator(seed: seed)
    var x = [Double.random(in: -5...5, using: &random)]
    var y = [Double.random(in: -5...5, using: &random)]
    for _ in 1..<count {
      x.append(x.last! + .random(in: 0.01...3, using: &random))
      let flat = Int.random(in: 0..<3, using: &random) == 0
      y.append(y.last! + (flat ? 0 : .random(in: 0...100, using: &random)))
    }
    return (x, y)
  }

  private static let cases = [2, 3, 4, 9, 50].flatMap { count in (0..<8).map { (count, $0) } }

  /// At a knot the weights are 0 and 1 up to the rounding of t, which is exact there.
  @Test(arguments: cases) func passesThroughTheKnots(count: Int, seed: Int) {
    let (x, y) = knots(seed: 100 * count + seed, count: count)
    let curve = MonotoneCubic(x: x, y: y)
    for knot in x.indices { #expect(curve.value(at: x[knot]) == y[knot], "knot \(knot)") }
  }

  /// Never falls, and stays between the values of its knots. Four products of up to 500 in double
  /// precision may be off by 1e-12.
  @Test(arguments: cases) func risesWhereverThePointsRise(count: Int, seed: Int) {
    let (x, y) = knots(seed: 100 * count + seed, count: count)
    let curve = MonotoneCubic(x: x, y: y)
    let rounding = 1e-14 * (y.map(abs).max()! + 1)
    for knot in 1..<count {
      var last = y[knot - 1]
      for step in 0...64 {
        let point = min(x[knot - 1] + (x[knot] - x[knot - 1]) * Double(step) / 64, x[knot])
        let value = curve.value(at: point)
        #expect(value >= last - rounding, "at \(point), seed \(seed)")
        #expect((y[knot - 1] - rounding...y[knot] + rounding).contains(value), "at \(point)")
        last = value
      }
    }
  }

  @Test(arguments: cases) func flatIntervalsStayFlat(count: Int, seed: Int) {
    let (x, y) = knots(seed: 100 * count + seed, count: count)
    let curve = MonotoneCubic(x: x, y: y)
    for knot in 1..<count where y[knot] == y[knot - 1] {
      for share in [0.1, 0.5, 0.9] {
        let value = curve.value(at: x[knot - 1] + share * (x[knot] - x[knot - 1]))
        expectClose(value, y[knot], relative: 1e-14, "interval \(knot)")
      }
    }
  }

  /// A line through uneven knots: every slope is the line's, so the cubic is the line.
  @Test func aLineIsReproduced() {
    let x = [-3.0, -2.5, 0, 1, 7.25, 20]
    let curve = MonotoneCubic(x: x, y: x.map { 3 * $0 + 10 })
    for point in stride(from: -3.0, through: 20, by: 0.37) {
      expectClose(curve.value(at: point), 3 * point + 10, relative: 1e-14, absolute: 1e-13)
    }
    expectClose(MonotoneCubic(x: [0, 4], y: [1, 9]).value(at: 1), 3, relative: 1e-15)
  }

  /// Worked by hand. Secants 1 and 3, slopes 1, 2, 3, none of them limited:
  /// `½ · 0 + ½ · 1 + ⅛ · 1 − ⅛ · 2 = 0.375` and `½ · 1 + ½ · 4 + ⅛ · 2 − ⅛ · 3 = 2.375`.
  @Test func slopesAreMeansOfTheSecants() {
    let curve = MonotoneCubic(x: [0, 1, 2], y: [0, 1, 4])
    expectClose(curve.value(at: 0.5), 0.375, relative: 1e-15)
    expectClose(curve.value(at: 1.5), 2.375, relative: 1e-15)
  }

  /// Worked by hand. Secants 1 and 9, slopes 1, 5, 9: in the first interval (1, 5) is longer than 3
  /// and is cut to 3 / √26 · (1, 5). At ½: `½ + (3 / √26 − 15 / √26) / 8 = ½ − 1.5 / √26`.
  @Test func steepSlopesAreCutToTheCircle() {
    let curve = MonotoneCubic(x: [0, 1, 2], y: [0, 1, 10])
    expectClose(curve.value(at: 0.5), 0.205_825_797_292_723_93, relative: 1e-13)
  }

  /// Beside a flat interval the slope is 0: from (0, 0) flat to (1, 0), then up to (2, 1), where the
  /// last slope is the secant 1. At 1.5: `½ · 1 − ⅛ · 1 = 0.375`.
  @Test func theSlopeBesideAFlatIntervalIsZero() {
    let curve = MonotoneCubic(x: [0, 1, 2], y: [0, 0, 1])
    expectClose(curve.value(at: 1.5), 0.375, relative: 1e-15)
    #expect(curve.value(at: 0.5) == 0)
  }

  /// Scaling values scales the curve; moving knots moves it.
  @Test(arguments: 0..<8) func followsScaleAndPlace(seed: Int) {
    let (x, y) = knots(seed: seed, count: 6)
    let curve = MonotoneCubic(x: x, y: y)
    let moved = MonotoneCubic(x: x.map { 2 * $0 }, y: y.map { 4 * $0 })
    for share in [0.0, 0.13, 0.5, 0.71, 1] {
      let point = x[0] + share * (x[5] - x[0])
      expectClose(
        moved.value(at: 2 * point), 4 * curve.value(at: point), relative: 1e-13, "seed \(seed)")
    }
  }
}
