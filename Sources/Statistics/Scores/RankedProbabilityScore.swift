import Foundation

/// The continuous ranked probability score of a normal forecast:
/// `σ (z (2 Φ(z) − 1) + 2 φ(z) − 1/√π)` with `z = (y − μ) / σ`.
///
/// Law: that of a large sample of the forecast; with σ → 0 the absolute error.
///
/// - Parameters:
///   - mean: μ.
///   - deviation: σ, ≥ 0.
///   - outcome: What happened; finite.
/// - SeeAlso: [GneitingRaftery2007], section 4.2.
public func rankedProbabilityScore(
  ofNormal mean: Double, deviation: Double, outcome: Double
) -> Double {
  precondition(deviation >= 0, "a standard deviation of \(deviation)")
  guard deviation > 0 else { return abs(outcome - mean) }
  let z = (outcome - mean) / deviation
  let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
  return deviation
    * (z * (2 * standardNormalCumulative(z) - 1) + 2 * density - 1 / Double.pi.squareRoot())
}

/// The continuous ranked probability score of a forecast that is a sample: the integral of the squared
/// distance between its distribution function and the step at the outcome.
///
/// Ordinary: `Σ |xᵢ − y| / m − Σᵢⱼ |xᵢ − xⱼ| / (2 m²)`, the score of the sample as it stands. Fair:
/// the second divisor is `2 m (m − 1)`, which estimates without bias the score of the distribution
/// that the sample is drawn from.
///
/// Laws: in the unit of the outcome, smaller is better; the ordinary score is 0 or more and that of one
/// number is the absolute error; no forecast has a better expected score than the true distribution.
///
/// - Parameters:
///   - sorted: The sample in rising order; at least one number, at least two for the fair score.
///   - outcome: What happened; finite.
///   - isFair: Which score.
/// - SeeAlso: [GneitingRaftery2007], [Ferro2008].
public func rankedProbabilityScore(
  ofSorted sorted: [Double], outcome: Double, isFair: Bool = false
) -> Double {
  let m = Double(sorted.count)
  precondition(sorted.count >= (isFair ? 2 : 1), "a sample of \(sorted.count)")
  let distance = sum(of: sorted.lazy.map { abs($0 - outcome) }) / m
  // Σᵢⱼ |xᵢ − xⱼ| = 2 Σ_k (2k − m − 1) x(k), of distances to the outcome so that little cancels.
  let spread = sum(
    of: sorted.enumerated().lazy.map { (2 * Double($0.offset) + 1 - m) * ($0.element - outcome) })
  return distance - spread / (isFair ? m * (m - 1) : m * m)
}

/// The same of a forecast that is a set of quantiles: twice the mean of their pinball losses,
/// `2/K Σ (1{y < q} − τ)(q − y)`.
///
/// With levels `(k − ½) / K` it is the ordinary score of the quantiles as a sample; other levels
/// should be as even, else the score stands for the part of the distribution that they cover.
///
/// - Parameters:
///   - quantiles: In rising order, at least one.
///   - levels: Of each, above 0 and below 1, in rising order.
///   - outcome: What happened; finite.
/// - SeeAlso: [GneitingRaftery2007].
public func rankedProbabilityScore(
  ofQuantiles quantiles: [Double], at levels: [Double], outcome: Double
) -> Double {
  precondition(
    quantiles.count == levels.count && !levels.isEmpty,
    "\(quantiles.count) quantiles, \(levels.count) levels")
  precondition(
    levels.allSatisfy { $0 > 0 && $0 < 1 } && zip(levels, levels.dropFirst()).allSatisfy(<),
    "levels \(levels)")
  let losses = zip(quantiles, levels).lazy.map { quantile, level in
    ((outcome < quantile ? 1 : 0) - level) * (quantile - outcome)
  }
  return 2 * sum(of: losses) / Double(levels.count)
}
