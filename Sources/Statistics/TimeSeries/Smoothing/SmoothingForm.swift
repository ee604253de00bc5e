/// The form of an exponential-smoothing model: how errors, trend and season enter.
public struct SmoothingForm: Sendable, Hashable {
  /// How an error enters.
  public enum Error: String, Sendable, CaseIterable {
    case additive = "A"
    /// In proportion to the forecast.
    case multiplicative = "M"
  }

  /// How the level moves on.
  public enum Trend: String, Sendable, CaseIterable {
    case none = "N"
    case additive = "A"
    /// By a slope that shrinks from step to step.
    case damped = "Ad"
  }

  /// What comes again each period.
  public enum Season: String, Sendable, CaseIterable {
    case none = "N"
    case additive = "A"
    /// In proportion to the level.
    case multiplicative = "M"
  }

  /// How errors enter.
  public let error: Error
  /// How the level moves on.
  public let trend: Trend
  /// What comes again.
  public let season: Season

  /// A form.
  public init(_ error: Error, _ trend: Trend, _ season: Season) {
    self.error = error
    self.trend = trend
    self.season = season
  }

  /// As in the literature: `ETS(M,Ad,N)`.
  public var name: String { "ETS(\(error.rawValue),\(trend.rawValue),\(season.rawValue))" }

  /// All forms but additive errors with multiplicative seasons, whose forecasts have no finite variance.
  public static let all: [SmoothingForm] = Error.allCases.flatMap { error in
    Trend.allCases.flatMap { trend in
      Season.allCases.compactMap { season in
        error == .additive && season == .multiplicative ? nil : SmoothingForm(error, trend, season)
      }
    }
  }

  /// Whether all values must be above 0.
  var needsPositive: Bool { error == .multiplicative || season == .multiplicative }

  /// Weights and starting states that are estimated.
  func parameters(period: Int) -> Int {
    weights + states(period: period)
  }

  /// α, and where they exist β, γ and φ.
  var weights: Int {
    1 + (trend == .none ? 0 : 1) + (season == .none ? 0 : 1) + (trend == .damped ? 1 : 0)
  }

  /// Level, slope and all seasons but one.
  func states(period: Int) -> Int {
    1 + (trend == .none ? 0 : 1) + (season == .none ? 0 : period - 1)
  }
}
