import LinearAlgebra

/// A stationary ARMA process in state space, with errors of variance 1: the exact one-step forecasts of
/// series by the Kalman filter.
///
/// State `x_{t+1} = T x_t + R ε_{t+1}`, `w_t = x_t[0]`, with φ in the first column of T, ones above its
/// diagonal and `R = (1, θ)`; it begins with its stationary covariance, `P = T P Tᵀ + R Rᵀ`.
/// - SeeAlso: [Harvey1989], section 3.3; [GardnerHarveyPhillips1980].
struct ARMAFilter {
  /// φ, filled up with 0 to the size of the state.
  let phi: [Double]
  /// R, likewise.
  let response: [Double]
  /// The variances of the one-step forecasts, F.
  private(set) var variances: [Double] = []
  /// What was not foreseen in each series, v.
  private(set) var surprises: [[Double]]
  /// The state expected after the end, for each series.
  private(set) var states: [[Double]]
  /// Its covariance, row by row.
  private(set) var covariance: [Double]

  /// Runs series of one length through the filter; `nil` where the process is too near one that is not
  /// stationary to begin.
  init?(_ polynomials: ARMAPolynomials, _ series: [[Double]]) {
    let size = max(polynomials.phi.count, polynomials.theta.count + 1)
    phi = polynomials.phi + Array(repeating: 0, count: size - polynomials.phi.count)
    response =
      [1] + polynomials.theta
      + Array(repeating: 0, count: size - 1 - polynomials.theta.count)
    surprises = Array(repeating: [], count: series.count)
    states = Array(repeating: Array(repeating: 0, count: size), count: series.count)
    guard let start = Self.stationary(phi, response) else { return nil }
    covariance = start
    for t in 0..<(series.first?.count ?? 0) {
      guard step(series.map { $0[t] }) else { return nil }
    }
  }

  private mutating func step(_ values: [Double]) -> Bool {
    let size = phi.count
    let variance = covariance[0]
    guard variance > 0, variance.isFinite else { return false }
    variances.append(variance)
    let gain = (0..<size).map { covariance[$0] / variance }
    for (place, value) in values.enumerated() {
      let surprise = value - states[place][0]
      surprises[place].append(surprise)
      let now = (0..<size).map { states[place][$0] + gain[$0] * surprise }
      for i in 0..<size {
        states[place][i] = phi[i] * now[0] + (i + 1 < size ? now[i + 1] : 0)
      }
    }
    // After the observation the first row and column are 0; then T P Tᵀ + R Rᵀ shifts the rest.
    var next = [Double](repeating: 0, count: size * size)
    for i in 0..<size {
      for j in 0...i {
        var value = response[i] * response[j]
        if i + 1 < size && j + 1 < size {
          value += covariance[(i + 1) * size + j + 1] - gain[i + 1] * covariance[j + 1]
        }
        next[i * size + j] = value
        next[j * size + i] = value
      }
    }
    covariance = next
    return true
  }

  /// `Σ_k Tᵏ R Rᵀ Tᵏᵀ`, twice as many terms each time.
  private static func stationary(_ phi: [Double], _ response: [Double]) -> [Double]? {
    let size = phi.count
    var power = Matrix(rows: size, columns: size, repeating: 0)
    var total = Matrix(rows: size, columns: size, repeating: 0)
    for i in 0..<size {
      power[i, 0] = phi[i]
      if i + 1 < size { power[i, i + 1] = 1 }
      for j in 0..<size { total[i, j] = response[i] * response[j] }
    }
    for _ in 0..<50 {
      let more = power * total * power.transposed
      total += more
      let (added, all) = (trace(more), trace(total))
      guard all.isFinite, all < 1e12 else { return nil }
      if added <= 1e-17 * all { return (0..<size).flatMap { total.row($0) } }
      power = power * power
    }
    return nil
  }

  private static func trace(_ matrix: Matrix) -> Double {
    (0..<matrix.rows).reduce(0) { $0 + matrix[$1, $1] }
  }
}
