import LinearAlgebra

/// The exponential of eight generators of counted moves over a period, with its first and second
/// integral: what ``OpenCohortStep`` has for one cohort of any states.
///
/// ```
/// P = exp(q h) = I + q Φ      Φ = ∫₀ʰ exp(q s) ds = h I + q Ψ      Ψ = ∫₀ʰ Φ(s) ds
/// ```
///
/// The last integral wanted is summed as a series of non-negative terms, see ``ExponentialIntegrals``;
/// the others follow from it. Where λ h, λ the largest outflow, exceeds ½, the period is halved until
/// it does not, and doubled again: for each run as often as it needs by itself, so that a run's bits do
/// not depend on the runs beside it.
public struct CountedStep: Sendable {
  /// The length h of the period, in years.
  public let period: Double
  private(set) var transition: CountedMatrix
  private(set) var integral: CountedMatrix
  /// Only where children arrive.
  private(set) var doubleIntegral: CountedMatrix?

  /// Computes the matrices.
  ///
  /// - Parameters:
  ///   - rates: Rates per person and year.
  ///   - period: h, in years, > 0.
  ///   - hasEntries: Whether children arrive within the period; Ψ is for these.
  public init(_ rates: CountedRates, period: Double, hasEntries: Bool = true) {
    self.period = period
    let (generator, shift) = rates.generator()
    var time = Lanes(repeating: period)
    var halvings = SIMD8<Int64>.zero
    while any(shift * time .> ExponentialSeries.radius) {
      let isTooLong = shift * time .> ExponentialSeries.radius
      time.replace(with: time / 2, where: isTooLong)
      halvings.replace(with: halvings &+ 1, where: isTooLong)
    }
    // A row of q + λ I adds up to λ less the exits from it, so its norm is at most λ.
    var shifted = generator
    shifted.addToDiagonal(shift)
    for place in shifted.elements.indices { shifted.elements[place] *= time }
    let sum = CountedSeries(shifted, shift: shift * time, time: time, isDouble: hasEntries).sum()
    if hasEntries {
      doubleIntegral = sum
      integral = generator.product(sum, isGenerator: true)
      integral.addToDiagonal(time)
    } else {
      integral = sum
    }
    transition = generator.product(integral, isGenerator: true)
    transition.addToDiagonal(Lanes(repeating: 1))
    for doubling in 0..<Int(halvings.max()) {
      let isLeft = halvings .> SIMD8(repeating: Int64(doubling))
      double(time, where: isLeft)
      time.replace(with: time * 2, where: isLeft)
    }
  }

  /// `P(2t) = P P`, `Φ(2t) = Φ + P Φ`, `Ψ(2t) = Ψ + t Φ + P Ψ` for the runs that are left.
  private mutating func double(_ time: Lanes, where isLeft: SIMDMask<SIMD8<Int64>>) {
    if let half = doubleIntegral {
      var late = half
      late.add(integral, times: time)
      late.add(transition.product(half), times: Lanes(repeating: 1))
      doubleIntegral = half.replacing(with: late, where: isLeft)
    }
    var early = integral
    early.add(transition.product(integral), times: Lanes(repeating: 1))
    integral = integral.replacing(with: early, where: isLeft)
    transition = transition.replacing(with: transition.product(transition), where: isLeft)
  }
}
