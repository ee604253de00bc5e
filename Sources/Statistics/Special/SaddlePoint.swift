import Foundation

/// `x − a − a · ln(x / a)`: the deviance that keeps its digits where x is near a.
///
/// - Parameters:
///   - a: > 0.
///   - x: > 0.
/// - SeeAlso: [Loader2000].
func deviancePart(_ a: Double, _ x: Double) -> Double {
  let u = (x - a) / a
  guard abs(u) < 0.3 else { return x - a - a * log(x / a) }
  // u − ln(1 + u) with ln(1 + u) = 2 artanh(r).
  let r = u / (2 + u)
  let square = r * r
  var (term, sum, k) = (2 * r * square, 0.0, 3.0)
  while abs(term) > 1e-18 * u * r {
    sum += term / k
    term *= square
    k += 2
  }
  return a * (u * r - sum)
}

/// `ln (xᵃ e⁻ˣ / Γ(a + 1))`: the log probability of a under a Poisson distribution with mean x, for any
/// a > 0.
func logPoissonTerm(_ a: Double, _ x: Double) -> Double {
  -stirlingError(a) - deviancePart(a, x) - halfLogTwoPi - 0.5 * log(a)
}

/// `ln (Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) xᵃ yᵇ)` with y = 1 − x: the log probability of a successes
/// out of a + b, for any a, b > 0.
func logBinomialTerm(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
  let n = a + b
  return stirlingError(n) - stirlingError(a) - stirlingError(b) - deviancePart(a, n * x)
    - deviancePart(b, n * y) - halfLogTwoPi + 0.5 * log(n / a / b)
}
