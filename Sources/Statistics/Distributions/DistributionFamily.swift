import Foundation

/// A family of distributions that two facts determine: a mean with its coefficient of variation, or
/// two quantiles.
///
/// All families are values in ``all``; files name them by ``id``.
public struct DistributionFamily: Sendable {
  /// A value and the probability of not exceeding it.
  public typealias StatedQuantile = (probability: Double, value: Double)

  /// How files call it.
  public let id: String
  /// What it is for, in one sentence.
  public let sentence: String
  private let fromMoments: @Sendable (_ mean: Double, _ sd: Double) throws -> any Distribution
  private let fromQuantiles:
    @Sendable (_ low: StatedQuantile, _ high: StatedQuantile) throws -> any Distribution

  /// The member with a given mean and coefficient of variation.
  ///
  /// - Parameters:
  ///   - mean: Finite; what else a family asks for (above 0, below 1) it says in its error.
  ///   - cv: Standard deviation over |mean|, > 0.
  /// - Throws: `notElicitable` where the family has no such member; `parameter`.
  public func distribution(mean: Double, cv: Double) throws -> any Distribution {
    guard mean.isFinite, cv > 0, cv.isFinite, mean != 0 else {
      throw StatisticsError.notElicitable(
        distribution: id, facts: [mean, cv],
        because: "a mean other than 0 and a coefficient of "
          + "variation above 0 are needed")
    }
    return try fromMoments(mean, cv * abs(mean))
  }

  /// The member with two given quantiles.
  ///
  /// - Parameters:
  ///   - low: The lower one.
  ///   - high: The higher one, in both probability and value.
  /// - Throws: `notElicitable` where the family has no such member; `parameter`.
  public func distribution(
    quantiles low: StatedQuantile, _ high: StatedQuantile
  ) throws -> any Distribution {
    guard 0 < low.probability, low.probability < high.probability, high.probability < 1,
      low.value < high.value, low.value.isFinite, high.value.isFinite
    else {
      throw StatisticsError.notElicitable(
        distribution: id, facts: [low.probability, low.value, high.probability, high.value],
        because: "probabilities between 0 and 1 and values must both rise")
    }
    return try fromQuantiles(low, high)
  }

  /// Every family, in the order help lists them.
  public static let all: [DistributionFamily] = [
    DistributionFamily(
      id: "normal", sentence: "Sums of many small effects; may be below 0.",
      fromMoments: { try NormalDistribution(mean: $0, standardDeviation: $1) },
      fromQuantiles: { try normal($0, $1) }),
    DistributionFamily(
      id: "log-normal", sentence: "Products of many small effects; above 0, a long upper tail.",
      fromMoments: { try logNormal(mean: $0, sd: $1) },
      fromQuantiles: { try logNormal($0, $1) }),
    DistributionFamily(
      id: "gamma", sentence: "Rates and costs; above 0.",
      fromMoments: { try gamma(mean: $0, sd: $1) },
      fromQuantiles: { try gamma($0, $1) }),
    DistributionFamily(
      id: "beta", sentence: "Probabilities and shares; between 0 and 1.",
      fromMoments: { try beta(mean: $0, sd: $1) },
      fromQuantiles: { try beta($0, $1) }),
    DistributionFamily(
      id: "uniform", sentence: "Nothing known but the ends.",
      fromMoments: {
        // The variance is (2 w)² / 12, w half the width.
        try UniformDistribution(
          minimum: $0 - 3.0.squareRoot() * $1, maximum: $0 + 3.0.squareRoot() * $1)
      },
      fromQuantiles: { low, high in
        let slope = (high.value - low.value) / (high.probability - low.probability)
        return try UniformDistribution(
          minimum: low.value - low.probability * slope,
          maximum: high.value + (1 - high.probability) * slope)
      }),
  ]

  private static func normal(
    _ low: StatedQuantile, _ high: StatedQuantile
  ) throws -> NormalDistribution {
    let (a, b) = (standardNormalQuantile(low.probability), standardNormalQuantile(high.probability))
    let sd = (high.value - low.value) / (b - a)
    return try NormalDistribution(mean: low.value - a * sd, standardDeviation: sd)
  }

  /// `σ² = ln(1 + cv²)`, `μ = ln m − σ²/2`.
  private static func logNormal(mean: Double, sd: Double) throws -> LogNormalDistribution {
    try requirePositive("log-normal", mean, [mean, sd / mean])
    let variance = log1p(sd / mean * (sd / mean))
    return try LogNormalDistribution(
      logMean: log(mean) - variance / 2, logStandardDeviation: variance.squareRoot())
  }

  private static func logNormal(
    _ low: StatedQuantile, _ high: StatedQuantile
  ) throws -> LogNormalDistribution {
    try requirePositive("log-normal", low.value, [low.value, high.value])
    let logs = try normal((low.probability, log(low.value)), (high.probability, log(high.value)))
    return try LogNormalDistribution(
      logMean: logs.mean, logStandardDeviation: logs.standardDeviation)
  }

  /// `k = 1 / cv²`, `θ = m cv²`.
  private static func gamma(mean: Double, sd: Double) throws -> GammaDistribution {
    try requirePositive("gamma", mean, [mean, sd / mean])
    return try GammaDistribution(shape: mean * mean / (sd * sd), scale: sd * sd / mean)
  }

  /// `a + b = m (1 − m) / sd² − 1`.
  private static func beta(mean: Double, sd: Double) throws -> BetaDistribution {
    let total = mean * (1 - mean) / (sd * sd) - 1
    guard mean > 0, mean < 1, total > 0 else {
      throw StatisticsError.notElicitable(
        distribution: "beta", facts: [mean, sd / abs(mean)],
        because: "the mean must be between 0 and 1 and the variance below mean · (1 − mean)")
    }
    return try BetaDistribution(a: total * mean, b: total * (1 - mean))
  }

  static func requirePositive(_ family: String, _ value: Double, _ facts: [Double]) throws {
    guard value > 0 else {
      throw StatisticsError.notElicitable(
        distribution: family, facts: facts, because: "all values are above 0")
    }
  }
}
