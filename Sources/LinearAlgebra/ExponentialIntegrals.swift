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
    let scaled = ScaledGenerator(q, period: h)
    var t = scaled.time
    let series = ExponentialSeries(shift: scaled.shift * t)
    var (p, phi, psi) = series.sums(of: t * scaled.matrix)
    phi = t * phi
    psi = (t * t) * psi
    for _ in 0..<scaled.doublings {
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

  init(period: Double, transition: Matrix, integral: Matrix, doubleIntegral: Matrix) {
    self.period = period
    self.transition = transition
    self.integral = integral
    self.doubleIntegral = doubleIntegral
  }
}
