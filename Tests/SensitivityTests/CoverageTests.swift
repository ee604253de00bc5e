import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import Testing

/// In how many of 1,000 consecutive seeds from 1 the 95 % interval holds the exact value: in at least 930,
/// with independent points in at most 970; those of a function on average in 940 (at most 960). That
/// takes minutes and is asked for with `CARECAST_COVERAGE=1`, or with the names of methods between commas
/// (`CARECAST_COVERAGE=sobol,evppi`); every count is then printed. Else 80 seeds must give at least 66. Of
/// some 400 intervals of `sobol`, `src`, `pcc` and `evppi` two total indices miss it so far, with 928 and
/// 929.
@Suite struct CoverageTests {
  private static let asked = ProcessInfo.processInfo.environment["CARECAST_COVERAGE"] ?? ""

  /// Whether a method's intervals are counted in full.
  static func isFull(_ method: String) -> Bool {
    asked == "1" || asked.split(separator: ",").contains { $0 == method }
  }

  static func seeds(of method: String) -> Int { isFull(method) ? 1000 : 80 }

  /// Prints a count if counts are asked for.
  static func say(_ figure: String, _ hits: Int, _ seeds: Int) {
    if !asked.isEmpty { print("coverage | \(figure) | \(hits) | \(seeds)") }
  }

  static func expectFair(
    _ method: String, _ hits: Int, isMonteCarlo: Bool, _ note: String
  ) {
    say("\(method), \(isMonteCarlo ? "independent" : "Sobol'"): \(note)", hits, seeds(of: method))
    if isFull(method) {
      #expect(hits >= 930 && (!isMonteCarlo || hits <= 970), "\(note): \(hits) of 1000")
    } else {
      #expect(hits >= 66, "\(note): \(hits) of \(seeds(of: method))")
    }
  }

  @Test(arguments: try TestFunction.all(), [false, true])
  func sobol(function: TestFunction, isMonteCarlo: Bool) throws {
    let small = function.problem.inputs.count < 10
    let exact = function.exact.filter { $0.kind != "second-order" || small }
    let hits = try concurrently(0..<Self.seeds(of: "sobol")) { seed -> [Bool] in
      let settings = Settings.with {
        $0.seed = UInt64(seed + 1)
        $0.secondOrder = small
        if isMonteCarlo { $0.sampling = .monteCarlo(resamples: 100) }
      }
      let result = try function.study(.sobol, 1024, settings).result()
      return exact.map { kind, input, other, value in
        result.estimate(kind, of: input, with: other)?.interval.contains(value) ?? false
      }
    }
    let counts = exact.indices.map { place in hits.count { $0[place] } }
    for (figure, count) in zip(exact, counts) {
      Self.expectFair(
        "sobol", count, isMonteCarlo: isMonteCarlo,
        "\(function.name): \(figure.kind) \(figure.input)")
    }
    if Self.isFull("sobol") {
      let average = Double(counts.reduce(0, +)) / Double(counts.count)
      #expect(average >= 940 && (!isMonteCarlo || average <= 960), "\(function.name): \(average)")
    }
  }

  /// Net benefit m + Σ s_i x_i of a plan against one worth 0, x_i standard normal, with EVPI and the
  /// EVPPI of each input.
  static let benefits: [(mean: Double, sds: [Double], evpi: Double, evppi: [Double])] = [
    (0, [1], 0.39894228040143268, [0.39894228040143268]),
    (1000, [2000], 395.59311480261206, [395.59311480261206]),
    (-500, [1500], 381.35417144860793, [381.35417144860793]),
    (1000, [1500, 800], 292.268002011478, [226.679470736605, 40.4694946443623]),
  ]

  @Test(arguments: benefits.indices, ["evppi", "evsi"])
  func information(place: Int, method: String) throws {
    let (mean, sds, evpi, evppi) = Self.benefits[place]
    // 50 observations beside a prior worth 16, by unit normal loss.
    let kept = (50.0 / 66).squareRoot()
    let evsi = sds.map { SampleInformationTests.loss(mean, $0 * kept) }
    let problem = try TestFunction.problem(
      sds.count, NormalDistribution(mean: 0, standardDeviation: 1))
    let hits = try concurrently(0..<Self.seeds(of: method)) { seed -> [Bool] in
      var study = try Study(
        .named(method), of: problem,
        settings: .monteCarlo(seed: UInt64(seed + 1)) {
          $0.studySize = 50
          $0.priorSize = 16
        })
      try study.extend(to: 4096) { (rows: Matrix) in
        Matrix(
          rows: rows.rows, columns: 1,
          elements: (0..<rows.rows).map { row in
            sds.indices.reduce(mean) { $0 + sds[$1] * rows[row, $1] }
          })
      }
      let result = try study.result()
      if method == "evsi" {
        return evsi.indices.map {
          result.estimate("evsi", of: "x\($0 + 1)")?.interval.contains(evsi[$0]) ?? false
        }
      }
      let all = result.estimate("evpi", of: Measure.allName)?.interval.contains(evpi) ?? false
      // With one input its value is that of all, but for the cells' width.
      guard sds.count > 1 else { return [all] }
      return [all]
        + evppi.indices.map {
          result.estimate("evppi", of: "x\($0 + 1)")?.interval.contains(evppi[$0]) ?? false
        }
    }
    for place in hits[0].indices {
      Self.expectFair(
        method, hits.count { $0[place] }, isMonteCarlo: true, "mean \(mean), figure \(place)")
    }
  }

  /// A linear function with noise that no input explains, of variance 1: `x6 x7`. `SRC² = c² / Σ`,
  /// `PCC² = c² / (c² + 1)`.
  @Test(arguments: [false, true]) func regression(isMonteCarlo: Bool) throws {
    let c = [1.0, 2, -1, 0.5, 0]
    let variance = c.reduce(1) { $0 + $1 * $1 }
    let problem = try TestFunction.problem(7, NormalDistribution(mean: 0, standardDeviation: 1))
    let hits = try concurrently(0..<Self.seeds(of: "src")) { seed -> [Bool] in
      let settings = Settings.with {
        $0.seed = UInt64(seed + 1)
        if isMonteCarlo { $0.sampling = .monteCarlo(resamples: 100) }
      }
      return try [SensitivityMethod.standardisedRegression, .partialCorrelation].flatMap { method in
        var study = try Study(method, of: problem, settings: settings)
        try study.extend(to: 2048) { (rows: Matrix) in
          Matrix(
            rows: rows.rows, columns: 1,
            elements: (0..<rows.rows).map { row in
              c.indices.reduce(rows[row, 5] * rows[row, 6]) { $0 + c[$1] * rows[row, $1] }
            })
        }
        let result = try study.result()
        return c.indices.map { i in
          let exact =
            method.id == "src"
            ? c[i] / variance.squareRoot() : c[i] / (c[i] * c[i] + 1).squareRoot()
          return result.estimate(method.id, of: "x\(i + 1)")?.interval.contains(exact) ?? false
        }
      }
    }
    for place in hits[0].indices {
      Self.expectFair(
        "src", hits.count { $0[place] }, isMonteCarlo: isMonteCarlo, "figure \(place)")
    }
  }
}
