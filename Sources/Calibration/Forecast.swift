import CareModel
import Foundation
public import Parameters
import Statistics

/// A published figure of a year that was not fitted, beside the forecast and the last value known
/// when it was made.
public struct Forecast: Sendable, Equatable {
  /// What is forecast.
  public var measure: String

  /// The reporting year.
  public var year: Int

  /// What was published.
  public var published: Double

  /// What the model, fitted to earlier years alone, gives.
  public var modelled: Double

  /// The figure of the last fitted year, carried on.
  public var lastValue: Double

  /// Decimals worth showing: 0 for children, 1 for percentages.
  public var decimals = 0
}

extension CareCalibration {
  /// Forecasts of the years after the fitted ones, set beside what was published.
  ///
  /// Nothing of the forecast years is used but the population: rates and their damped trends are
  /// those fitted; asylum-seeking entries, transfers and repeated starts are those of the last
  /// fitted year.
  ///
  /// - Parameters:
  ///   - records: A fit to the years of this calibration.
  ///   - years: Reporting years after the last fitted one.
  ///   - data: The data folder, for what was published and the population.
  public func forecasts(
    of records: [FitRecord], in years: ClosedRange<Int>, data: DataFolder
  ) throws -> [Forecast] {
    let state = try state(of: records)
    let last = try model.years(state).last!
    let damping = try data.parameters.value(
      of: "trend.damping", on: FinancialYear(startingIn: CareModelInputs.openingYear).start)
    let population = try Population(from: data)
    // As projections do, forecasts open on the published stock.
    var stocks = try model.openingStocks(last, state: state)
    var result: [Forecast] = []
    for year in years {
      let trendYears = dampedYears(year - self.years.upperBound, damping: Uncertain(damping))
      let asylum =
        Uncertain(last.published.asylumStarts)
        - state.transfersAsylumShare * last.published.transfers
      let rates = state.rates(
        in: self.years.upperBound, asylumEntries: asylum, trendYears: trendYears)
      let modelled = ProjectedYear(
        year: year, advancing: stocks, by: rates,
        population: try population.children(inReportingYear: year))
      stocks = modelled.stocks
      let published = try PublishedCareYear(year: year, series: data)
      result += forecasts(
        modelled.groups, published: published, last: last.published, state: state)
    }
    return result
  }

  private func forecasts(
    _ groups: [ChildGroup: CareYear], published: PublishedCareYear, last: PublishedCareYear,
    state: CareFitState
  ) -> [Forecast] {
    let other = groups[.otherChildren]!
    let asylum = groups[.asylumSeeking]!
    // The published starts of other children that such entries would give: the inverse of
    // `CareFitState.entries`.
    let transfers = (1 - state.transfersAsylumShare) * last.transfers
    let asylumStarts = Uncertain(last.asylumStarts)
    let starts =
      (other.entered + asylumStarts + transfers) / (1 + state.entryRepeat) - asylumStarts
    func row(
      _ measure: String, _ figure: (PublishedCareYear) -> Double, _ modelled: Uncertain
    ) -> Forecast {
      Forecast(
        measure: measure, year: published.year, published: figure(published),
        modelled: modelled.central,
        lastValue: figure(last))
    }
    return [
      row("Children on 31 March", \.stockTotal, other.stock.total + asylum.stock.total),
      row(
        "Children on 31 March, not asylum-seeking", { $0.stockTotal - $0.asylumStock },
        other.stock.total),
      row("Starts, not asylum-seeking", { $0.starts.reduce(0, +) - $0.asylumStarts }, starts),
      row("Ceased", \.ceasedTotal, other.exited + asylum.exited + Uncertain(last.transfers)),
    ] + stability(groups, published: published, last: last)
  }

  /// Percentages of children on 31 March by placements in the year: all, those in care for the
  /// whole year, those for less.
  private func stability(
    _ groups: [ChildGroup: CareYear], published: PublishedCareYear, last: PublishedCareYear
  ) -> [Forecast] {
    func counts(_ year: PublishedCareYear, _ since: InCareSince?) -> [Double] {
      (0..<PlacementsSoFar.counts).map { count in
        since.map { year.placementsSoFar[$0.rawValue][count] }
          ?? year.placementsSoFar.reduce(0) { $0 + $1[count] }
      }
    }
    let populations: [(String, InCareSince?)] = [
      ("all", nil), ("whole year", .firstOfApril), ("part of the year", .enteredSince),
    ]
    return populations.flatMap { label, since in
      let modelled = (0..<PlacementsSoFar.counts).map { count in
        ChildGroup.allCases.reduce(0) { $0 + groups[$1]!.placementsSoFar(since)[count].central }
      }
      let tables = [counts(published, since), modelled, counts(last, since)].map { counts in
        counts.map { 100 * $0 / counts.reduce(0, +) }
      }
      return zip(["1 placement", "2 placements", "3 or more"], 0...).map { category, count in
        Forecast(
          measure: "\(category), \(label), %", year: published.year, published: tables[0][count],
          modelled: tables[1][count], lastValue: tables[2][count], decimals: 1)
      }
    }
  }
}
