import Foundation

/// How much of each error a state takes up.
public struct SmoothingWeights: Sendable, Equatable {
  /// α, of the level.
  public let level: Double
  /// β, of the slope (α times the weight that Holt's method has for it).
  public let slope: Double
  /// γ, of the season.
  public let season: Double
  /// φ, what is left of the slope a step later; 1 where it is not damped.
  public let damping: Double

  /// Weights; those of states that a form does not have are not used.
  public init(level: Double, slope: Double = 0, season: Double = 0, damping: Double = 1) {
    self.level = level
    self.slope = slope
    self.season = season
    self.damping = damping
  }
}

/// Where an exponential-smoothing model stands after a step.
public struct SmoothingState: Sendable, Equatable {
  /// The level.
  public var level: Double
  /// What is added to it each step; 0 without trend.
  public var slope: Double
  /// The seasons of the steps ahead, the next one first; empty without seasons.
  public var seasons: [Double]

  /// A state.
  public init(level: Double, slope: Double = 0, seasons: [Double] = []) {
    self.level = level
    self.slope = slope
    self.seasons = seasons
  }
}

/// A series followed by exponential smoothing with given weights from a given state.
///
/// With `b` the level and damped slope, s the season and e the value less its forecast μ (`b`, `b + s` or
/// `b s`), and e/s for e in the first two where the season is multiplicative:
/// `l = b + α e`, slope `= φ slope + β e`, `s = s + γ e` (`+ γ e / b` if multiplicative). Additive and
/// multiplicative errors lead the same way and differ in likelihood.
/// - SeeAlso: [Hyndman2008], table 2.2 and 2.3.
public struct SmoothingPath: Sendable, Equatable {
  /// The form followed.
  public let form: SmoothingForm
  /// The one-step forecasts, μ.
  public let fitted: [Double]
  /// The errors: values less forecasts, over the forecast if multiplicative.
  public let errors: [Double]
  /// Where it ends.
  public let end: SmoothingState

  /// Follows a series.
  ///
  /// - Parameters:
  ///   - series: At least one value.
  ///   - form: Of the model.
  ///   - weights: How much of each error is taken up.
  ///   - start: The state before the first value, with one season for each step of a period if the
  ///     form has seasons.
  public init(
    _ series: [Double], form: SmoothingForm, weights: SmoothingWeights, from start: SmoothingState
  ) {
    precondition(
      (form.season == .none) == start.seasons.isEmpty, "\(start.seasons.count) seasons")
    self.form = form
    let isScaled = form.season == .multiplicative
    var (state, next) = (start, 0)
    var (fitted, errors) = ([Double](), [Double]())
    fitted.reserveCapacity(series.count)
    errors.reserveCapacity(series.count)
    for value in series {
      let slope = form.trend == .none ? 0 : weights.damping * state.slope
      let base = state.level + slope
      let season = form.season == .none ? 0 : state.seasons[next]
      let forecast = isScaled ? base * season : base + season
      let surprise = value - forecast
      let part = isScaled ? surprise / season : surprise
      state.level = base + weights.level * part
      if form.trend != .none { state.slope = slope + weights.slope * part }
      if form.season != .none {
        state.seasons[next] = season + weights.season * (isScaled ? surprise / base : surprise)
        next = (next + 1) % state.seasons.count
      }
      fitted.append(forecast)
      errors.append(form.error == .multiplicative ? surprise / forecast : surprise)
    }
    state.seasons = Array(state.seasons[next...] + state.seasons[..<next])
    (self.fitted, self.errors, end) = (fitted, errors, state)
  }

  /// The sum of squared errors.
  public var sumOfSquares: Double { sum(of: errors.lazy.map { $0 * $0 }) }

  /// The log likelihood of the series, the errors' variance being the one that makes it greatest:
  /// `−n/2 (log(2π Σe²/n) + 1) − Σ log |μ|`, the last for multiplicative errors alone; −∞ where a forecast
  /// is not above 0 that has to be.
  public var logLikelihood: Double {
    guard !form.needsPositive || fitted.allSatisfy({ $0 > 0 }) else { return -.infinity }
    let n = Double(errors.count)
    let scale =
      form.error == .multiplicative ? fitted.reduce(0) { $0 + log($1) } : 0
    return -0.5 * n * (log(2 * Double.pi * sumOfSquares / n) + 1) - scale
  }
}
