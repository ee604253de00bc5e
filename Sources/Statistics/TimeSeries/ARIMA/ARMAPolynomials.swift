import Foundation

/// The terms of a stationary, invertible ARMA process, seasons multiplied in:
/// `w_t = Σ φ_i w_{t−i} + ε_t + Σ θ_i ε_{t−i}`.
struct ARMAPolynomials: Equatable {
  /// φ by kind: plain and seasonal.
  let ar: [Double]
  let seasonalAR: [Double]
  /// θ by kind.
  let ma: [Double]
  let seasonalMA: [Double]
  /// All φ.
  let phi: [Double]
  /// All θ.
  let theta: [Double]

  /// Terms from as many numbers without bounds: hyperbolic tangents of them are partial autocorrelations,
  /// so that every process is stationary and invertible.
  ///
  /// - SeeAlso: [BarndorffNielsenSchou1973].
  init(_ free: [Double], _ order: ARIMAOrder, _ seasonal: ARIMAOrder, period: Int) {
    var rest = free[...]
    func take(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Self.autoregression(rest.prefix(count).map { tanh($0) })
    }
    ar = take(order.autoregressive)
    ma = take(order.movingAverage).map { -$0 }
    seasonalAR = take(seasonal.autoregressive)
    seasonalMA = take(seasonal.movingAverage).map { -$0 }
    phi = Self.product(ar.map { -$0 }, seasonalAR.map { -$0 }, period).map { -$0 }
    theta = Self.product(ma, seasonalMA, period)
  }

  /// The terms themselves, φ, θ, Φ and Θ in that order; they may be those of no stationary process.
  init(terms: [Double], _ order: ARIMAOrder, _ seasonal: ARIMAOrder, period: Int) {
    var rest = terms[...]
    func take(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    ar = take(order.autoregressive)
    ma = take(order.movingAverage)
    seasonalAR = take(seasonal.autoregressive)
    seasonalMA = take(seasonal.movingAverage)
    phi = Self.product(ar.map { -$0 }, seasonalAR.map { -$0 }, period).map { -$0 }
    theta = Self.product(ma, seasonalMA, period)
  }

  /// Durbin's recursion from partial autocorrelations to coefficients.
  private static func autoregression(_ partial: [Double]) -> [Double] {
    var phi: [Double] = []
    for r in partial {
      let before = phi
      phi = before.indices.map { before[$0] - r * before[before.count - 1 - $0] } + [r]
    }
    return phi
  }

  /// `(1 + Σ a_i Bⁱ)(1 + Σ b_i B^{i m}) − 1`.
  private static func product(_ a: [Double], _ b: [Double], _ period: Int) -> [Double] {
    var seasonal = [1.0] + [Double](repeating: 0, count: b.count * period)
    for (place, value) in b.enumerated() { seasonal[(place + 1) * period] = value }
    return Array(convolution([1] + a, seasonal).dropFirst())
  }

  /// Weights of past errors, ψ from 1 on: `ψ_k = θ_k + Σ φ_i ψ_{k−i}`.
  func responses(_ count: Int) -> [Double] {
    var psi = [1.0]
    for k in 1..<max(count, 1) {
      let past = phi.indices.prefix(k).reduce(0.0) { $0 + phi[$1] * psi[k - 1 - $1] }
      psi.append(past + (k <= theta.count ? theta[k - 1] : 0))
    }
    return psi
  }
}

/// The coefficients of the product of two polynomials.
func convolution(_ a: [Double], _ b: [Double]) -> [Double] {
  var product = [Double](repeating: 0, count: a.count + b.count - 1)
  for (i, x) in a.enumerated() where x != 0 {
    for (j, y) in b.enumerated() { product[i + j] += x * y }
  }
  return product
}
