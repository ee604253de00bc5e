import Foundation

/// A figure of a sample with its spread over resamples, drawn with replacement.
///
/// Laws: the same address of random numbers gives the same resamples; a figure that is linear in the
/// observations has no bias but by chance.
/// - SeeAlso: [DavisonHinkley1997], chapters 2 and 5, section 8.2 for blocks; [EfronTibshirani1993].
public struct Bootstrap: Sendable, Equatable {
  /// How an interval is made of the resamples' figures θ*, θ being the sample's.
  public enum Interval: Sendable, Equatable {
    /// Quantiles of θ*.
    case percentile
    /// Quantiles of θ* mirrored at θ: as far below as θ* lies above.
    case basic
    /// Quantiles of θ* moved for bias and for a spread that changes with the figure (BCa), by a
    /// ``Jackknife/acceleration``.
    case biasCorrected(acceleration: Double)
  }

  /// The figure of the sample, θ.
  public let value: Double
  /// The figures of the resamples, in the order drawn.
  public let replicates: [Double]

  /// Draws resamples and takes the figure of each.
  ///
  /// - Parameters:
  ///   - count: Observations in the sample, ≥ 1.
  ///   - scheme: What is drawn together.
  ///   - resamples: How many, ≥ 2.
  ///   - seed: What all resamples share.
  ///   - purpose: What the numbers are for.
  ///   - figure: Of the observations with these places, each as often as it is drawn. Of clusters there
  ///     can be more or fewer than in the sample. Finite.
  public init(
    of count: Int, _ scheme: ResamplingScheme = .observations, resamples: Int, seed: UInt64,
    purpose: UInt32, figure: (_ places: [Int]) throws -> Double
  ) rethrows {
    precondition(count >= 1 && resamples >= 2, "\(count) observations, \(resamples) resamples")
    let parts = scheme.parts(of: count)
    value = try figure(Array(0..<count))
    replicates = try (0..<resamples).map { resample in
      let stream = RandomStream(seed: seed, purpose: purpose, draw: UInt32(resample))
      switch scheme {
      case .observations: return try figure(stream.integers(count, below: count))
      case .clusters:
        return try figure(stream.integers(parts.count, below: parts.count).flatMap { parts[$0] })
      case .blocks(let length):
        let runs = stream.integers((count + length - 1) / length, below: parts.count)
        return try figure(Array(runs.lazy.flatMap { parts[$0] }.prefix(count)))
      }
    }
    precondition(
      value.isFinite && replicates.allSatisfy(\.isFinite), "a figure that is not finite")
  }

  /// The same for a figure of plain numbers.
  ///
  /// - Parameters:
  ///   - sample: At least one number.
  ///   - scheme: What is drawn together.
  ///   - resamples: How many, ≥ 2.
  ///   - seed: What all resamples share.
  ///   - purpose: What the numbers are for.
  ///   - figure: Of a sample, finite.
  public init(
    of sample: [Double], _ scheme: ResamplingScheme = .observations, resamples: Int, seed: UInt64,
    purpose: UInt32, figure: (_ sample: [Double]) throws -> Double
  ) rethrows {
    try self.init(
      of: sample.count, scheme, resamples: resamples, seed: seed, purpose: purpose
    ) { places in try figure(places.map { sample[$0] }) }
  }

  /// The standard deviation of the resamples' figures.
  public var standardError: Double { variance(of: replicates).squareRoot() }

  /// Their mean less the sample's figure.
  public var bias: Double { mean(of: replicates) - value }

  /// An interval of the figure.
  ///
  /// - Parameters:
  ///   - method: How it is made.
  ///   - level: Above 0, below 1.
  /// - SeeAlso: [Efron1987] for the bias-corrected one.
  public func interval(_ method: Interval, level: Double = 0.95) -> CentralInterval {
    let tail = (1 - level) / 2
    func ends(_ shares: [Double]) -> (Double, Double) {
      let found = quantiles(of: replicates, at: shares, type: .inclusive)
      return (found[0], found[1])
    }
    switch method {
    case .percentile:
      let (lower, upper) = ends([tail, 1 - tail])
      return CentralInterval(level: level, lower: lower, upper: upper)
    case .basic:
      let (lower, upper) = ends([tail, 1 - tail])
      return CentralInterval(level: level, lower: 2 * value - upper, upper: 2 * value - lower)
    case .biasCorrected(let acceleration):
      // The part below the sample's figure, ties counting half; at least half a resample on each side.
      let below = replicates.reduce(0) { $0 + ($1 < value ? 1 : $1 == value ? 0.5 : 0) }
      let count = Double(replicates.count)
      let shift = standardNormalQuantile(min(max(below, 0.5), count - 0.5) / count)
      func share(_ z: Double) -> Double {
        standardNormalCumulative(shift + (shift + z) / (1 - acceleration * (shift + z)))
      }
      let z = standardNormalQuantile(1 - tail)
      let (lower, upper) = ends([share(-z), share(z)])
      return CentralInterval(level: level, lower: min(lower, upper), upper: max(lower, upper))
    }
  }
}
