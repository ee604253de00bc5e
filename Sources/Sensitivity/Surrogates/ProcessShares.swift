import LinearAlgebra

/// Shares of the variance of a process's mean, corrected to first order by what runs left out show it to miss.
///
/// ```
/// S_u = (V(m_u) + 2 mean(m_u e)) / (V(m) + 2 mean(m e))
/// ```
///
/// m_u is `E[m | x_u] − E[m]`, e what is missed of a run by the others; the means are over the runs, and over
/// every resample of them.
struct ProcessShares {
  private let effects: ProcessEffects
  private let errors: [Double]
  private let weights: Matrix
  private let whole: Terms

  /// `V(m_u)`, and that with the correction in the sample and in every resample.
  private struct Terms {
    let plain: Double
    let corrected: [Double]
  }

  /// - Parameters:
  ///   - effects: What the mean owes to inputs.
  ///   - errors: e, one a run.
  ///   - weights: How often each run counts: one row a run, one column a resample.
  init(_ effects: ProcessEffects, errors: [Double], weights: Matrix) {
    (self.effects, self.errors, self.weights) = (effects, errors, weights)
    whole = Self.terms(effects.all, errors, weights)
  }

  private static func terms(
    _ part: ProcessEffects.Part, _ errors: [Double], _ weights: Matrix
  ) -> Terms {
    let sums = rowVector(zip(part.values, errors).map { $0 * $1 }, times: weights)
    let counts = rowVector(Array(repeating: 1, count: errors.count), times: weights)
    return Terms(
      plain: part.variance, corrected: zip(sums, counts).map { part.variance + 2 * $0 / $1 })
  }

  /// An index of the mean, and corrected in the sample and in every resample.
  func share(_ index: SurrogateIndex) -> (value: Double, corrected: [Double]) {
    switch index {
    case .first(let group): return over(effects.alone(effects.factors(group.members)))
    case .total(let group):
      let (value, corrected) = over(effects.others(than: effects.factors(group.members)))
      return (1 - value, corrected.map { 1 - $0 })
    case .second(let a, let b):
      let (first, second) = (effects.factors(a.members), effects.factors(b.members))
      let (both, one, other) = (
        over(effects.together(first, second)), over(effects.alone(first)),
        over(effects.alone(second))
      )
      return (
        both.value - one.value - other.value,
        both.corrected.indices.map { r in
          both.corrected[r] - one.corrected[r] - other.corrected[r]
        }
      )
    }
  }

  private func over(_ part: ProcessEffects.Part) -> (value: Double, corrected: [Double]) {
    let own = Self.terms(part, errors, weights)
    return (
      own.plain / whole.plain,
      zip(own.corrected, whole.corrected).map { $1 > 0 ? $0 / $1 : .nan }
    )
  }
}
