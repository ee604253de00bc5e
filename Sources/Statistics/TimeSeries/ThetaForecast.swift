/// The Theta method: simple exponential smoothing with half the slope of the line through the series.
///
/// Smoothing is by likelihood over weight and starting level, as of ``SmoothingForm`` with additive errors
/// alone. `forecast = l_n + ½ b (h − 1 + (1 − (1 − α)ⁿ) / α)` with variance `σ² (1 + (h − 1) α²)`.
///
/// Series with seasons have to be freed of them first.
/// - SeeAlso: [HyndmanBillah2003].
public struct ThetaForecast: Sendable, Equatable {
  /// The smoothing of the series.
  public let smoothing: ExponentialSmoothing
  /// The slope of the least-squares line through the series.
  public let slope: Double

  /// Fits both parts.
  ///
  /// - Parameter series: In order of time; finite, at least 5 values.
  /// - Throws: As ``ExponentialSmoothing``.
  public init(_ series: [Double]) throws(StatisticsError) {
    smoothing = try ExponentialSmoothing(SmoothingForm(.additive, .none, .none), series)
    let middle = Double(series.count - 1) / 2
    let (products, squares) = series.enumerated().reduce((0.0, 0.0)) {
      let t = Double($1.offset) - middle
      return ($0.0 + t * $1.element, $0.1 + t * t)
    }
    slope = products / squares
  }

  /// The forecast of the steps after the series.
  ///
  /// - Parameter horizon: Steps ahead, ≥ 1.
  public func forecast(_ horizon: Int) -> SeriesForecast {
    let plain = smoothing.forecast(horizon)
    let weight = smoothing.weights.level
    var left = 1.0
    for _ in smoothing.path.errors { left *= 1 - weight }
    return SeriesForecast(
      means: plain.means.enumerated().map {
        $1 + slope / 2 * (Double($0) + (1 - left) / weight)
      },
      standardErrors: plain.standardErrors)
  }
}
