import Statistics
import TestSupport
import Testing

@Suite struct RunningMomentsTests {
  /// The twin that sees all numbers at once, merged from parts of any size.
  @Test(arguments: 1...6) func agreesWithTwoPasses(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let values = (0..<100 * seed).map { _ in 1e6 + Double.random(in: -1...1, using: &random) }
    var whole = RunningMoments()
    for value in values { whole.add(value) }
    var merged = RunningMoments()
    for start in stride(from: 0, to: values.count, by: 37) {
      var part = RunningMoments()
      for value in values[start..<min(start + 37, values.count)] { part.add(value) }
      merged.merge(part)
    }
    merged.merge(RunningMoments())
    for moments in [whole, merged] {
      #expect(moments.count == values.count)
      #expect(moments.minimum == values.min() && moments.maximum == values.max())
      expectClose(moments.mean, mean(of: values), relative: 1e-15, "seed \(seed)")
      expectClose(moments.variance, variance(of: values), relative: 1e-9, "seed \(seed)")
    }
  }

  /// NIST NumAcc4: mean 10,000,000.2, standard deviation 0.1.
  @Test func certified() {
    var moments = RunningMoments()
    moments.add(10_000_000.2)
    for k in 0..<1000 { moments.add(k.isMultiple(of: 2) ? 10_000_000.1 : 10_000_000.3) }
    expectClose(moments.mean, 10_000_000.2, relative: 1e-15)
    expectClose(moments.variance.squareRoot(), 0.1, relative: 1e-7)
  }
}

@Suite struct WeightedQuantileTests {
  /// The naive twin: values written out as often as they weigh.
  @Test(arguments: QuantileType.allCases) func wholeWeights(type: QuantileType) {
    var random = SeededGenerator(seed: type.rawValue)
    for count in [1, 2, 3, 8, 30] {
      let values = (0..<count).map { _ in Double(Int.random(in: -5...20, using: &random)) }
      var weights = (0..<count).map { _ in Double(Int.random(in: 0...4, using: &random)) }
      weights[0] += 1
      let all = zip(values, weights).flatMap { Array(repeating: $0, count: Int($1)) }
      for p in [0, 0.05, 0.1, 0.25, 1.0 / 3, 0.5, 0.62, 0.75, 0.9, 0.99, 1] {
        expectClose(
          quantile(of: values, weights: weights, at: p, type: type),
          quantile(of: all, at: p, type: type), relative: 1e-14, absolute: 1e-14,
          "\(type) \(p) seed \(type.rawValue)")
      }
    }
  }

  /// Types 1 and 2 do not mind the weights' unit.
  @Test func scale() {
    let (values, weights) = ([5.0, 1, 3, 2], [0.1, 0.4, 0.2, 0.3])
    for type in [QuantileType.inverseDistribution, .averagedInverse] {
      for p in [0, 0.3, 0.4, 0.55, 0.7, 0.85, 0.9, 1] {
        #expect(
          quantile(of: values, weights: weights, at: p, type: type)
            == quantile(of: values, weights: weights.map { $0 * 70 }, at: p, type: type), "\(p)")
      }
    }
    #expect(quantile(of: values, weights: weights, at: 0.5, type: .inverseDistribution) == 2)
    #expect(quantile(of: values, weights: weights, at: 0.4, type: .averagedInverse) == 1.5)
  }
}

@Suite struct QuantileSketchTests {
  private func share(_ sorted: [Double], below value: Double) -> ClosedRange<Double> {
    let n = Double(sorted.count)
    return Double(sorted.count { $0 < value }) / n...Double(sorted.count { $0 <= value }) / n
  }

  @Test func exactWhileSmall() {
    var sketch = QuantileSketch(capacity: 64)
    let values = RandomStream(seed: 1, purpose: 0, draw: 0).normals(64)
    for value in values { sketch.add(value) }
    #expect(sketch.rankError == 0)
    for p in [0, 0.01, 0.25, 0.5, 0.95, 1] {
      #expect(sketch.quantile(at: p) == quantile(of: values, at: p, type: .inverseDistribution))
    }
  }

  /// Rising, falling and mixed orders, from one stream or merged from eight of different length: every
  /// rank is within the bound, the ends are exact.
  @Test(arguments: 0..<6) func ranksAreWithinTheBound(seed: Int) {
    let n = [1000, 5000, 20_000][seed % 3]
    var values = RandomStream(seed: UInt64(seed), purpose: 0, draw: 0).normals(n)
    let sorted = values.sorted()
    if seed == 1 { values = sorted }
    if seed == 2 { values = sorted.reversed() }
    var whole = QuantileSketch(capacity: 128)
    for value in values { whole.add(value) }
    var merged = QuantileSketch(capacity: 128)
    var start = 0
    for part in 1...8 {
      var sketch = QuantileSketch(capacity: 128)
      let end = part == 8 ? n : start + part * n / 40
      for value in values[start..<end] { sketch.add(value) }
      merged.merge(sketch)
      start = end
    }
    for sketch in [whole, merged] {
      #expect(sketch.count == n)
      #expect(sketch.quantile(at: 0) == sorted[0] && sketch.quantile(at: 1) == sorted[n - 1])
      #expect(sketch.rankError < 0.08, "\(sketch.rankError)")
      let shares = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975]
      for (p, value) in zip(shares, sketch.quantiles(at: shares)) {
        let range = share(sorted, below: value)
        let error = max(range.lowerBound - p, p - range.upperBound, 0)
        #expect(error <= sketch.rankError, "\(p): \(error) of \(sketch.rankError) seed \(seed)")
        #expect(error < 0.02, "\(p): \(error) seed \(seed)")
      }
    }
  }

  @Test func aMillionNumbers() {
    var sketch = QuantileSketch()
    for value in RandomStream(seed: 2, purpose: 0, draw: 0).uniforms(1_000_000) {
      sketch.add(value)
    }
    #expect(sketch.rankError < 0.004)
    expectClose(sketch.quantile(at: 0.05), 0.05, relative: 0, absolute: 0.003)
  }

  @Test func sameOrderSameBits() {
    func sketch() -> QuantileSketch {
      var total = QuantileSketch(capacity: 32)
      for draw in 0..<5 as Range<UInt32> {
        var part = QuantileSketch(capacity: 32)
        for value in RandomStream(seed: 9, purpose: 0, draw: draw).uniforms(300) { part.add(value) }
        total.merge(part)
      }
      return total
    }
    #expect(sketch() == sketch())
  }
}
