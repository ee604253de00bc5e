import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import Testing

/// In how many of consecutive seeds the intervals of methods other than `sobol` hold exact values: see
/// ``CoverageTests``. Left out, because their intervals are wider than chance makes them: indices of 0 by
/// sums of squares (`hsic`, and `rbd-fast` with independent points), and δ of Ishigami's function,
/// which is not known exactly. Counted so far, two figures just miss the 930: the total index of Ishigami's x3
/// by `fast` with 928, whose harmonics beyond the tenth are not seen, and the first order of G's x2 by
/// `rbd-fast` with 929.
@Suite struct MethodCoverageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let method: String
    let baseRuns: Int
    let isMonteCarlo: Bool
    let function: TestFunction
    var testDescription: String { "\(method) of \(function.name)" }
  }

  /// `Σ c x` of standard normal numbers, with what is known of each share `s = c² / Σ c²`: δ by
  /// quadrature; Cramér–von Mises `6 (¼ + asin((1 + s) / 2) / 2π) − 2`; the kernels' criterion from
  /// moments of normal numbers; rank correlation `6 asin(r / 2) / π`, r² = s; the Kolmogorov–Smirnov
  /// distance of an input above and below the output's median `2 asin(r) / π`.
  static func linear(_ c: [Double], delta: [Double]) throws -> TestFunction {
    let whole = c.reduce(0) { $0 + $1 * $1 }
    func kernel(_ s: Double) -> Double {
      1 / (9 - 4 * s).squareRoot() + 1.0 / 3 - 2 / (9 - s).squareRoot()
    }
    let exact = c.indices.flatMap { i -> [TestFunction.Exact] in
      let (s, name) = (c[i] * c[i] / whole, "x\(i + 1)")
      let distances = 6 * (0.25 + asin((1 + s) / 2) / (2 * .pi)) - 2
      let r = c[i] / whole.squareRoot()
      let ranks = c.map { 6 / .pi * asin($0 / whole.squareRoot() / 2) }
      let rest = ranks.reduce(1) { $0 - $1 * $1 }
      return [
        ("srrc", name, nil, ranks[i]),
        ("prcc", name, nil, ranks[i] / (rest + ranks[i] * ranks[i]).squareRoot()),
        ("ks-distance", name, nil, 2 * asin(r) / .pi),
        ("first-order", name, nil, s), ("total-order", name, nil, s),
        ("cramer-von-mises", name, nil, distances), ("hsic", name, nil, kernel(s) / kernel(1)),
        ("dgsm-bound", name, nil, s), ("delta", name, nil, delta[i]),
      ]
    }
    return TestFunction(
      name: "linear function",
      problem: try TestFunction.problem(
        c.count, NormalDistribution(mean: 0, standardDeviation: 1)),
      value: { x in zip(c, x).reduce(0) { $0 + $1.0 * $1.1 } }, exact: exact)
  }

  /// The median over ten slices of an input of the distance between the output's distributions within and
  /// over all, both normal with correlation r: by sums over 500 places of a slice and 2,000 outputs.
  static func pawnMedian(_ r: Double) -> Double {
    let spread = (1 - r * r).squareRoot()
    let outputs = (0..<2000).map { -4 + 8 * (Double($0) + 0.5) / 2000 }
    let distances = (0..<10).map { slice -> Double in
      let places = (0..<500).map {
        standardNormalQuantile((Double(slice) + (Double($0) + 0.5) / 500) / 10)
      }
      return outputs.reduce(0) { largest, y in
        let within = places.reduce(0) { $0 + standardNormalCumulative((y - r * $1) / spread) }
        return max(largest, abs(within / 500 - standardNormalCumulative(y)))
      }
    }.sorted()
    return (distances[4] + distances[5]) / 2
  }

  static func cases() throws -> [Case] {
    let equal = try linear([1, 1], delta: [0.305993822077779, 0.305993822077779])
    let double = try linear([1, 2], delta: [0.160393885342791, 0.505497220127875])
    let triple = try linear([1, 2, 0.5], delta: [0, 0, 0])
    let sliced = TestFunction(
      name: "linear function", problem: double.problem, value: double.value,
      exact: [
        ("pawn-median", "x1", nil, pawnMedian(1 / 5.0.squareRoot())),
        ("pawn-median", "x2", nil, pawnMedian(2 / 5.0.squareRoot())),
      ])
    // Steps of ⅔ between levels 0, ⅓, ⅔ and 1: effects x2; x1; 2 a + ⅔ with a = 0 or ⅓.
    let stepped = TestFunction(
      name: "x1 x2 + x3²", problem: try TestFunction.problem(3, TestFunction.unit()),
      value: { $0[0] * $0[1] + $0[2] * $0[2] },
      exact: [
        ("mu-star", "x1", nil, 0.5), ("mu", "x2", nil, 0.5), ("mu-star", "x3", nil, 1),
        ("sigma", "x1", nil, (5.0 / 36).squareRoot()),
      ])
    let ishigami = try TestFunction.ishigami(b: 0.1)
    let slopes = TestFunction(
      name: "Ishigami", problem: ishigami.problem, value: ishigami.value,
      exact: [
        ("dgsm", "x1", nil, 7.71958794071926), ("dgsm", "x2", nil, 24.5),
        ("dgsm-bound", "x1", nil, 2.23035542083984), ("dgsm-bound", "x2", nil, 7.07857831664065),
        ("dgsm-bound", "x3", nil, 3.17446936419582),
      ])
    let g = try TestFunction.g([0, 0.5, 3, 9, 99, 99])
    return [
      Case(method: "fast", baseRuns: 32, isMonteCarlo: false, function: ishigami),
      Case(method: "fast", baseRuns: 32, isMonteCarlo: false, function: g),
      Case(method: "rbd-fast", baseRuns: 4096, isMonteCarlo: false, function: ishigami),
      Case(method: "rbd-fast", baseRuns: 4096, isMonteCarlo: false, function: g),
      Case(method: "rbd-fast", baseRuns: 4096, isMonteCarlo: false, function: double),
      Case(method: "rbd-fast", baseRuns: 2048, isMonteCarlo: true, function: equal),
      Case(method: "rank-first-order", baseRuns: 2048, isMonteCarlo: true, function: ishigami),
      Case(method: "rank-first-order", baseRuns: 2048, isMonteCarlo: true, function: g),
      Case(method: "cvm", baseRuns: 2048, isMonteCarlo: true, function: equal),
      Case(method: "cvm", baseRuns: 2048, isMonteCarlo: true, function: double),
      Case(method: "delta", baseRuns: 2048, isMonteCarlo: true, function: equal),
      Case(method: "delta", baseRuns: 2048, isMonteCarlo: true, function: double),
      Case(method: "hsic", baseRuns: 1024, isMonteCarlo: true, function: equal),
      Case(method: "hsic", baseRuns: 1024, isMonteCarlo: true, function: double),
      Case(method: "dgsm", baseRuns: 1024, isMonteCarlo: false, function: slopes),
      Case(method: "dgsm", baseRuns: 1024, isMonteCarlo: true, function: double),
      Case(method: "polynomial-chaos", baseRuns: 128, isMonteCarlo: false, function: ishigami),
      Case(method: "polynomial-chaos", baseRuns: 256, isMonteCarlo: false, function: g),
      Case(method: "gaussian-process", baseRuns: 128, isMonteCarlo: false, function: ishigami),
      Case(method: "gaussian-process", baseRuns: 128, isMonteCarlo: false, function: g),
      Case(method: "srrc", baseRuns: 512, isMonteCarlo: true, function: triple),
      Case(method: "srrc", baseRuns: 512, isMonteCarlo: false, function: triple),
      Case(method: "prcc", baseRuns: 512, isMonteCarlo: true, function: triple),
      Case(method: "prcc", baseRuns: 512, isMonteCarlo: false, function: triple),
      Case(method: "regional", baseRuns: 1024, isMonteCarlo: true, function: triple),
      Case(method: "pawn", baseRuns: 2048, isMonteCarlo: true, function: sliced),
      Case(method: "morris", baseRuns: 256, isMonteCarlo: true, function: stepped),
    ]
  }

  /// Methods whose runs or analyses take long are tried with fewer seeds unless all are asked for.
  @Test(arguments: try cases()) func holds(_ example: Case) throws {
    let isLong = ["fast", "delta", "hsic", "polynomial-chaos", "gaussian-process"].contains(
      example.method)
    let isFull = CoverageTests.isFull(example.method)
    let seeds = isFull ? 1000 : isLong ? 40 : 80
    let method = try SensitivityMethod.named(example.method)
    let kinds = Set(method.kinds.map(\.id))
    let function = example.function
    let exact = function.exact.filter { kinds.contains($0.kind) && $0.kind != "second-order" }
    let hits = try concurrently(0..<seeds) { seed -> [Bool] in
      let settings = Settings.with {
        $0.seed = UInt64(seed + 1)
        if example.isMonteCarlo { $0.sampling = .monteCarlo(resamples: 100) }
      }
      let result = try function.study(method, example.baseRuns, settings).result()
      return exact.map { kind, input, other, value in
        result.estimate(kind, of: input, with: other)?.interval.contains(value) ?? false
      }
    }
    for (place, figure) in exact.enumerated() {
      let count = hits.count { $0[place] }
      let note = "\(example.testDescription): \(figure.kind) \(figure.input), \(count) of \(seeds)"
      CoverageTests.say(
        "\(example.testDescription), \(example.isMonteCarlo ? "independent" : "Sobol'"): "
          + "\(figure.kind) \(figure.input)", count, seeds)
      if isFull {
        #expect(count >= 930 && (!example.isMonteCarlo || count <= 970), "\(note)")
      } else {
        // A share of 95 % gives less than this once in ten thousand times.
        #expect(count >= seeds * 4 / 5, "\(note)")
      }
    }
  }
}
