import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct DistanceTests {
  /// `max |F_a − F_b|` over all values of two samples.
  private static func distance(_ a: [Double], _ b: [Double]) -> Double {
    (a + b).reduce(0) { most, q in
      let (x, y) = (a.count { $0 <= q }, b.count { $0 <= q })
      return max(most, abs(Double(x) / Double(a.count) - Double(y) / Double(b.count)))
    }
  }

  /// Whole-number outputs, many of them equal: distances counted out slice by slice.
  @Test func pawnNaiveTwin() throws {
    let problem = try TestFunction.problem(2, TestFunction.unit())
    @Sendable func f(_ x: [Double]) -> Double { (8 * x[0] * x[0] + 2 * x[1]).rounded() }
    var study = try Study(.pawn, of: problem, settings: .monteCarlo { $0.slices = 5 })
    try study.extend(to: 400) { [f($0)] }
    let rows = study.rows(of: 0..<400)
    let y = (0..<400).map { f(rows.row($0)) }
    for i in 0..<2 {
      let distances = (0..<5).map { slice in
        Self.distance(y.indices.filter { Int(rows[$0, i] * 5) == slice }.map { y[$0] }, y)
      }
      let result = try study.result()
      let figures = [
        quantile(of: distances, at: 0.5, type: .inclusive), mean(of: distances), distances.max()!,
      ]
      for (kind, value) in zip(["pawn-median", "pawn-mean", "pawn-max"], figures) {
        let found = try #require(result.estimate(kind, of: "x\(i + 1)"))
        expectClose(found.value, value, relative: 1e-12, kind)
      }
    }
  }

  /// `y = x1`: within slice k of ten the distance is the larger of k / 10 and (9 − k) / 10.
  @Test func pawnOfOneInput() throws {
    var study = try Study(.pawn, of: TestFunction.problem(2, TestFunction.unit()))
    try study.extend(to: 1 << 14) { [$0[0]] }
    let result = try study.result()
    for (kind, value) in [("pawn-median", 0.7), ("pawn-mean", 0.7), ("pawn-max", 0.9)] {
      let found = try #require(result.estimate(kind, of: "x1"))
      expectClose(found.value, value, relative: 0, absolute: 0.01)
      let (still, dummy) = (
        try #require(result.estimate(kind, of: "x2")),
        try #require(result.estimate(kind, of: Measure.dummyName))
      )
      #expect(still.value < 0.06 && dummy.value < 0.06 && still.value > 0)
    }
  }

  @Test func regionalNaiveTwin() throws {
    let problem = try TestFunction.problem(2, TestFunction.unit())
    @Sendable func f(_ x: [Double]) -> Double { (6 * x[0] + 3 * x[1]).rounded() }
    var study = try Study(.regional, of: problem, settings: .monteCarlo { $0.split = 0.7 })
    try study.extend(to: 300) { [f($0)] }
    let rows = study.rows(of: 0..<300)
    let y = (0..<300).map { f(rows.row($0)) }
    let threshold = quantile(of: y, at: 0.7, type: .inverseDistribution)
    for i in 0..<2 {
      let column = rows.column(i)
      let parts = [true, false].map { above in
        y.indices.filter { (y[$0] > threshold) == above }.map { column[$0] }
      }
      let found = try #require(try study.result().estimate("ks-distance", of: "x\(i + 1)"))
      expectClose(found.value, Self.distance(parts[0], parts[1]), relative: 1e-12)
    }
  }

  /// The sum of two normal numbers above and below 0: the distance of either is ½.
  @Test func regionalOfASum() throws {
    let problem = try TestFunction.problem(2, NormalDistribution(mean: 0, standardDeviation: 1))
    var study = try Study(.regional, of: problem)
    try study.extend(to: 1 << 14) { [$0[0] + $0[1]] }
    let result = try study.result()
    expectClose(
      try #require(result.estimate("ks-distance", of: "x1")).value, 0.5, relative: 0, absolute: 0.03
    )
    #expect(try #require(result.estimate("ks-distance", of: Measure.dummyName)).value < 0.04)
    let p = try #require(
      result.probability(that: "x2", outranks: Measure.dummyName, by: "ks-distance"))
    #expect(p == 1)
  }

  /// Above 13,107 runs a slice's counts need wider numbers; nothing else changes.
  @Test func manyRuns() throws {
    var study = try Study(
      .pawn, of: TestFunction.problem(1, TestFunction.unit()), settings: .monteCarlo(20))
    try study.extend(to: 13_000) { [$0[0]] }
    let before = try #require(try study.result().estimate("pawn-mean", of: "x1"))
    try study.extend(to: 13_200) { [$0[0]] }
    let after = try #require(try study.result().estimate("pawn-mean", of: "x1"))
    expectClose(before.standardError, after.standardError, relative: 0.4)
  }
}
