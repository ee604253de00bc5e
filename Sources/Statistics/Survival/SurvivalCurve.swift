import Foundation

/// What part of a group is still without an event after each time: Kaplan and Meier's estimate, with the
/// cumulative hazard by Nelson and Aalen.
///
/// `S(t) = ∏ (1 − d / n)` and `H(t) = Σ d / n` over the times of events up to t, d events among n at risk.
/// Where nobody is left at risk the curve stays at 0.
public struct SurvivalCurve: Sendable, Equatable {
  /// The curve from one time of events to the next.
  public struct Step: Sendable, Equatable {
    /// When events happened.
    public let time: Double
    /// How many were at risk.
    public let atRisk: Int
    /// How many had an event.
    public let events: Int
    /// The part without an event from then on, 0 to 1.
    public let survival: Double
    /// Its standard error by Greenwood's formula.
    public let standardError: Double
    /// The cumulative hazard from then on, ≥ 0.
    public let hazard: Double
    /// Its standard error, by Σ d / n².
    public let hazardError: Double
  }

  /// The steps, by time.
  public let steps: [Step]

  /// The curve of a group; any event ends a follow-up.
  ///
  /// - Parameter people: Any number.
  /// - SeeAlso: [KaplanMeier1958], [Aalen1978].
  public init(_ people: [FollowUp]) {
    let kinds = max(1, people.map(\.event).max() ?? 1)
    var (survival, hazard, greenwood, squares) = (1.0, 0.0, 0.0, 0.0)
    steps = RiskSet.all(of: people, kinds: kinds).map { set in
      let (d, n) = (Double(set.all), Double(set.atRisk))
      survival *= 1 - d / n
      hazard += d / n
      greenwood += d < n ? d / (n * (n - d)) : 0
      squares += d / (n * n)
      return Step(
        time: set.time, atRisk: set.atRisk, events: set.all, survival: survival,
        standardError: survival * greenwood.squareRoot(), hazard: hazard,
        hazardError: squares.squareRoot())
    }
  }

  /// The part without an event just after a time.
  public func survival(at time: Double) -> Double {
    steps.last { $0.time <= time }?.survival ?? 1
  }

  /// The interval of that part, on the scale of log(−log S) so that it stays between 0 and 1; `nil` where
  /// the part is 0 or 1.
  ///
  /// - Parameters:
  ///   - time: Any.
  ///   - level: Above 0, below 1.
  public func interval(at time: Double, level: Double = 0.95) -> CentralInterval? {
    guard let step = steps.last(where: { $0.time <= time }), step.survival > 0, step.survival < 1
    else { return nil }
    let logarithm = log(step.survival)
    let reach =
      standardNormalQuantile((1 + level) / 2) * step.standardError / step.survival / abs(logarithm)
    return CentralInterval(
      level: level, lower: pow(step.survival, exp(reach)), upper: pow(step.survival, exp(-reach)))
  }

  /// The first time after which at most a part is without an event; `nil` if more always are.
  public func quantile(at part: Double = 0.5) -> Double? {
    steps.first { $0.survival <= part + 1e-12 }?.time
  }
}
