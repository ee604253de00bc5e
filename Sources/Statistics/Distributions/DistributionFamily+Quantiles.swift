import Foundation

extension DistributionFamily {
  /// The gamma distribution with two given quantiles. Their ratio depends on the shape alone and
  /// falls as it grows: halving on ln k.
  static func gamma(_ low: StatedQuantile, _ high: StatedQuantile) throws -> GammaDistribution {
    try requirePositive("gamma", low.value, [low.value, high.value])
    let target = log(high.value) - log(low.value)
    func spread(_ shape: Double) throws -> Double {
      let unit = try GammaDistribution(shape: shape, scale: 1)
      return log(unit.quantile(at: high.probability)) - log(unit.quantile(at: low.probability))
    }
    var (small, large) = (log(0.0011), log(0.9e8))
    guard try spread(exp(small)) >= target, try spread(exp(large)) <= target else {
      throw StatisticsError.notElicitable(
        distribution: "gamma", facts: [low.value, high.value],
        because: "their ratio asks for a shape outside 0.001 to 1e8")
    }
    while large - small > 1e-14 * max(1, abs(small)) {
      let middle = (small + large) / 2
      if middle == small || middle == large { break }
      if try spread(exp(middle)) > target { small = middle } else { large = middle }
    }
    let shape = exp((small + large) / 2)
    let unit = try GammaDistribution(shape: shape, scale: 1)
    return try GammaDistribution(
      shape: shape, scale: high.value / unit.quantile(at: high.probability))
  }

  /// The beta distribution with two given quantiles, by damped Newton steps on ln a and ln b with the
  /// normal scores of the probabilities as residuals; from the beta distribution that has the mean and the
  /// spread of the normal distribution through both quantiles' logits.
  static func beta(_ low: StatedQuantile, _ high: StatedQuantile) throws -> BetaDistribution {
    let facts = [low.value, high.value]
    func refusal(_ because: String) -> StatisticsError {
      .notElicitable(distribution: "beta", facts: facts, because: because)
    }
    guard low.value > 0, high.value < 1 else {
      throw refusal("values must be between 0 and 1")
    }
    let scores = [low, high].map { standardNormalQuantile($0.probability) }
    let logits = [low, high].map { log($0.value) - log1p(-$0.value) }
    let sd = (logits[1] - logits[0]) / (scores[1] - scores[0])
    let center = 1 / (1 + exp(-(logits[0] - scores[0] * sd)))
    // Near its mean m the logit of a beta number has the variance 1 / (m (1 − m) (a + b)).
    let total = min(max(1 / (center * (1 - center) * sd * sd), 0.01), 1e7)
    let start = [log(max(center * total, 0.01)), log(max((1 - center) * total, 0.01))]
    let fit: LeastSquaresFit
    do {
      fit = try GaussNewton().fit(from: start) { parameters in
        guard parameters.allSatisfy({ abs($0) < 18 }) else { return [.nan, .nan] }
        let trial = try BetaDistribution(a: exp(parameters[0]), b: exp(parameters[1]))
        return zip([low, high], scores).map { stated, score in
          normalScore(trial, at: stated.value) - score
        }
      }
    } catch is StatisticsError {
      throw refusal("no beta distribution with shapes of 0.001 to 1e8 was found")
    }
    guard fit.sumOfSquares < 1e-20 else {
      throw refusal("no beta distribution with shapes of 0.001 to 1e8 has them")
    }
    return try BetaDistribution(a: exp(fit.estimate[0]), b: exp(fit.estimate[1]))
  }

  private static func normalScore(_ distribution: BetaDistribution, at x: Double) -> Double {
    let lower = distribution.cumulative(at: x)
    return lower < 0.5
      ? standardNormalQuantile(lower)
      : standardNormalQuantile(upperTail: distribution.upperTail(at: x))
  }
}
