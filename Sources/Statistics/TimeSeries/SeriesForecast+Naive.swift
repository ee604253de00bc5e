/// Forecasts that only carry the series on.
extension SeriesForecast {
  /// The last value, or with seasons that of the same season: `y_{n+h−m(k+1)}`, with standard deviation
  /// `σ √(k + 1)`, k the whole periods before step h and σ² the mean squared change over a period.
  ///
  /// - Parameters:
  ///   - series: In order of time, more values than a period has; finite.
  ///   - horizon: Steps ahead, ≥ 1.
  ///   - period: Steps to a period, m; 1 for none.
  /// - SeeAlso: [Hyndman2008], section 1.3.
  public static func naive(
    _ series: [Double], horizon: Int, period: Int = 1
  ) -> SeriesForecast {
    precondition(period >= 1 && series.count > period, "\(series.count) values, period \(period)")
    precondition(horizon >= 1, "a forecast \(horizon) steps ahead")
    let changes = zip(series.dropFirst(period), series).map { $0 - $1 }
    let variance = sum(of: changes.lazy.map { $0 * $0 }) / Double(changes.count)
    let last = Array(series.suffix(period))
    return SeriesForecast(
      means: (0..<horizon).map { last[$0 % period] },
      standardErrors: (0..<horizon).map { (variance * Double($0 / period + 1)).squareRoot() })
  }

  /// The last value and the mean change: `y_n + h (y_n − y_1) / (n − 1)`, with variance
  /// `σ² h (1 + h / (n − 1))`, σ² that of the changes: the mean's own error counts.
  ///
  /// - Parameters:
  ///   - series: In order of time, at least 3 values; finite.
  ///   - horizon: Steps ahead, ≥ 1.
  /// - SeeAlso: [Hyndman2008], section 1.3.
  public static func drift(_ series: [Double], horizon: Int) -> SeriesForecast {
    precondition(series.count >= 3 && horizon >= 1, "\(series.count) values")
    let changes = zip(series.dropFirst(), series).map { $0 - $1 }
    let spread = variance(of: changes)
    let count = Double(changes.count)
    let steps = (1...horizon).map(Double.init)
    return SeriesForecast(
      means: steps.map { drifted(series[...], by: $0) },
      standardErrors: steps.map { (spread * $0 * (1 + $0 / count)).squareRoot() })
  }
}

/// The last of a history and the mean change times a number of steps; of one value, the value.
func drifted(_ history: ArraySlice<Double>, by steps: Double) -> Double {
  let changes = Double(history.count - 1)
  guard changes > 0 else { return history.last! }
  return history.last! + steps * (history.last! - history.first!) / changes
}
