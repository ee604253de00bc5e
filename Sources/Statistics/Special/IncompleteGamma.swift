import Foundation

/// The two regularised incomplete gamma functions, which sum to 1:
///
/// ```
/// P(a, x) = 1/Γ(a) ∫₀ˣ t^(a−1) e⁻ᵗ dt        Q(a, x) = 1/Γ(a) ∫ₓ^∞ t^(a−1) e⁻ᵗ dt
/// ```
///
/// The series of P below a + 1, the continued fraction of Q above; the other is the difference from
/// 1. So each keeps its digits (about 1e-13 relative) where it is the small one; 1e-12 for Q below
/// a + 1 asks for a ≥ 0.001. Takes about √a steps near x = a.
///
/// - Parameters:
///   - a: > 0.
///   - x: ≥ 0, may be infinite.
/// - SeeAlso: [DLMF2024], 8.7.1 and 8.9.2; [Loader2000] for the factor before both.
func regularisedGamma(_ a: Double, _ x: Double) -> (lower: Double, upper: Double) {
  precondition(a > 0 && x >= 0, "incomplete gamma functions of \(a) at \(x)")
  if x == 0 { return (0, 1) }
  if x == .infinity { return (1, 0) }
  let factor = exp(logPoissonTerm(a, x))
  if x < a + 1 {
    var (term, sum, k) = (1.0, 1.0, a + 1)
    while term > 1e-17 * sum {
      term *= x / k
      sum += term
      k += 1
    }
    let lower = min(factor * sum, 1)
    return (lower, 1 - lower)
  }
  // Lentz's algorithm for 1 / (x + 1 − a − 1 (1 − a) / (x + 3 − a − …)).
  var b = x + 1 - a
  var (c, d) = (Double.infinity, 1 / b)
  var (fraction, k) = (d, 1.0)
  var change = 0.0
  while abs(change - 1) > 3e-16 && k < 1_000_000 {
    let numerator = k * (a - k)
    b += 2
    d = 1 / (b + numerator * d)
    c = b + numerator / c
    change = c * d
    fraction *= change
    k += 1
  }
  let upper = min(factor * a * fraction, 1)
  return (1 - upper, upper)
}
