import Foundation

/// A level that drifts from year to year and is observed with error, followed through its observations:
/// the Kalman filter of one number.
///
/// `x₁ ~ N(μ, τ²)`, `x_{t+1} = ρ x_t + σ η_t`, `z_t = x_t + ε_t` with ε_t normal of variance V_t.
///
/// The prior mean μ may be unknown: everything is linear in it, so the filter is run for μ = 0 and
/// keeps beside it what each unit of μ adds.
///
/// Laws: with ρ = 1 and σ = 0 the level is the mean of prior and observations weighted by one over their
/// variances; ``priorWeight`` falls with every observation and is 1 before the first.
/// - SeeAlso: [DurbinKoopman2012], chapter 2.
public struct LevelFilter: Sendable, Equatable {
  /// What is known of the level in a year.
  public enum Observation: Sendable, Equatable {
    /// Nothing.
    case missing
    /// Its value with an error of a variance, > 0.
    case value(Double, variance: Double)
    /// That the value with its error lies between two numbers, the first below the second.
    case between(Double, Double, variance: Double)
  }

  /// Expected level of the year for μ = 0.
  public private(set) var level: Double = 0
  /// Its variance, μ being known.
  public private(set) var variance: Double
  /// What a unit of μ adds to the expected level.
  public private(set) var priorWeight: Double = 1
  /// Evidence of the observations so far on μ, and on the filter's other numbers.
  public private(set) var evidence = Evidence()
  private let persistence: Double
  private let innovationVariance: Double

  /// Before the first observation.
  ///
  /// - Parameters:
  ///   - variance: τ², ≥ 0.
  ///   - persistence: ρ, 0 to 1.
  ///   - innovation: σ, ≥ 0.
  public init(variance: Double, persistence: Double, innovation: Double) {
    precondition(variance >= 0 && innovation >= 0, "variance \(variance), innovation \(innovation)")
    precondition((0...1).contains(persistence), "a persistence of \(persistence)")
    self.variance = variance
    self.persistence = persistence
    innovationVariance = innovation * innovation
  }

  /// Goes on to the next year.
  public mutating func advance() {
    level *= persistence
    priorWeight *= persistence
    variance = persistence * persistence * variance + innovationVariance
  }

  /// Takes in what is known of the year.
  public mutating func observe(_ observation: Observation) {
    switch observation {
    case .missing: return
    case .value(let value, let errorVariance): observe(value, errorVariance)
    case .between(let low, let high, let errorVariance):
      precondition(low < high, "between \(low) and \(high)")
      let seen = equivalent(of: low, high, errorVariance)
      observe(seen.value, seen.variance)
    }
  }

  private mutating func observe(_ value: Double, _ errorVariance: Double) {
    precondition(errorVariance > 0, "an error of variance \(errorVariance)")
    let predicted = variance + errorVariance
    let surprise = value - level
    evidence.add(surprise: surprise, slope: priorWeight, variance: predicted)
    let gain = variance / predicted
    level += gain * surprise
    priorWeight *= 1 - gain
    variance *= 1 - gain
  }

  /// The observed value that tells as much of the level as its lying between two numbers: the one that
  /// leaves the same mean and variance, for μ = 0.
  private func equivalent(
    of low: Double, _ high: Double, _ errorVariance: Double
  ) -> (value: Double, variance: Double) {
    let predicted = variance + errorVariance
    let deviation = predicted.squareRoot()
    let (a, b) = ((low - level) / deviation, (high - level) / deviation)
    // From the side on which both tails are small.
    let within =
      a > 0
      ? standardNormalCumulative(-a) - standardNormalCumulative(-b)
      : standardNormalCumulative(b) - standardNormalCumulative(a)
    guard within > 1e-12, variance > 0 else {
      // Far out: as if observed in the middle.
      return ((low + high) / 2, errorVariance + (high - low) * (high - low) / 12)
    }
    func density(_ z: Double) -> Double {
      z.isFinite ? exp(-0.5 * z * z) / (2 * Double.pi).squareRoot() : 0
    }
    let (da, db) = (density(a), density(b))
    let mean = (da - db) / within
    let second = ((a.isFinite ? a * da : 0) - (b.isFinite ? b * db : 0)) / within
    let left = max(1 + second - mean * mean, 1e-6)
    let gain = variance / predicted
    let after = variance * (1 - gain * (1 - left))
    let equal = variance * after / max(variance - after, 1e-12 * variance)
    return (level + gain * mean * deviation * (variance + equal) / variance, equal)
  }

  /// What observations tell of the prior mean and of the numbers of the filter.
  public struct Evidence: Sendable, Equatable {
    /// `Σ s² / F`, s being the slope of a surprise in μ and F its variance.
    public private(set) var precision = 0.0
    /// `Σ s e / F`, e being the surprise for μ = 0.
    public private(set) var pull = 0.0
    /// Logarithm of the likelihood for μ = 0, `−½ Σ (log F + e² / F)`, without its constant.
    public private(set) var logLikelihood = 0.0

    /// No evidence.
    public init() {}

    fileprivate mutating func add(surprise: Double, slope: Double, variance: Double) {
      precision += slope * slope / variance
      pull += slope * surprise / variance
      logLikelihood -= 0.5 * (log(variance) + surprise * surprise / variance)
    }

    /// The evidence of both, of levels with the same prior mean.
    public static func + (a: Evidence, b: Evidence) -> Evidence {
      var sum = a
      sum.precision += b.precision
      sum.pull += b.pull
      sum.logLikelihood += b.logLikelihood
      return sum
    }

    /// The prior mean given this evidence, where it is itself normal about 0.
    ///
    /// - Parameter deviation: Its standard deviation before any evidence; 0 if it is known to be 0.
    /// - Returns: Its mean and variance, and the logarithm of the likelihood over all values it could
    ///   have.
    public func priorMean(
      deviation: Double
    ) -> (mean: Double, variance: Double, logLikelihood: Double) {
      guard deviation > 0 else { return (0, 0, logLikelihood) }
      let total = precision + 1 / (deviation * deviation)
      return (
        pull / total, 1 / total,
        logLikelihood + 0.5 * (pull * pull / total - log(total * deviation * deviation))
      )
    }
  }
}
