import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

@testable import Sensitivity

/// The methods `delta` and `hsic`.
@Suite struct DependenceTests {
  /// Products of the features of two numbers against their kernel.
  @Test func featuresMakeTheKernel() {
    let numbers = [-2, -1.1, 0, 0.4, 1.7, 2]
    let rows = HermiteFeatures.rows(numbers)
    for (i, x) in numbers.enumerated() {
      for (j, y) in numbers.enumerated() {
        let product = zip(rows.row(i), rows.row(j)).reduce(0) { $0 + $1.0 * $1.1 }
        expectClose(product, exp(-(x - y) * (x - y) / 2), relative: 0, absolute: 1e-3)
      }
    }
    // Of a normal number with itself: 5^−½ + ⅓ − 2 · 8^−½.
    let own = HermiteFeatures.normal.elements.reduce(0) { $0 + $1 * $1 }
    expectClose(own, 1 / 5.0.squareRoot() + 1.0 / 3 - 2 / 8.0.squareRoot(), relative: 1e-3)
  }

  /// A rising function of the output changes nothing, and an input that decides the output comes out
  /// above one that does little.
  @Test(arguments: ["delta", "hsic"]) func laws(method: String) throws {
    let problem = try TestFunction.problem(2, TestFunction.unit())
    var study = try Study(.named(method), of: problem, outputs: ["y", "z"])
    try study.extend(to: 1024) { x in
      let y = 3 * x[0] + x[1]
      return [y, exp(y)]
    }
    let result = try study.result()
    for input in ["x1", "x2", Measure.dummyName] {
      let (y, z) = (
        try #require(result.estimate(method, of: input)),
        try #require(result.estimate(method, of: input, output: "z"))
      )
      #expect(y.value == z.value && y.interval == z.interval)
    }
    #expect(result.probability(that: "x1", outranks: "x2", by: method) == 1)
    #expect(result.probability(that: "x2", outranks: Measure.dummyName, by: method) == 1)
  }

  /// p-values of an input that is not seen are evenly spread: within five standard errors a tenth of
  /// 400 below 0.1 and a half below 0.5. Those of one that is seen are tiny.
  @Test func pValues() throws {
    let found = try concurrently(0..<400) { seed -> (Double, Double) in
      var study = try Study(
        .independence, of: TestFunction.problem(1, TestFunction.unit()),
        settings: .monteCarlo(20, seed: UInt64(seed + 1)))
      try study.extend(to: 200) { [abs($0[0] - 0.5)] }
      let result = try study.result()
      return (
        try #require(result.estimate("p-value", of: Measure.dummyName)).value,
        try #require(result.estimate("p-value", of: "x1")).value
      )
    }
    #expect(abs(found.count { $0.0 < 0.1 } - 40) < 30)
    #expect(abs(found.count { $0.0 < 0.5 } - 200) < 50)
    #expect(found.allSatisfy { $0.1 < 1e-6 })
  }

  /// Ishigami's function: δ by a table of 20 million runs and 256 cells a side is 0.261, 0.424 and 0.206;
  /// its ridges are finer than the method sees.
  @Test func deltaOfIshigami() throws {
    let result = try TestFunction.ishigami(b: 0.1).study(.delta, 8192).result()
    for (input, exact) in [("x1", 0.261), ("x2", 0.424), ("x3", 0.206)] {
      let found = try #require(result.estimate("delta", of: input))
      #expect(abs(found.value - exact) < 0.04, "\(input): \(found.value)")
    }
    let dummy = try #require(result.estimate("delta", of: Measure.dummyName))
    #expect(dummy.value < 0.04 && dummy.interval.lowerBound < 0)
  }
}
