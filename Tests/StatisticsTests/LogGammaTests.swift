import Foundation
@testable import Statistics
import TestSupport
import Testing

@Suite struct LogGammaTests {
  /// mpmath 1.3.0 at 50 digits.
  @Test func derivatives() {
    for (x, first, second) in [
      (0.01, -100.56088545786868, 10001.621213528313),
      (0.5, -1.9635100260214235, 4.934802200544679),
      (1, -0.5772156649015329, 1.6449340668482264), (3.7, 1.1671535393615113, 0.3100378576700383),
      (12, 2.442661679975812, 0.08690187287176838),
      (100000.0, 11.512920464961896, 1.0000050000166667e-05),
    ] {
      expectClose(digamma(x), first, relative: 2e-15, "x \(x)")
      expectClose(trigamma(x), second, relative: 2e-15, "x \(x)")
    }
  }

  /// The series above 16 meets the definition below; `Γ(n + 1) = n!` exactly.
  @Test func stirling() {
    for x in [15.5, 16, 17.25, 100] {
      let definition = logGamma(x + 1) - (x + 0.5) * log(x) + x - halfLogTwoPi
      expectClose(stirlingError(x), definition, relative: 0, absolute: 2e-13)
    }
    expectClose(stirlingError(15.999_999_999), stirlingError(16), relative: 1e-9)
    // δ(1) = 1 − ½ ln 2π.
    expectClose(stirlingError(1), 1 - halfLogTwoPi, relative: 1e-14)
  }

  /// Series and definition agree where they meet; near 0 the deviance is `(x − a)² / 2a`.
  @Test func devianceNearItsZero() {
    for u in [-0.299_999, 0.299_999] {
      expectClose(deviancePart(8, 8 + 8 * u), 8 * (u - log1p(u)), relative: 1e-14)
    }
    expectClose(deviancePart(1e6, 1e6 + 1), 0.5e-6 - 1e-12 / 3, relative: 1e-12)
    #expect(deviancePart(3, 3) == 0)
  }
}
