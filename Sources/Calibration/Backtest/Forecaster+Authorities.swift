import CareModel
import Parameters
import Statistics

extension Forecaster {
  /// Authorities by their own fit.
  static let authorities = Forecaster(
    id: "authority-model",
    sentence: "The authority's own effects, fitted to the years up to the origin and drawn towards "
      + "its region and England, on England by the model; England's shares of care leavers are its "
      + "last ones."
  ) { origin in
    { cell, horizon in
      AuthorityForecast(of: cell.area, from: origin)?.draws(of: cell.series, horizon: horizon)
        .map(BacktestForecast.init(drawn:))
    }
  }
}
