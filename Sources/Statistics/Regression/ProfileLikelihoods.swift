import Foundation

/// The normal log likelihood with σ² = deviance / n, at which it is greatest.
let normalProfile: @Sendable (ResponseProblem, [Double], Double) -> Double = {
  problem, fitted, deviance in
  let n = Double(fitted.count)
  let precision = sum(of: problem.weights.lazy.map { log($0) })
  return 0.5 * (precision - n * (log(2 * Double.pi * deviance / n) + 1))
}

/// The gamma log likelihood at the shape κ = 1 / φ where it is greatest: a response of weight w has the
/// shape κ w, and `Σ w (ln κ w − ψ(κ w)) = deviance / 2`.
///
/// Newton's method on ln κ from `n / deviance`.
let gammaProfile: @Sendable (ResponseProblem, [Double], Double) -> Double = {
  problem, fitted, deviance in
  let weights = problem.weights
  var shape = Double(fitted.count) / deviance
  for _ in 0..<100 {
    let excess = sum(of: weights.lazy.map { $0 * (log(shape * $0) - digamma(shape * $0)) })
    let slope = sum(of: weights.lazy.map { $0 * (1 - shape * $0 * trigamma(shape * $0)) })
    let step = -(excess - deviance / 2) / slope
    shape *= exp(min(max(step, -2), 2))
    if abs(step) < 1e-13 { break }
  }
  return sum(
    of: fitted.indices.lazy.map { i in
      let (own, y) = (shape * weights[i], problem.response[i])
      return own * log(own * y / fitted[i]) - own * y / fitted[i] - log(y) - logGamma(own)
    })
}
