import Foundation
@testable import Statistics
import TestSupport
import Testing

@Suite struct StandardNormalQuantileTests {
  /// mpmath 1.3.0, Newton's method on erfc at 50 digits.
  @Test func fiftyDigits() {
    let expected = [
      (1e-300, -37.0470962993612),
      (1e-100, -21.273453560965326),
      (1e-20, -9.262340089798407),
      (1e-08, -5.612001244174789),
      (0.001, -3.0902323061678136),
      (0.05, -1.6448536269514726),
      (0.0625, -1.5341205443525463),
      (0.25, -0.6744897501960817),
      (0.5, 0.0),
      (0.75, 0.6744897501960817),
      (0.9375, 1.5341205443525463),
      (0.9990234375, 3.0972690781987846),
    ]
    for (p, z) in expected {
      expectClose(standardNormalQuantile(p), z, relative: 1e-15, "p \(p)")
      expectClose(standardNormalQuantile(upperTail: p), -z, relative: 1e-15, "p \(p)")
    }
  }

  @Test func symmetryAndEnds() {
    for k in 1..<512 {
      let p = Double(k) / 1024
      #expect(standardNormalQuantile(1 - p) == -standardNormalQuantile(p))
    }
    #expect(standardNormalQuantile(0) == -.infinity && standardNormalQuantile(1) == .infinity)
    #expect(standardNormalQuantile(0.5) == 0)
  }

  /// Rises through the seams between the formulas.
  @Test(arguments: [0.075, 0.925, exp(-25.0), 0.5]) func rises(seam: Double) {
    let points = (-50...50).map { seam * (1 + 1e-6 * Double($0)) }
    let values = points.map { standardNormalQuantile($0) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    for (p, z) in zip(points, values) {
      let back = p < 0.5 ? standardNormalCumulative(z) : 1 - standardNormalCumulative(-z)
      expectClose(back, p, relative: 2e-14)
    }
  }

  /// Against the C library's logarithm: two units in the last place, or of 1 near it.
  @Test func ownLogarithm() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let x = exp(Double.random(in: -700...700, using: &random))
      expectClose(fixedOrderLogarithm(x), log(x), relative: 4.5e-16, "\(x)")
      let near = Double.random(in: 0.6...1.6, using: &random)
      expectClose(
        fixedOrderLogarithm(near), log(near), relative: 4.5e-16, absolute: 2.3e-16, "\(near)")
    }
    #expect(fixedOrderLogarithm(1) == 0)
    expectClose(
      fixedOrderLogarithm(.leastNonzeroMagnitude), -744.440_071_921_381_2, relative: 3e-16)
  }
}
