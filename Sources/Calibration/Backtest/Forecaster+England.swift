import Parameters
import Statistics

extension Forecaster {
  /// England by the model.
  static let england = Forecaster(
    id: "model",
    sentence: "England by the model, refitted to the years up to the origin; its range has the "
      + "uncertainty of parameters and of the years ahead, and no chance."
  ) { origin in
    { cell, horizon in
      guard cell.area == Area.england.code else { return nil }
      return origin.england?.draws(of: cell, horizon: horizon).map(BacktestForecast.init(drawn:))
    }
  }

  /// Other areas as England: their last value times the change that the model gives England's, with
  /// the errors that taking England's published change would have had before. Shares change by as many
  /// points as England's.
  static let apportioned = Forecaster(
    id: "england-apportioned",
    sentence: "The area's last value, changed as the model changes England's: the area's own rates "
      + "play no part."
  ) { origin in
    let past = PastErrorsOfClass(of: origin) { history, cell, year in
      guard let series = BacktestSeries.named(cell.series),
        let before = history.value(cell, in: year - 1),
        let englandBefore = history.value(cell.england, in: year - 1),
        let england = history.value(cell.england, in: year)
      else { return nil }
      return series.apportioned(before, of: england, over: englandBefore)
    }
    return { cell, horizon in
      guard cell.area != Area.england.code, let series = BacktestSeries.named(cell.series),
        let last = origin.history.value(cell, in: origin.year),
        let englandLast = origin.history.value(cell.england, in: origin.year),
        let england = origin.england?.draws(of: cell.england, horizon: horizon),
        let errors = past.errors(of: cell)
      else { return nil }
      let centres = england.map { series.apportioned(last, of: $0, over: englandLast) }
      let stream = RandomStream(
        seed: origin.seed, purpose: RandomPurpose.backtest.rawValue, draw: UInt32(origin.year))
      guard
        let drawn = errors.drawn(
          about: centres, horizon: horizon, within: series.unit.range, from: stream,
          at: addressHash("\(cell.series).\(cell.item).\(cell.area).\(horizon)"))
      else { return BacktestForecast(point: centres[0], sample: nil) }
      return BacktestForecast(drawn: drawn)
    }
  }
}

extension BacktestCell {
  /// The same figure of England.
  var england: BacktestCell {
    BacktestCell(series: series, item: item, area: Area.england.code)
  }
}

extension BacktestSeries {
  /// A value that changes as England's does.
  func apportioned(_ last: Double, of england: Double, over englandLast: Double) -> Double {
    switch unit {
    case .children, .index: last * england / englandLast
    case .percent: min(max(last + england - englandLast, 0), 100)
    }
  }
}
