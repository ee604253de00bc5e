import Foundation
import LinearAlgebra
import TestSupport
import Testing

@Suite struct ExponentialIntegralsTests {
  @Test func oneStateInClosedForm() {
    // One state left at rate r.
    let (r, h) = (1.7, 0.9)
    let one = ExponentialIntegrals(generator: Matrix([[-r]]), period: h)
    expectClose(one.transition[0, 0], exp(-r * h), relative: 1e-15)
    expectClose(one.integral[0, 0], -expm1(-r * h) / r, relative: 1e-15)
    expectClose(one.doubleIntegral[0, 0], (h + expm1(-r * h) / r) / r, relative: 2e-15)
  }

  @Test func noTimeAndNoRates() {
    let still = ExponentialIntegrals(
      generator: Matrix(rows: 2, columns: 2, repeating: 0), period: 3)
    #expect(still.transition == .identity(2))
    expectClose(still.integral, 3 * .identity(2), relative: 1e-15)
    expectClose(still.doubleIntegral, 4.5 * .identity(2), relative: 1e-15)
    let now = ExponentialIntegrals(generator: Matrix([[-2, 1], [3, -3]]), period: 0)
    #expect(now.transition == .identity(2))
    #expect(now.integral == Matrix(rows: 2, columns: 2, repeating: 0))
    #expect(ExponentialIntegrals(generator: .identity(0), period: 1).transition.rows == 0)
  }

  /// Published to 14 digits; computed at 50 digits from the definition.
  @Test func generatorsOfTheLiterature() {
    for (q, t, expected) in ExponentialOracles.generators {
      let here = ExponentialIntegrals(generator: q, period: t).transition
      // A unit in the last place, doubled at each of up to 9 doublings: 2⁹ · 2⁻⁵² = 1.1e-13.
      expectClose(here, expected, relative: 2e-13)
    }
  }

  /// Differences P − I and Φ − h I cancel, hence the absolute part.
  @Test(arguments: 1...8) func laws(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let n = 1 + 9 * (seed - 1)
    let h = [1.0 / 12, 0.25, 1, 2][seed % 4]
    let q = Matrix.randomGenerator(n, fastest: 0.4 * Double(seed), &random)
    let one = ExponentialIntegrals(generator: q, period: h)
    let two = ExponentialIntegrals(generator: q, period: 2 * h)
    let note = "seed \(seed)"
    expectClose(one.transition * one.transition, two.transition, relative: 1e-12, note)
    expectClose(
      one.integral * q, one.transition - .identity(n), relative: 1e-12, absolute: 1e-13, note)
    expectClose(
      one.doubleIntegral * q, one.integral - h * .identity(n), relative: 1e-12, absolute: 1e-13,
      note)
    expectClose(two.integral, one.integral + one.transition * one.integral, relative: 1e-12, note)
    expectClose(one.transition, exponential(of: h * q), relative: 1e-11, absolute: 1e-14, note)
    for matrix in [one.transition, one.integral, one.doubleIntegral] {
      #expect(matrix.elements.allSatisfy { $0 >= 0 }, "\(note)")
    }
  }

  /// Φ and Ψ by Gauss–Legendre quadrature with 5 points on 64 pieces; error far below 1e-13 here.
  @Test(arguments: 1...4) func integralsByQuadrature(seed: Int) {
    var random = SeededGenerator(seed: 100 + seed)
    let (n, h) = (5, 0.5 * Double(seed))
    let q = Matrix.randomGenerator(n, fastest: 1, &random)
    var integral = Matrix(rows: n, columns: n, repeating: 0)
    var doubleIntegral = integral
    let near = (5 - 2 * (10.0 / 7).squareRoot()).squareRoot() / 3
    let far = (5 + 2 * (10.0 / 7).squareRoot()).squareRoot() / 3
    let (wNear, wFar) = ((322 + 13 * 70.0.squareRoot()) / 900, (322 - 13 * 70.0.squareRoot()) / 900)
    let rule = [(-far, wFar), (-near, wNear), (0, 128.0 / 225), (near, wNear), (far, wFar)]
    let piece = h / 64
    for k in 0..<64 {
      for (node, weight) in rule {
        let s = (Double(k) + 0.5 * (1 + node)) * piece
        let value = (0.5 * piece * weight) * exponential(of: s * q)
        integral += value
        doubleIntegral += (h - s) * value
      }
    }
    let here = ExponentialIntegrals(generator: q, period: h)
    expectClose(here.integral, integral, relative: 1e-12, "seed \(seed)")
    expectClose(here.doubleIntegral, doubleIntegral, relative: 1e-12, "seed \(seed)")
  }

  /// A chain of 6 slow moves: P[0, 6] is about r⁶ h⁶ / 6!, 1e-33, and keeps its digits.
  @Test func tinyProbabilitiesKeepTheirDigits() {
    let (n, r, h) = (7, 1e-4, 1.0 / 12)
    var q = Matrix(rows: n, columns: n, repeating: 0)
    for i in 0..<n - 1 {
      q[i, i + 1] = r
      q[i, i] = -r
    }
    let p = ExponentialIntegrals(generator: q, period: h).transition
    // The last state is absorbing: P[0, 6] = P(Poisson(r h) ≥ 6).
    let x = r * h
    let tail = exp(-x) * pow(x, 6) / 720 * (1 + x / 7 + x * x / 56)
    expectClose(p[0, 6], tail, relative: 1e-13)
  }

  /// The promise of the same bits everywhere: a digest (FNV-1a of the bit patterns) of another
  /// program, `Tests/Oracles/exponential_integrals_bits.py` (3 doublings).
  @Test func bitsAreTheSameEverywhere() {
    var q = Matrix(rows: 40, columns: 40, repeating: 0)
    for i in 0..<40 {
      var outflow = Double(i % 7) / 10
      for j in 0..<40 where j != i && (i * j) % 5 == 1 {
        q[i, j] = Double((3 * i + 5 * j) % 11) / 13
        outflow += q[i, j]
      }
      q[i, i] = -outflow
    }
    let here = ExponentialIntegrals(generator: q, period: 1)
    let all = [here.transition, here.integral, here.doubleIntegral].flatMap(\.elements)
    let digest = all.reduce(14_695_981_039_346_656_037 as UInt64) { digest, element in
      (digest ^ element.bitPattern) &* 1_099_511_628_211
    }
    #expect(digest == 14_157_950_354_999_358_268)
  }
}
