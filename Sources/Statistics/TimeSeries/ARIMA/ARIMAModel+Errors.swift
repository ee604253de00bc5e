import LinearAlgebra

extension ARIMAModel {
  /// The standard errors of φ, θ, Φ and Θ, in that order: from the second differences of the log likelihood
  /// by them, regression and variance at their best for each. Those of ``coefficients`` follow.
  ///
  /// - Returns: `nil` where the likelihood is not at a rounded top, as with a term at the edge of what is
  ///   stationary or invertible.
  public func standardErrors() -> [Double]? {
    let terms =
      autoregressive + movingAverage + seasonalAutoregressive
      + seasonalMovingAverage
    let step = 1e-3
    func value(_ moves: [(place: Int, by: Double)]) -> Double? {
      var moved = terms
      for move in moves { moved[move.place] += move.by }
      let polynomials = ARMAPolynomials(terms: moved, order, seasonal, period: period)
      return (try? problem.solution(polynomials))?.map { $0.logLikelihood }
    }
    var information = Matrix(rows: terms.count, columns: terms.count, repeating: 0)
    for i in terms.indices {
      for j in 0...i {
        guard let both = value([(i, step), (j, step)]), let down = value([(i, -step), (j, -step)]),
          let one = value([(i, step), (j, -step)]), let other = value([(i, -step), (j, step)])
        else { return nil }
        let second = -(both + down - one - other) / (4 * step * step)
        information[i, j] = second
        information[j, i] = second
      }
    }
    guard let inverse = try? CholeskyFactor(information).inverse else { return nil }
    return terms.indices.map { inverse[$0, $0].squareRoot() } + coefficientErrors
  }
}
