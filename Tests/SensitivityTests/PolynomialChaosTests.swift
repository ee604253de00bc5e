import Foundation
import LinearAlgebra
import Statistics
import TestSupport
import Testing

@testable import Sensitivity

/// The method `polynomial-chaos`.
@Suite struct PolynomialChaosTests {
  /// Of a uniform input Legendre's polynomials, `√(2 k + 1) P_k`; of a normal number Hermite's.
  @Test func classicalPolynomials() throws {
    let legendre = OrthonormalPolynomials(
      try UniformDistribution(minimum: 2, maximum: 6), most: 6)
    let t = legendre.variable(at: 0.3)
    expectClose(t, -0.4, relative: 1e-14)
    expectClose(
      legendre.values(at: t)[...3].map { $0 },
      [
        1, 3.0.squareRoot() * t, 5.0.squareRoot() * (3 * t * t - 1) / 2,
        7.0.squareRoot() * (5 * t * t * t - 3 * t) / 2,
      ],
      relative: 1e-12)
    let hermite = OrthonormalPolynomials(
      try GammaDistribution(shape: 2, scale: 1), most: 6)
    let z = hermite.variable(at: 0.8)
    expectClose(z, standardNormalQuantile(0.8), relative: 0)
    expectClose(
      hermite.values(at: z)[...3].map { $0 },
      [1, z, (z * z - 1) / 2.0.squareRoot(), (z * z * z - 3 * z) / 6.0.squareRoot()],
      relative: 1e-14)
  }

  /// Products of two polynomials have the mean 1 or 0: of a die by its six numbers, of a beta number by
  /// Simpson's rule over its density.
  @Test func orthonormal() throws {
    let die = OrthonormalPolynomials(try WholeNumberDistribution(1...6), most: 14)
    #expect(die.highest == 5)
    let faces = (0..<6).map { die.values(at: die.variable(at: (Double($0) + 0.5) / 6)) }
    let distribution = try BetaDistribution(a: 2, b: 3)
    let beta = OrthonormalPolynomials(distribution, most: 8)
    let n = 4000
    let nodes = (0...n).map { k -> (values: [Double], weight: Double) in
      let x = Double(k) / Double(n)
      let simpson = (k == 0 || k == n ? 1.0 : k % 2 == 1 ? 4 : 2) / Double(3 * n)
      return (beta.values(at: 2 * x - 1), simpson * distribution.density(at: x))
    }
    for i in 0...5 {
      for j in 0...5 {
        let exact = i == j ? 1.0 : 0
        expectClose(
          faces.reduce(0) { $0 + $1[i] * $1[j] / 6 }, exact, relative: 0, absolute: 1e-12)
        expectClose(
          nodes.reduce(0) { $0 + $1.weight * $1.values[i] * $1.values[j] }, exact, relative: 0,
          absolute: 1e-6)
      }
    }
  }

  /// Terms of two inputs up to size 3: singles up to the third degree and the product of both.
  @Test func terms() {
    let terms = PolynomialTerms(highest: [5, 5], mostSize: 3, mostTerms: 100).all
    let degrees = terms.map { term in
      term.factors.reduce(into: [0, 0]) { $0[$1.input] = $1.degree }
    }
    #expect(
      Set(degrees) == [[0, 0], [1, 0], [0, 1], [2, 0], [0, 2], [3, 0], [0, 3], [1, 1]])
    #expect(degrees[0] == [0, 0] && terms.map(\.size) == terms.map(\.size).sorted())
    // An input with two values has one polynomial; one without effect none.
    let few = PolynomialTerms(highest: [1, 0], mostSize: 9, mostTerms: 100).all
    #expect(few.map(\.inputs) == [[], [0]])
  }

  /// A polynomial of a normal number, shares of a row, a whole number and a category is found whole, with
  /// its exact indices, from 200 runs.
  @Test func aPolynomialIsFoundWhole() throws {
    let result = try InputKindTests.study("polynomial-chaos", 200).result()
    expectClose(
      try #require(result.estimate("q-squared", of: Measure.allName)).value, 1, relative: 1e-9)
    let whole = InputKindTests.variances.values.reduce(0, +)
    for (name, part) in InputKindTests.variances {
      for kind in ["first-order", "total-order"] {
        let found = try #require(result.estimate(kind, of: name))
        expectClose(found.value, part / whole, relative: 1e-5, "\(kind) \(name)")
      }
    }
  }

  /// Ishigami's indices to six digits from 256 runs, those of pairs among them.
  @Test func ishigami() throws {
    let function = try TestFunction.ishigami(b: 0.1)
    let result = try function.study(
      .polynomialChaos, 256, .with { $0.secondOrder = true }
    ).result()
    for (kind, input, other, exact) in function.exact {
      let found = try #require(result.estimate(kind, of: input, with: other), "\(kind) \(input)")
      expectClose(found.value, exact, relative: 0, absolute: 1e-5, "\(kind) \(input)")
      #expect(found.interval.contains(exact), "\(kind) \(input): \(found.interval)")
    }
    #expect(result.measures.allSatisfy { $0.note == nil })
  }

  /// Where polynomials cannot follow, Q² says so, intervals are wide and notes warn.
  @Test func whatPolynomialsCannotFollow() throws {
    var study = try Study(
      .polynomialChaos, of: TestFunction.problem(3, TestFunction.unit()))
    try study.extend(to: 128) { x in
      // A slope and a chessboard: of the variance 0.57 is the slope's.
      [2 * x[0] + Double((Int(6 * x[1]) + Int(5 * x[2])) % 2)]
    }
    let result = try study.result()
    let q = try #require(result.estimate("q-squared", of: Measure.allName)).value
    #expect(q < 0.9)
    for measure in result.measures where measure.kind == "total-order" {
      #expect(measure.note?.contains("unexplained") == true)
      #expect(try #require(measure.estimate).halfWidth >= (1 - q) * (1 - 1e-12))
    }
    // The error of runs left out is that of runs never seen.
    var noise = try Study(.polynomialChaos, of: TestFunction.problem(2, TestFunction.unit()))
    try noise.extend(to: 512) {
      [(98_765.4 * ($0[0] + 1.7 * $0[1])).truncatingRemainder(dividingBy: 1)]
    }
    let none = try #require(try noise.result().estimate("q-squared", of: Measure.allName)).value
    #expect(none < 0.1)
  }
}
