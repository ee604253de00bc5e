import Foundation

/// A distribution cut off at both ends: values outside an interval cannot happen, the rest keep their
/// proportions.
///
/// For counts, both ends are allowed values. Tails are taken from the side of the base on which they
/// are small, so a cut far out in a tail keeps its digits. Mean and variance come from quadrature of
/// the quantiles (counts: from sums), to about 1e-10; to 1e-7 for a density with a corner.
public struct TruncatedDistribution: Distribution {
  private let cut: Cut
  /// The mean.
  public let mean: Double
  /// The variance.
  public let variance: Double

  /// A truncated distribution.
  ///
  /// - Parameters:
  ///   - base: The distribution before the cut.
  ///   - interval: What values remain; must hold some of the base's probability.
  /// - Throws: `emptyTruncation`.
  public init(
    _ base: any Distribution, to interval: ClosedRange<Double>
  ) throws(StatisticsError) {
    cut = try Cut(base, to: interval)
    (mean, variance) = base.isCount ? cut.countMoments() : cut.quadratureMoments()
  }

  /// The distribution before the cut.
  public var base: any Distribution { cut.base }
  /// The interval that holds all values.
  public var support: ClosedRange<Double> { cut.support }
  /// Whether only whole numbers have a probability.
  public var isCount: Bool { cut.base.isCount }

  /// See ``Distribution/logDensity(at:)``.
  public func logDensity(at x: Double) -> Double { cut.logDensity(at: x) }

  /// See ``Distribution/cumulative(at:)``.
  public func cumulative(at x: Double) -> Double {
    if x < support.lowerBound { return 0 }
    return x >= support.upperBound ? 1 : min(cut.mass(above: cut.start, to: x) / cut.within, 1)
  }

  /// See ``Distribution/upperTail(at:)``.
  public func upperTail(at x: Double) -> Double {
    if x < support.lowerBound { return 1 }
    if x >= support.upperBound { return 0 }
    return min(cut.mass(above: x, to: support.upperBound) / cut.within, 1)
  }

  /// See ``Distribution/quantile(at:)``.
  public func quantile(at p: Double) -> Double {
    checkProbability(p)
    return cut.quantile(p, 1 - p)
  }

  /// See ``Distribution/quantile(upperTail:)``.
  public func quantile(upperTail q: Double) -> Double {
    checkProbability(q)
    return cut.quantile(1 - q, q)
  }
}

/// A base with the interval that is kept of it.
private struct Cut: Sendable {
  let base: any Distribution
  let support: ClosedRange<Double>
  /// What values are above: the lower end, for counts the number before.
  let start: Double
  /// Probability that the base is below the interval, above it, and within it.
  let below: Double
  let above: Double
  private(set) var within = 0.0

  init(_ base: any Distribution, to interval: ClosedRange<Double>) throws(StatisticsError) {
    var (low, high) = (interval.lowerBound, interval.upperBound)
    if base.isCount { (low, high) = (low.rounded(.up), high.rounded(.down)) }
    low = max(low, base.support.lowerBound)
    high = min(high, base.support.upperBound)
    guard low < high || (base.isCount && low == high) else {
      throw .emptyTruncation(lower: interval.lowerBound, upper: interval.upperBound)
    }
    self.base = base
    support = low...high
    start = base.isCount ? low - 1 : low
    below = base.cumulative(at: start)
    above = base.upperTail(at: high)
    within = mass(above: start, to: high)
    guard within > 0 else {
      throw .emptyTruncation(lower: interval.lowerBound, upper: interval.upperBound)
    }
  }

  /// The base's probability of more than a and at most b.
  func mass(above a: Double, to b: Double) -> Double {
    let lower = base.cumulative(at: a)
    return lower < 0.5
      ? base.cumulative(at: b) - lower : base.upperTail(at: a) - base.upperTail(at: b)
  }

  func logDensity(at x: Double) -> Double {
    support.contains(x) ? base.logDensity(at: x) - log(within) : -.infinity
  }

  /// From the side of the base on which the probability is smaller; q = 1 − p.
  func quantile(_ p: Double, _ q: Double) -> Double {
    let (lower, upper) = (below + p * within, above + q * within)
    let x =
      lower <= upper
      ? base.quantile(at: min(lower, 1)) : base.quantile(upperTail: min(upper, 1))
    return min(max(x, support.lowerBound), support.upperBound)
  }

  /// `∫₀¹ x(u) du` and the same of squared deviations by the double exponential rule: u runs through
  /// `½ (1 + tanh s)`, `s = π/2 sinh t`, which flattens both ends.
  func quadratureMoments() -> (mean: Double, variance: Double) {
    let nodes: [(weight: Double, x: Double)] = (-256...256).compactMap { step in
      let t = Double(step) / 64
      let s = Double.pi / 2 * sinh(t)
      // The lesser of u and 1 − u, without loss.
      let small = 1 / (1 + exp(2 * abs(s)))
      let weight = cosh(t) / (cosh(s) * cosh(s))
      guard small > 1e-300, weight > 0 else { return nil }
      return (weight, s < 0 ? quantile(small, 1 - small) : quantile(1 - small, small))
    }
    let whole = sum(of: nodes.lazy.map { $0.weight })
    let mean = sum(of: nodes.lazy.map { $0.weight * $0.x }) / whole
    let squares = nodes.lazy.map { $0.weight * ($0.x - mean) * ($0.x - mean) }
    return (mean, sum(of: squares) / whole)
  }

  /// Sums over the counts that matter: from 1e-20 of either tail.
  func countMoments() -> (mean: Double, variance: Double) {
    let counts = stride(from: quantile(1e-20, 1), through: quantile(1, 1e-20), by: 1)
    let mean = sum(of: counts.lazy.map { $0 * exp(logDensity(at: $0)) })
    let squares = counts.lazy.map { ($0 - mean) * ($0 - mean) * exp(logDensity(at: $0)) }
    return (mean, sum(of: squares))
  }
}
