import Foundation

/// The natural logarithm of the gamma function, by the C library.
///
/// - Parameter x: > 0.
func logGamma(_ x: Double) -> Double {
  precondition(x > 0, "the log gamma function of \(x), above 0 needed")
  let (value, _): (Double, Int) = lgamma(x)
  return value
}

/// What Stirling's formula leaves out: `δ(x) = ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π`.
///
/// - Parameter x: > 0.
/// - SeeAlso: [Loader2000].
func stirlingError(_ x: Double) -> Double {
  guard x >= 16 else { return logGamma(x + 1) - (x + 0.5) * log(x) + x - halfLogTwoPi }
  // Bernoulli numbers B₂ₖ / (2k (2k − 1)); the next term is below 1e-19 at 16.
  let y = 1 / (x * x)
  let series: Double =
    1.0 / 12 - y
    * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y * (1.0 / 1188 - y * bernoulli6))))
  return series / x
}

private let bernoulli6 = 691.0 / 360_360

/// ½ ln 2π.
let halfLogTwoPi = 0.918_938_533_204_672_741_780

/// The logarithmic derivative of the gamma function, ψ(x), absolute error about 1e-15 · max(1, |ψ|).
///
/// `ψ(x) = ψ(x + 1) − 1 / x` up to 12, then the asymptotic series.
///
/// - Parameter x: > 0.
public func digamma(_ x: Double) -> Double {
  precondition(x > 0, "the digamma function of \(x), above 0 needed")
  var (x, shifted) = (x, 0.0)
  while x < 12 {
    shifted -= 1 / x
    x += 1
  }
  let y = 1 / (x * x)
  let series: Double =
    y
    * (1.0 / 12 - y
      * (1.0 / 120 - y * (1.0 / 252 - y * (1.0 / 240 - y * (1.0 / 132 - y * 691 / 32_760)))))
  return shifted + log(x) - 0.5 / x - series
}

/// The derivative of ``digamma(_:)``, ψ′(x), relative error about 1e-15.
///
/// `ψ′(x) = ψ′(x + 1) + 1 / x²` up to 12, then the asymptotic series.
///
/// - Parameter x: > 0.
public func trigamma(_ x: Double) -> Double {
  precondition(x > 0, "the trigamma function of \(x), above 0 needed")
  var (x, shifted) = (x, 0.0)
  while x < 12 {
    shifted += 1 / (x * x)
    x += 1
  }
  let y = 1 / (x * x)
  let series: Double =
    y
    * (1.0 / 6 - y * (1.0 / 30 - y * (1.0 / 42 - y * (1.0 / 30 - y * (5.0 / 66 - y * 691 / 2_730)))))
  return shifted + (1 + 0.5 / x + series) / x
}
