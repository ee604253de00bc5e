import Foundation

/// The gamma distribution: density `x^(k−1) exp(−x/θ) / (Γ(k) θᵏ)`, mean k θ, variance k θ².
///
/// Tails to about 1e-13 relative; shapes of 0.001 to 10⁸.
public struct GammaDistribution: Distribution, Equatable {
  /// k, > 0.
  public let shape: Double
  /// θ, > 0.
  public let scale: Double

  /// A gamma distribution.
  ///
  /// - Parameters:
  ///   - shape: k, 0.001 to 10⁸.
  ///   - scale: θ, > 0.
  /// - Throws: `parameter`.
  public init(shape: Double, scale: Double) throws(StatisticsError) {
    try StatisticsError.check(
      "gamma", "shape", shape, "0.001 to 1e8", shape >= 0.001 && shape <= 1e8)
    try StatisticsError.check("gamma", "scale", scale, "above 0", scale > 0)
    self.shape = shape
    self.scale = scale
  }

  /// The interval that holds all values.
  public var support: ClosedRange<Double> { 0 ... .infinity }
  /// The mean.
  public var mean: Double { shape * scale }
  /// The variance.
  public var variance: Double { shape * scale * scale }

  /// See ``Distribution/logDensity(at:)``.
  public func logDensity(at x: Double) -> Double {
    guard x >= 0 && x < .infinity else { return -.infinity }
    guard x > 0 else { return shape > 1 ? -.infinity : shape < 1 ? .infinity : -log(scale) }
    return logPoissonTerm(shape, x / scale) + log(shape) - log(x)
  }

  /// See ``Distribution/cumulative(at:)``.
  public func cumulative(at x: Double) -> Double {
    x > 0 ? regularisedGamma(shape, x / scale).lower : 0
  }

  /// See ``Distribution/upperTail(at:)``.
  public func upperTail(at x: Double) -> Double {
    x > 0 ? regularisedGamma(shape, x / scale).upper : 1
  }

  /// See ``Distribution/quantile(at:)``.
  public func quantile(at p: Double) -> Double {
    checkProbability(p)
    if p > 0.5 { return quantile(upperTail: 1 - p) }
    if p == 0 { return 0 }
    // P(k, x) is near xᵏ / Γ(k + 1) for small x.
    let small = (log(p) + logGamma(shape + 1)) / shape
    return scale
      * positiveRoot(
        logTarget: log(p), rising: true, logGuess: min(small, log(shape)),
        logProbability: { log(regularisedGamma(shape, $0).lower) },
        logDensity: { logPoissonTerm(shape, $0) + log(shape) - log($0) },
        densitySlope: { shape - 1 - $0 })
  }

  /// See ``Distribution/quantile(upperTail:)``.
  public func quantile(upperTail q: Double) -> Double {
    checkProbability(q)
    if q > 0.5 { return quantile(at: 1 - q) }
    if q == 0 { return .infinity }
    // Wilson and Hilferty: the cube root is nearly normal.
    let root = 1 - 1 / (9 * shape) + standardNormalQuantile(upperTail: q) / (3 * shape.squareRoot())
    return scale
      * positiveRoot(
        logTarget: log(q), rising: false, logGuess: log(shape) + 3 * log(max(root, 0.1)),
        logProbability: { log(regularisedGamma(shape, $0).upper) },
        logDensity: { logPoissonTerm(shape, $0) + log(shape) - log($0) },
        densitySlope: { shape - 1 - $0 })
  }
}
