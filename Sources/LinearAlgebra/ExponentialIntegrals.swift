/// The exponential of a generator over a period, with its first and second integral: all that is
/// needed to move a cohort whose rates are constant within the period.
///
/// ```
/// P = exp(q h)      Φ = ∫₀ʰ exp(q s) ds      Ψ = ∫₀ʰ Φ(s) ds = ∫₀ʰ (h − s) exp(q s) ds
/// ```
///
/// Only additions, multiplications and one division of non-negative numbers happen after the
/// diagonal has been shifted, so no element can come out below 0 and small ones keep their digits:
/// `q + λ I ≥ 0` with `λ = max(−q[i, i])`, Taylor series over h / 2^k, then k doublings
///
/// ```
/// P(2t) = P P      Φ(2t) = Φ + P Φ      Ψ(2t) = Ψ + t Φ + P Ψ
/// ```
///
/// Everything is added up in one fixed order in plain loops, without BLAS and without the C
/// library's exp: the same bits on every processor and any number of threads. Each doubling can
/// double the relative error: about 2^k units in the last place, with 2^k the least above 2 λ h.
///
/// Laws: elements ≥ 0; rows of P sum to 1 if those of q sum to 0; `Φ q = P − I`; `Ψ q = Φ − h I`;
/// `P(h) P(h) = P(2h)`.
/// - SeeAlso: [XueYe2013] for the accuracy of each element; [VanLoan1978] for the integrals.
public struct ExponentialIntegrals: Sendable, Equatable {
  /// The length h of the period, in the unit of time of the generator.
  public let period: Double
  /// P = exp(q h), n × n, elements ≥ 0.
  public let transition: Matrix
  /// Φ, n × n, in units of time, elements ≥ 0.
  public let integral: Matrix
  /// Ψ, n × n, in units of time squared, elements ≥ 0.
  public let doubleIntegral: Matrix

  /// Computes the three matrices.
  ///
  /// - Parameters:
  ///   - q: n × n, finite, off-diagonal elements ≥ 0 (a generator, with or without exits).
  ///   - h: ≥ 0, finite.
  public init(generator q: Matrix, period h: Double) {
    precondition(q.isSquare, "a generator of \(q.rows) × \(q.columns)")
    precondition(h >= 0 && h.isFinite, "a period of \(h)")
    let shift = q.checkedLargestOutflow()
    var nonNegative = q
    for i in 0..<q.rows { nonNegative[i, i] += shift }
    var norm = max(shift, nonNegative.maximumRowSum) * h
    precondition(norm.isFinite, "a generator with rates up to \(shift) over a period of \(h)")
    var (t, doublings) = (h, 0)
    while norm > Series.radius {
      norm /= 2
      t /= 2
      doublings += 1
    }
    let series = Series(shift: shift * t)
    var (p, phi, psi) = series.sums(of: t * nonNegative)
    phi = t * phi
    psi = (t * t) * psi
    for _ in 0..<doublings {
      let half = psi
      psi += t * phi
      psi.addFixedOrderProduct(p, half)
      phi.addFixedOrderProduct(p, phi)
      p = p.fixedOrderProduct(p)
      t *= 2
    }
    period = h
    transition = p
    integral = phi
    doubleIntegral = psi
  }
}

/// Coefficients of the three power series of `A = (q + λ I) t`, with x = λ t:
///
/// ```
/// P     = e⁻ˣ Σ_m A^m / m!
/// Φ/t   = e⁻ˣ Σ_m A^m Σ_k x^k / (m + 1 + k)!
/// Ψ/t²  = e⁻ˣ Σ_m A^m Σ_k (k + 1) x^k / (m + 2 + k)!
/// ```
///
/// (Laplace transforms `1 / sᵐ⁺¹`, `1 / ((s − λ) sᵐ⁺¹)` and `1 / ((s − λ)² sᵐ⁺¹)`.)
private struct Series {
  /// Largest norm of A, and largest x.
  static let radius = 0.5
  /// Last power of A: the first left out is below 0.5¹⁵ / 15! = 2.4e-17.
  static let degree = 14
  /// Last power of x within a coefficient: the same bound holds for it.
  static let innerDegree = 14

  var transition: [Double] = []
  var integral: [Double] = []
  var doubleIntegral: [Double] = []

  init(shift x: Double) {
    var inverseFactorials = [1.0]
    for j in 1...Series.degree + 2 + Series.innerDegree {
      inverseFactorials.append(inverseFactorials[j - 1] / Double(j))
    }
    // e⁻ˣ as the inverse of a sum of positive terms; the C library's exp differs between machines.
    let decay = 1 / (0...Series.degree).reversed().reduce(0) { $0 * x + inverseFactorials[$1] }
    for m in 0...Series.degree {
      var (first, second) = (0.0, 0.0)
      for k in (0...Series.innerDegree).reversed() {
        first = first * x + inverseFactorials[m + 1 + k]
        second = second * x + Double(k + 1) * inverseFactorials[m + 2 + k]
      }
      transition.append(decay * inverseFactorials[m])
      integral.append(decay * first)
      doubleIntegral.append(decay * second)
    }
  }

  func sums(of a: Matrix) -> (p: Matrix, phi: Matrix, psi: Matrix) {
    let one = Matrix.identity(a.rows)
    var (p, phi, psi) = (transition[0] * one, integral[0] * one, doubleIntegral[0] * one)
    var power = a
    for m in 1...Series.degree {
      if m > 1 { power = a.fixedOrderProduct(power) }
      p += transition[m] * power
      phi += integral[m] * power
      psi += doubleIntegral[m] * power
    }
    return (p, phi, psi)
  }
}

extension Matrix {
  /// The largest −q[i, i], at least 0, after checking that this is a generator.
  fileprivate func checkedLargestOutflow() -> Double {
    var largest = 0.0
    for i in 0..<rows {
      for j in 0..<columns {
        let rate = self[i, j]
        precondition(rate.isFinite && (i == j || rate >= 0), "rate (\(i), \(j)) is \(rate)")
      }
      largest = max(largest, -self[i, i])
    }
    return largest
  }
}
