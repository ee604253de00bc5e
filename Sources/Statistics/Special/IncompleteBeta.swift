import Foundation

/// The regularised incomplete beta function `I_x(a, b)` and its complement `I_y(b, a)`, which sum to 1:
///
/// `I_x(a, b) = 1/B(a, b) ∫₀ˣ t^(a−1) (1 − t)^(b−1) dt`
///
/// The continued fraction on the side where it converges fast, the other as the difference from 1:
/// each keeps its digits (about 1e-13 relative) where it is the small one.
///
/// - Parameters:
///   - a: > 0.
///   - b: > 0.
///   - x: 0 to 1.
///   - y: 1 − x, given apart because it may be known better.
/// - SeeAlso: [DLMF2024], 8.17.22; [Loader2000] for the factor before it.
func regularisedBeta(
  _ a: Double, _ b: Double, _ x: Double, _ y: Double
) -> (lower: Double, upper: Double) {
  precondition(a > 0 && b > 0 && x >= 0 && y >= 0, "incomplete beta of \(a), \(b) at \(x), \(y)")
  if x == 0 { return (0, 1) }
  if y == 0 { return (1, 0) }
  if x * (a + b + 2) < a + 1 {
    let lower = min(betaFraction(a, b, x, y), 1)
    return (lower, 1 - lower)
  }
  let upper = min(betaFraction(b, a, y, x), 1)
  return (1 - upper, upper)
}

/// I_x(a, b) by its continued fraction, for x below (a + 1) / (a + b + 2), or not much above.
private func betaFraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
  let factor = exp(logBinomialTerm(a, b, x, y)) * b / (a + b)
  // Lentz's algorithm for 1 / (1 + d₁ / (1 + d₂ / (1 + …))), two terms a step.
  var (c, d) = (1.0, 1 / (1 - (a + b) * x / (a + 1)))
  var (fraction, m) = (d, 1.0)
  var change = 0.0
  while abs(change - 1) > 3e-16 && m < 100_000 {
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    change = d * c
    fraction *= change
    m += 1
  }
  return factor * fraction
}
