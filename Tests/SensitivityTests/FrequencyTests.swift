import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

@testable import Sensitivity

/// The methods `fast` and `rbd-fast`.
@Suite struct FrequencyTests {
  /// The functions of a place are orthonormal, for bounded inputs and for others.
  @Test(arguments: [0...1, -Double.infinity ... .infinity, 0 ... .infinity])
  func orthonormal(support: ClosedRange<Double>) {
    let basis = PlaceBasis(support, harmonics: 10)
    #expect(basis.count == (support == 0...1 ? 10 : 12))
    let n = 40_000
    var products = Matrix(rows: basis.count, columns: basis.count, repeating: 0)
    var values = [Double](repeating: 0, count: basis.count)
    for k in 0..<n {
      values.withUnsafeMutableBufferPointer {
        basis.fill($0.baseAddress!, at: (Double(k) + 0.5) / Double(n))
      }
      for p in values.indices {
        for q in values.indices { products[p, q] += values[p] * values[q] / Double(n) }
      }
    }
    // Beyond the outermost of 40,000 places lie 5e-3 of the square of z².
    expectClose(products, .identity(basis.count), relative: 0, absolute: 6e-3)
  }

  /// Squares of independent normal numbers about 0: what chance adds is taken away, and resamples vary
  /// as the sum itself does.
  @Test func squaresOfNothing() {
    let resampling = Resampling(sampling: .monteCarlo(resamples: 200), seed: 1)
    let stream = RandomStream(seed: 9, purpose: 1, draw: 0)
    var (sums, spreads) = ([Double](), [Double]())
    for turn in 0..<200 {
      let numbers = stream.normals(201 * 10, from: UInt64(turn * 2010))
      let own = Array(numbers[..<10])
      let rows = [own] + (1...200).map { r in (0..<10).map { own[$0] + numbers[r * 10 + $0] } }
      let found = resampling.squareSums(rows)
      sums.append(found[0])
      spreads.append(variance(of: Array(found.dropFirst())))
    }
    // Ten squares have variance 20, so the mean of 200 sums a standard error of 0.32.
    #expect(abs(mean(of: sums)) < 1)
    expectClose(mean(of: spreads), variance(of: sums), relative: 0.5)
    #expect(mean(of: spreads) > 18 && mean(of: spreads) < 36)
  }

  /// On a curve one input is fast: its harmonics are found where they should be.
  @Test func curves() throws {
    let problem = try TestFunction.problem(3, TestFunction.unit())
    for points in [45, 101, 1021, 1024] {
      let design = FourierCurves(problem, .with { $0.curvePoints = points })
      #expect(design.unitRows == 4 * points && design.fast >= 2 && design.slow >= 1)
      let rows = design.rows(2..<3)
      for curve in 0..<3 {
        let places = design.places(2, curve)
        let column = (0..<points).map { rows[curve * points + $0, curve] }
        expectClose(column, places, relative: 1e-12)
        // Each of the input's tenths is visited alike.
        for tenth in 0..<10 {
          let count = places.count { Int(min($0 * 10, 9.999)) == tenth }
          #expect(abs(Double(count) - Double(points) / 10) < 3 + Double(points) / 40)
        }
      }
    }
  }

  /// A block with a failed run is left out whole, and the others stay what they are.
  @Test func failedCurve() throws {
    let function = try TestFunction.ishigami(b: 0.1)
    let settings = Settings.with {
      $0.curvePoints = 101
      $0.failures = .dropBlocks
    }
    var broken = try Study(.extendedFAST, of: function.problem, settings: settings)
    let bad = broken.rows(of: 3..<4).row(7)
    try broken.extend(to: 20) { $0 == bad ? [.nan] : [function.value($0)] }
    let result = try broken.result()
    #expect(result.failures?.blocks == 1 && result.failures?.failed == 1)
    #expect(result.estimate("total-order", of: "x1") != nil)
  }

  /// Scaling and shifting an output changes nothing; an input that is not seen has indices of 0.
  @Test(arguments: ["fast", "rbd-fast", "rank-first-order"]) func laws(method: String) throws {
    let problem = try TestFunction.problem(3, TestFunction.unit())
    var study = try Study(
      .named(method), of: problem, outputs: ["y", "z"], settings: .with { $0.curvePoints = 509 })
    try study.extend(to: method == "fast" ? 16 : 2048) { x in
      let y = exp(x[0]) + x[0] * x[1]
      return [y, 5 - 3 * y]
    }
    let result = try study.result()
    for kind in study.method.kinds.map(\.id) {
      for input in ["x1", "x2", "x3"] {
        let (y, z) = (
          try #require(result.estimate(kind, of: input)),
          try #require(result.estimate(kind, of: input, output: "z"))
        )
        expectClose(y.value, z.value, relative: 1e-9, absolute: 1e-10)
        expectClose(y.standardError, z.standardError, relative: 1e-6, absolute: 1e-9)
      }
      let still = try #require(result.estimate(kind, of: "x3"))
      #expect(abs(still.value) < max(2 * still.halfWidth, 1e-5), "\(kind): \(still)")
    }
  }

  /// Few runs for many functions: no figure, with the reason.
  @Test func tooFewRunsForTheCosines() throws {
    var study = try Study(.rbdFAST, of: TestFunction.problem(2, TestFunction.unit()))
    try study.extend(to: 20) { [$0[0]] }
    let measure = try study.result().measures[0]
    #expect(
      measure.estimate == nil
        && measure.note == "not defined: 20 runs for 10 functions of the input")
  }
}
