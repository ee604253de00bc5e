import Statistics

extension Forecaster {
  /// A reference forecast, with the range of the one-step errors that it had up to the origin, pooled
  /// over the areas of a size class.
  static func reference(_ reference: ReferenceForecast) -> Forecaster {
    Forecaster(id: reference.id, sentence: reference.sentence) { origin in
      let past = PastErrorsOfClass(of: origin) { history, cell, year in
        reference.forecast(of: history.through(year - 1).values(cell), horizon: 1)
      }
      return { cell, horizon in
        guard let series = BacktestSeries.named(cell.series),
          let point = reference.forecast(of: origin.history.values(cell), horizon: horizon)
        else { return nil }
        return BacktestForecast(
          point: point,
          sample: past.errors(of: cell)?.sample(
            about: point, horizon: horizon, within: series.unit.range))
      }
    }
  }
}

extension BacktestSeries {
  /// The series of an id.
  static func named(_ id: String) -> BacktestSeries? { all.first { $0.id == id } }
}

/// The errors that one-step forecasts had up to an origin, pooled over the areas of each size class.
struct PastErrorsOfClass: Sendable {
  private let origin: BacktestOrigin
  private let errors: [Pool: PastErrors]

  private struct Pool: Hashable {
    let series: String
    let item: String
    let sizeClass: SizeClass
  }

  /// Gathers the errors of all series, items and classes.
  ///
  /// - Parameter forecast: Of a cell in a year from the years before it.
  init(
    of origin: BacktestOrigin, _ forecast: (BacktestHistory, BacktestCell, Int) -> Double?
  ) {
    self.origin = origin
    var errors: [Pool: PastErrors] = [:]
    for series in BacktestSeries.all {
      for item in series.items {
        for sizeClass in series.hasAreas ? SizeClass.allCases : [.england] {
          let past = origin.codes(of: sizeClass).flatMap { code in
            let cell = BacktestCell(series: series.id, item: item, area: code)
            return origin.history.years.dropFirst().compactMap {
              year -> (forecast: Double, outcome: Double)? in
              guard let outcome = origin.history.value(cell, in: year),
                let forecast = forecast(origin.history, cell, year)
              else { return nil }
              return (forecast, outcome)
            }
          }
          errors[Pool(series: series.id, item: item, sizeClass: sizeClass)] = PastErrors(
            past, scale: series.unit.scale)
        }
      }
    }
    self.errors = errors
  }

  /// Those of a cell's class.
  func errors(of cell: BacktestCell) -> PastErrors? {
    origin.sizeClass(of: cell.area).flatMap {
      errors[Pool(series: cell.series, item: cell.item, sizeClass: $0)]
    }
  }
}
