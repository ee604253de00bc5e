import LinearAlgebra

/// The exponential of eight generators of counted moves over a period, with its first and second
/// integral: what ``OpenCohortStep`` has for one cohort of any states.
///
/// ```
/// P = exp(q h)      Φ = ∫₀ʰ exp(q s) ds      Ψ = ∫₀ʰ Φ(s) ds
/// ```
///
/// The series and doublings of ``ExponentialIntegrals``, for each run as many as it needs by itself:
/// a run's bits do not depend on the runs beside it. All elements are ≥ 0.
public struct CountedStep: Sendable {
  /// The length h of the period, in years.
  public let period: Double
  private(set) var transition: CountedMatrix
  private(set) var integral: CountedMatrix
  private(set) var doubleIntegral: CountedMatrix

  /// Computes the three matrices.
  ///
  /// - Parameters:
  ///   - rates: Rates per person and year.
  ///   - period: h, in years, > 0.
  public init(_ rates: CountedRates, period: Double) {
    self.period = period
    let n = rates.placements
    var (generator, shift) = rates.shifted()
    var time = Lanes(repeating: period)
    var halvings = SIMD8<Int64>.zero
    // The norm is at most twice the shift.
    var norm = 2 * shift * period
    while any(norm .> ExponentialSeries.radius) {
      let tooLarge = norm .> ExponentialSeries.radius
      norm.replace(with: norm / 2, where: tooLarge)
      time.replace(with: time / 2, where: tooLarge)
      halvings.replace(with: halvings &+ 1, where: tooLarge)
    }
    for place in generator.elements.indices { generator.elements[place] *= time }

    let series = LaneSeries(shift: shift * time, norm: norm)
    transition = CountedMatrix(placements: n, diagonal: series.transition[0])
    integral = CountedMatrix(placements: n, diagonal: series.integral[0] * time)
    doubleIntegral = CountedMatrix(
      placements: n, diagonal: series.doubleIntegral[0] * time * time)
    var power = generator
    for m in 1...series.degree {
      if m > 1 { power = generator.product(power, isGenerator: true) }
      transition.add(power, times: series.transition[m])
      integral.add(power, times: series.integral[m] * time)
      doubleIntegral.add(power, times: series.doubleIntegral[m] * time * time)
    }
    for doubling in 0..<Int(halvings.max()) {
      let isLeft = halvings .> SIMD8(repeating: Int64(doubling))
      double(time, where: isLeft)
      time.replace(with: time * 2, where: isLeft)
    }
  }

  /// `P(2t) = P P`, `Φ(2t) = Φ + P Φ`, `Ψ(2t) = Ψ + t Φ + P Ψ` for the runs that are left.
  private mutating func double(_ time: Lanes, where isLeft: SIMDMask<SIMD8<Int64>>) {
    var late = doubleIntegral
    late.add(integral, times: time)
    late.add(transition.product(doubleIntegral), times: Lanes(repeating: 1))
    var early = integral
    early.add(transition.product(integral), times: Lanes(repeating: 1))
    doubleIntegral = doubleIntegral.replacing(with: late, where: isLeft)
    integral = integral.replacing(with: early, where: isLeft)
    transition = transition.replacing(
      with: transition.product(transition), where: isLeft)
  }
}

/// Coefficients of ``ExponentialSeries`` for eight runs, each up to the degree it needs and 0 beyond.
private struct LaneSeries {
  var transition = [Lanes](repeating: .zero, count: ExponentialSeries.degree + 1)
  var integral = [Lanes](repeating: .zero, count: ExponentialSeries.degree + 1)
  var doubleIntegral = [Lanes](repeating: .zero, count: ExponentialSeries.degree + 1)
  /// The highest degree that a run needs.
  private(set) var degree = 1

  init(shift: Lanes, norm: Lanes) {
    var computed: (shift: Double, series: ExponentialSeries)?
    for lane in 0..<Lanes.scalarCount {
      let needed = ExponentialSeries.degree(norm: norm[lane])
      degree = max(degree, needed)
      // Runs that are alike, such as one run in all lanes, share the work.
      if computed?.shift != shift[lane] {
        computed = (shift[lane], ExponentialSeries(shift: shift[lane]))
      }
      let series = computed!.series
      for m in 0...needed {
        transition[m][lane] = series.transition[m]
        integral[m][lane] = series.integral[m]
        doubleIntegral[m][lane] = series.doubleIntegral[m]
      }
    }
  }
}
