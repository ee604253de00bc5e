import Foundation

/// Where the search for weights and starting states begins, and how they stand in one row of numbers
/// without bounds.
///
/// Weights are kept within `1e-4 < β < α < 0.9999`, `1e-4 < γ < 1 − α` and `0.8 < φ < 0.98` by logistic
/// functions; states are measured in the spread of the series, seasons add up to 0 (or average 1), the
/// last following from the others.
struct SmoothingStart {
  let form: SmoothingForm
  let period: Int
  let state: SmoothingState
  private let scale: Double

  /// - Parameter series: As many values as ``SmoothingForm/parameters(period:)`` and more; with seasons at
  ///   least two periods.
  init(_ form: SmoothingForm, _ series: [Double], period: Int) {
    self.form = form
    self.period = period
    let spread = variance(of: series).squareRoot()
    scale = spread > 0 ? spread : 1
    let isScaled = form.season == .multiplicative
    let seasons = form.season == .none ? [] : Self.seasons(series, period, isScaled)
    let plain = series.prefix(max(10, 2 * period)).enumerated().map { place, value in
      seasons.isEmpty
        ? value : isScaled ? value / seasons[place % period] : value - seasons[place % period]
    }
    guard form.trend != .none else {
      state = SmoothingState(level: mean(of: Array(plain.prefix(max(4, period)))), seasons: seasons)
      return
    }
    let (level, slope) = Self.line(plain)
    // The line's value a step before the first.
    state = SmoothingState(level: level - slope, slope: slope, seasons: seasons)
  }

  /// Rows of numbers to begin from.
  var points: [[Double]] {
    [0.15, 0.5, 0.9].map { level in
      var point = [logit((level - 1e-4) / 0.9998)]
      if form.trend != .none { point.append(logit(0.1)) }
      if form.season != .none { point.append(logit(0.1)) }
      if form.trend == .damped { point.append(logit(0.9)) }
      point.append(state.level / scale)
      if form.trend != .none { point.append(state.slope / scale) }
      if form.season != .none { point += state.seasons.dropLast().map { $0 / seasonScale } }
      return point
    }
  }

  /// The weights and the state that a row of numbers stands for.
  func read(_ point: [Double]) -> (weights: SmoothingWeights, state: SmoothingState) {
    var rest = point[...]
    func part(_ low: Double, _ high: Double) -> Double {
      low + (high - low) / (1 + exp(-rest.removeFirst()))
    }
    let level = part(1e-4, 0.9999)
    let slope = form.trend == .none ? 0 : part(1e-4, max(level, 1.01e-4))
    let season = form.season == .none ? 0 : part(1e-4, max(1 - level, 1.01e-4))
    let damping = form.trend == .damped ? part(0.8, 0.98) : 1
    var state = SmoothingState(level: rest.removeFirst() * scale)
    if form.trend != .none { state.slope = rest.removeFirst() * scale }
    if form.season != .none {
      let seasons = rest.map { $0 * seasonScale }
      let whole = form.season == .multiplicative ? Double(period) : 0
      state.seasons = seasons + [whole - seasons.reduce(0, +)]
    }
    return (
      SmoothingWeights(level: level, slope: slope, season: season, damping: damping), state
    )
  }

  private var seasonScale: Double { form.season == .multiplicative ? 1 : scale }

  /// The season of each step of a period, from the first three periods or as many as there are: the mean
  /// distance from (or ratio to) a line through the periods' means.
  private static func seasons(_ series: [Double], _ period: Int, _ isScaled: Bool) -> [Double] {
    let periods = min(3, series.count / period)
    let means = (0..<periods).map { mean(of: Array(series[($0 * period)..<(($0 + 1) * period)])) }
    let (level, slope) = line(means)
    let raw = (0..<period).map { step in
      mean(
        of: (0..<periods).map { number in
          let value = series[number * period + step]
          let middle = Double(number) + (Double(step) - Double(period - 1) / 2) / Double(period)
          let base = level + slope * middle
          return isScaled ? value / base : value - base
        })
    }
    let centre = mean(of: raw)
    return raw.map { isScaled ? $0 / centre : $0 - centre }
  }

  /// The least-squares line through values at 0, 1, …
  private static func line(_ values: [Double]) -> (level: Double, slope: Double) {
    guard values.count > 1 else { return (values[0], 0) }
    let middle = Double(values.count - 1) / 2
    let centre = mean(of: values)
    let (products, squares) = values.enumerated().reduce((0.0, 0.0)) {
      let t = Double($1.offset) - middle
      return ($0.0 + t * ($1.element - centre), $0.1 + t * t)
    }
    let slope = products / squares
    return (centre - slope * middle, slope)
  }
}

private func logit(_ p: Double) -> Double { log(p / (1 - p)) }
