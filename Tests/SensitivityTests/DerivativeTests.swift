import Foundation
import LinearAlgebra
import Sensitivity
import Statistics
import TestSupport
import Testing

/// The method `dgsm`.
@Suite struct DerivativeTests {
  @Test func ishigami() throws {
    let result = try TestFunction.ishigami(b: 0.1).study(.derivativeBased, 1 << 14).result()
    let exact = [
      ("dgsm", [7.71958794071926, 24.5, 10.9873050694321]),
      ("dgsm-bound", [2.23035542083984, 7.07857831664065, 3.17446936419582]),
    ]
    for (kind, values) in exact {
      for (i, value) in values.enumerated() {
        let found = try #require(result.estimate(kind, of: "x\(i + 1)"))
        expectClose(found.value, value, relative: 0.02, "\(kind) \(i)")
      }
    }
  }

  /// Slopes of a linear function squared, whatever the distributions; the bound is never below the
  /// total index `c² v / Σ`; none of an input that takes whole numbers, 0 of one that is not seen.
  @Test func linear() throws {
    let inputs = [
      Input("n", try NormalDistribution(mean: 1, standardDeviation: 2)),
      Input("g", try GammaDistribution(shape: 2, scale: 1)),
      Input("l", try LogNormalDistribution(logMean: 0, logStandardDeviation: 0.3)),
      Input("b", try BetaDistribution(a: 2, b: 3)),
      Input("u", try UniformDistribution(minimum: 0, maximum: 6)),
      Input("k", try PoissonDistribution(mean: 3)),
      Input("still", try NormalDistribution(mean: 0, standardDeviation: 1)),
    ]
    let c = [1.0, -2, 3, 4, 0.5, 0.2, 0]
    var study = try Study(.derivativeBased, of: Problem(inputs))
    try study.extend(to: 4096) { x in [zip(c, x).reduce(0) { $0 + $1.0 * $1.1 }] }
    let result = try study.result()
    let terms = zip(inputs, c).map { $1 * $1 * $0.distribution.variance }
    let variance = terms.reduce(0, +)
    for (i, input) in inputs.enumerated() where input.name != "k" {
      let slope = try #require(result.estimate("dgsm", of: input.name))
      expectClose(slope.value, c[i] * c[i], relative: 1e-8)
      let bound = try #require(result.estimate("dgsm-bound", of: input.name))
      #expect(bound.interval.upperBound >= terms[i] / variance, "\(input.name)")
    }
    let measure = try #require(result.measures.first { $0.input == "k" })
    #expect(measure.estimate == nil && measure.note?.contains("whole numbers") == true)
    let normal = try #require(result.estimate("dgsm-bound", of: "n"))
    expectClose(normal.value, terms[0] / variance, relative: 0.02)
  }
}
