/// Forecasts of the steps after a series, each taken as normal.
public struct SeriesForecast: Sendable, Equatable {
  /// The expected value of each step ahead, from 1.
  public let means: [Double]
  /// The standard deviation of what happens about it, ≥ 0; estimated parameters are taken as known
  /// unless the method says otherwise.
  public let standardErrors: [Double]

  init(means: [Double], standardErrors: [Double]) {
    precondition(means.count == standardErrors.count, "\(means.count) means")
    self.means = means
    self.standardErrors = standardErrors
  }

  /// How many steps ahead it reaches.
  public var horizon: Int { means.count }

  /// In which a step's value lies with a probability.
  ///
  /// - Parameters:
  ///   - step: Steps ahead, 1 to ``horizon``.
  ///   - level: Above 0, below 1.
  public func interval(at step: Int, level: Double = 0.95) -> CentralInterval {
    precondition((1...horizon).contains(step), "step \(step) of \(horizon)")
    let reach = standardNormalQuantile((1 + level) / 2) * standardErrors[step - 1]
    return CentralInterval(
      level: level, lower: means[step - 1] - reach, upper: means[step - 1] + reach)
  }
}
