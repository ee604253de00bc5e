import Statistics
import TestSupport
import Testing

@Suite struct QuantileTests {
  /// R's nine types for 1 2 4 7 11 at 0.3.
  @Test func nineTypes() {
    let expected = [2, 2, 2, 1.5, 2, 1.8, 2.4, 1.933_333_333_333_333_3, 1.95]
    for (type, value) in zip(QuantileType.allCases, expected) {
      expectClose(
        quantile(of: [7, 1, 11, 4, 2], at: 0.3, type: type), value, relative: 1e-15, "\(type)")
    }
  }

  /// numpy 2.4.6, `quantile(x, p, method=…)`, its nine methods of Hyndman and Fan in order.
  @Test func manyShares() {
    let x = [3.1, -2.0, 5.5, 3.1, 0.4, 8.25, 1.0, 7.7, -0.3, 3.1, 6.0]
    let p = [0, 0.05, 0.1, 0.25, 1.0 / 3, 0.5, 0.62, 0.75, 0.9, 0.99, 1]
    let expected = [
      [-2, -2, -0.3, 0.4, 1, 3.1, 3.1, 6, 7.7, 8.25, 8.25],
      [-2, -2, -0.3, 0.4, 1, 3.1, 3.1, 6, 7.7, 8.25, 8.25],
      [-2, -2, -2, 0.4, 1, 3.1, 3.1, 5.5, 7.7, 8.25, 8.25],
      [-2, -2, -1.83, 0.225, 0.8, 3.1, 3.1, 5.625, 7.53, 8.1895, 8.25],
      [-2, -1.915, -0.98, 0.55, 1.35, 3.1, 3.868, 5.875, 7.92, 8.25, 8.25],
      [-2, -2, -1.66, 0.4, 1, 3.1, 4.156, 6, 8.14, 8.25, 8.25],
      [-2, -1.15, -0.3, 0.7, 1.7, 3.1, 3.58, 5.75, 7.7, 8.195, 8.25],
      [
        -2, -2, -1.206666666666667, 0.5, 1.233333333333333, 3.1, 3.964, 5.916666666666667,
        7.993333333333333, 8.25, 8.25,
      ],
      [-2, -2, -1.15, 0.5125, 1.2625, 3.1, 3.94, 5.90625, 7.975, 8.25, 8.25],
    ]
    for (type, row) in zip(QuantileType.allCases, expected) {
      expectClose(
        p.map { quantile(of: x, at: $0, type: type) }, row, relative: 1e-14, "\(type)")
    }
  }

  @Test(arguments: QuantileType.allCases) func laws(type: QuantileType) {
    var random = SeededGenerator(seed: type.rawValue)
    for count in [1, 2, 3, 10, 57] {
      let values = (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
      let shares = (0...40).map { Double($0) / 40 }
      let quantiles = shares.map { quantile(of: values, at: $0, type: type) }
      #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(type)")
      #expect(quantiles.last == values.max() && quantiles[0] == values.min())
      let moved = values.map { 4 * $0 + 1 }
      expectClose(
        shares.map { quantile(of: moved, at: $0, type: type) }, quantiles.map { 4 * $0 + 1 },
        relative: 1e-14, absolute: 1e-15, "seed \(type)")
    }
  }

  /// The naive twin: sorting first. Even and normal numbers, few different ones, all the same, a range so
  /// narrow that only the last bits differ, and numbers without bound.
  @Test(arguments: [4096, 4097, 30_000]) func manyValuesAsIfSorted(count: Int) {
    let stream = RandomStream(seed: 5, purpose: 0, draw: UInt32(count))
    let even = stream.uniforms(count)
    let samples = [
      even, stream.normals(count), even.map { ($0 * 9).rounded(.down) - 4 },
      even.map { _ in 2.5 }, even.map { 1 + ($0 * 0x1p20).rounded() * 0x1p-52 },
      even.map { $0 < 0.1 ? -.infinity : $0 > 0.9 ? .infinity : $0 },
    ]
    let shares = [0.5, 0, 1e-4, 0.95, 0.05, 0.5, 1]
    for (number, values) in samples.enumerated() {
      let sorted = values.sorted()
      for type in QuantileType.allCases where number < 5 || type.rawValue < 4 {
        let expected = shares.map { quantile(ofSorted: sorted, at: $0, type: type) }
        #expect(
          quantiles(of: values, at: shares, type: type) == expected, "sample \(number), \(type)")
        #expect(expected == expected.map { $0.isNaN ? 0 : $0 }, "sample \(number), \(type)")
      }
    }
  }
}
