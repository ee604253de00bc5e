public import CareModel
public import Parameters
import Statistics

/// Forecasts made from past origins, each from what was known on it alone, beside what happened.
public struct Backtest: Sendable {
  /// The origins in order.
  public let origins: [Int]
  /// Years ahead, from 1.
  public let horizon: Int
  /// What was forecast: cell by cell, in the order of origins, series, items, areas and years ahead.
  public let results: [BacktestResult]
  /// What could not be forecast, and why: sentences for readers.
  public let limits: [String]

  /// The origins that can be asked for: the first has three years before it, the last a year after.
  public static let allowedOrigins = 2018...(CareModelInputs.openingYear - 1)
  /// The origins that nothing was chosen on.
  public static let judged = 2022...2023
  /// Draws of a forecast.
  public static let draws = 400

  /// Makes all forecasts.
  ///
  /// - Parameters:
  ///   - data: The data folder.
  ///   - placements: Placement types in order.
  ///   - origins: In rising order, each of ``allowedOrigins``.
  ///   - horizon: Years ahead, ≥ 1; years after the last published one are left out.
  ///   - areas: The areas that are scored.
  ///   - forecasters: Who forecasts.
  ///   - draws: Of each forecast of the model.
  ///   - seed: What all draws share.
  ///   - say: Gets what is being done.
  /// - Throws: `InputError` where a series is missing, what the fits throw.
  public init(
    data: DataFolder, placements: [PlacementType], origins: [Int], horizon: Int, areas: [Area],
    forecasters: [Forecaster] = Forecaster.all, draws: Int = Backtest.draws, seed: UInt64,
    say: (String) -> Void = { _ in }
  ) throws {
    precondition(
      !origins.isEmpty && origins.allSatisfy(Self.allowedOrigins.contains) && horizon >= 1,
      "origins \(origins), horizon \(horizon)")
    let all = try data.areas()
    let history = try BacktestHistory(from: data, areas: all)
    let wanted = Set(areas.map(\.code))
    let isWhole = wanted == Set(all.all.map(\.code))
    var results: [BacktestResult] = []
    for year in origins {
      let ahead = min(horizon, history.years.upperBound - year)
      let canFit = year >= BacktestOrigin.firstFitted
      if canFit { say("Fitting to \(year) and projecting \(ahead) years") }
      let origin = BacktestOrigin(
        year: year, horizon: ahead, history: history, areas: all.onThirtyFirstOfMarch(year),
        england: canFit
          ? try EnglandForecast(
            origin: year, horizon: ahead, data: data, placements: placements, draws: draws,
            seed: seed) : nil,
        effects: try AreaCalibration(data: data, through: year).effects(),
        successors: all.successors, draws: draws, seed: seed)
      let prepared = try forecasters.map { ($0.id, try $0.prepare(origin)) }
      let places = origin.areas.filter { isWhole || wanted.contains($0.code) }
      for series in BacktestSeries.all {
        for item in series.items {
          for area in places where series.hasAreas || area == .england {
            let cell = BacktestCell(series: series.id, item: item, area: area.code)
            results += BacktestResult.all(
              of: cell, in: area, from: origin, published: history, by: prepared)
          }
        }
      }
    }
    self.init(
      origins: origins, horizon: horizon, results: results,
      limits: Self.limits(of: origins, history: history))
  }

  /// Results that are there.
  init(origins: [Int], horizon: Int, results: [BacktestResult], limits: [String]) {
    self.origins = origins
    self.horizon = horizon
    self.results = results
    self.limits = limits
  }

  /// What cannot be forecast, or not from some origins.
  private static func limits(of origins: [Int], history: BacktestHistory) -> [String] {
    let unfitted = origins.filter { $0 < BacktestOrigin.firstFitted }
    var limits = [
      "The model of England has no refit of the shares of care leavers: its parameters are compiled "
        + "from the published years by rule. Series neet-17-18 and neet-19-21 have no forecast of "
        + "England by it; councils' are fitted, about England's last share.",
      "The form of the councils' fit was chosen by its scores from the origins 2018 to 2021; those of "
        + "2022 and 2023 were in view when it was.",
    ]
    if !unfitted.isEmpty {
      limits.append(
        "From \(unfitted.map(String.init).joined(separator: ", ")) the model gives nothing: the fit "
          + "opens on 31 March 2019 and needs a year after it.")
    }
    for series in BacktestSeries.all {
      let cell = BacktestCell(series: series.id, item: series.items[0], area: Area.england.code)
      let first = history.years.first { history.value(cell, in: $0) != nil } ?? 0
      let missing = origins.filter { $0 < first }
      if !missing.isEmpty {
        limits.append(
          "Series \(series.id) begins in \(first): nothing from "
            + "\(missing.map(String.init).joined(separator: ", ")).")
      }
    }
    return limits
  }
}
