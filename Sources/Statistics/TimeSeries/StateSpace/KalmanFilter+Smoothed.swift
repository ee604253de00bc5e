public import LinearAlgebra

extension KalmanFilter {
  /// The state of a step given all of the series.
  public struct Smoothed: Sendable, Equatable {
    /// Expected. Length r.
    public let state: [Double]
    /// Its covariance, r × r.
    public let covariance: Matrix
  }

  /// The states given all of the series, one for each step: backwards through it,
  /// `x = a + P r₀ + P∞ r₁`, r gathering what later values brought, and their covariance likewise.
  ///
  /// Law: the mean of the normal distribution of the state given the values.
  ///
  /// The values must set all of the state.
  /// - SeeAlso: [DurbinKoopman2012], section 5.3.
  public func smoothed() -> [Smoothed] {
    precondition(isDetermined, "a state that the values do not set")
    let size = model.observation.count
    let zero = Matrix(rows: size, columns: size, repeating: 0)
    let shown = outer(model.observation, model.observation)
    var (first, second) = ([Double](repeating: 0, count: size), [Double](repeating: 0, count: size))
    var (n0, n1, n2) = (zero, zero, zero)
    var smoothed: [Smoothed] = []
    for step in steps.reversed() {
      let turned = model.transition.transposed
      if let surprise = step.surprise, step.diffuseVariance > 0 {
        let f1 = 1 / step.diffuseVariance
        let f2 = -step.variance * f1 * f1
        let (column, diffuse) = (
          step.covariance * model.observation, step.diffuse * model.observation
        )
        let gain = model.transition * diffuse.map { $0 * f1 }
        let other = model.transition * zip(column, diffuse).map { $0 * f1 + $1 * f2 }
        let l0 = (model.transition - outer(gain, model.observation)).transposed
        let l1 = -1 * outer(model.observation, other)
        let brought = model.observation.map { $0 * f1 * surprise }
        second = zip(brought, zip(l0 * second, l1 * first)).map { $0 + $1.0 + $1.1 }
        first = l0 * first
        let crossed = l0 * n1 * l1.transposed
        n2 =
          f2 * shown + l0 * n2 * l0.transposed + crossed + crossed.transposed
          + l1 * n0 * l1.transposed
        n1 = f1 * shown + l0 * n1 * l0.transposed + l1 * n0 * l0.transposed
        n0 = l0 * n0 * l0.transposed
      } else if let surprise = step.surprise {
        let column = step.covariance * model.observation
        let gain = model.transition * column.map { $0 / step.variance }
        let left = (model.transition - outer(gain, model.observation)).transposed
        first = zip(model.observation, left * first).map { $0 * surprise / step.variance + $1 }
        second = turned * second
        n2 = turned * n2 * turned.transposed
        n1 = turned * n1 * left.transposed
        n0 = (1 / step.variance) * shown + left * n0 * left.transposed
      } else {
        (first, second) = (turned * first, turned * second)
        n0 = turned * n0 * turned.transposed
        n1 = turned * n1 * turned.transposed
        n2 = turned * n2 * turned.transposed
      }
      let (p, d) = (step.covariance, step.diffuse)
      let crossed = d * n1 * p
      smoothed.append(
        Smoothed(
          state: zip(step.state, zip(p * first, d * second)).map { $0 + $1.0 + $1.1 },
          covariance: p - p * n0 * p - crossed - crossed.transposed - d * n2 * d))
    }
    return smoothed.reversed()
  }
}
