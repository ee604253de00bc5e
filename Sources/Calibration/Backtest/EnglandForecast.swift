public import CareModel
import LinearAlgebra
public import Parameters
import Statistics

/// England's years after an origin by the model refitted to the years up to it, in draws.
///
/// Parameters are drawn together as the fit has them; how fast trends fade, and what moves entries,
/// exits, moves and arrivals away from them each year, as projections draw these. Draw 0 is central.
/// The population is the one estimated and projected today. Not drawn: the opening stock, and chance.
public struct EnglandForecast: Sendable {
  /// What is drawn, by cell and year ahead.
  private let figures: [BacktestCell: [[Double]]]

  /// The draws of a figure.
  ///
  /// - Parameters:
  ///   - cell: Of England.
  ///   - horizon: Years ahead, from 1.
  /// - Returns: The central run first; `nil` where the model has no such figure.
  public func draws(of cell: BacktestCell, horizon: Int) -> [Double]? {
    guard let years = figures[cell], years.indices.contains(horizon - 1) else { return nil }
    return years[horizon - 1]
  }

  /// Draws of one tile.
  private static let tile = 32

  /// Refits the model and projects.
  ///
  /// - Parameters:
  ///   - origin: The last year that is used, at least ``BacktestOrigin/firstFitted``.
  ///   - horizon: Years ahead.
  ///   - data: The data folder.
  ///   - placements: Placement types in order.
  ///   - draws: How many, the central run not counted.
  ///   - seed: What they share.
  /// - Throws: What the fits throw.
  public init(
    origin: Int, horizon: Int, data: DataFolder, placements: [PlacementType], draws: Int,
    seed: UInt64
  ) throws {
    let fit = try CareCalibration(
      data: data, placements: placements, years: (BacktestOrigin.firstFitted - 1)...origin
    ).fit()
    let projection = try CareFitProjection(
      fit, origin: origin, horizon: horizon, data: data, seed: seed)
    let parts = stride(from: 0, through: draws, by: Self.tile).map {
      Array($0...min($0 + Self.tile - 1, draws))
    }
    let tiles = try concurrently(parts.indices, threads: nil) { try projection.figures(parts[$0]) }
    var figures = tiles[0]
    for tile in tiles.dropFirst() {
      for (cell, years) in tile {
        for ahead in years.indices { figures[cell]![ahead] += years[ahead] }
      }
    }
    let year = FinancialYear(startingIn: origin - 1)
    let costs = try UnitCostCalibration(data: data, through: year).forecasts(
      from: year, horizon: horizon, data: data, draws: 0...draws, seed: seed)
    figures.merge(costs) { $1 }
    self.figures = figures
  }
}

/// Projects a fit from its last year, in draws of its parameters.
private struct CareFitProjection: Sendable {
  let fit: CareFit
  let origin: Int
  let horizon: Int
  let seed: UInt64
  let factor: Matrix
  let stocks: [ChildGroup: CareStock]
  let last: PublishedCareYear
  let population: [[Double]]
  /// How trends go on, before the draws.
  let assumptions: ParameterSet

  init(
    _ fit: CareFit, origin: Int, horizon: Int, data: DataFolder, seed: UInt64
  ) throws {
    self.fit = fit
    self.origin = origin
    self.horizon = horizon
    self.seed = seed
    factor = try CholeskyFactor(fit.fit.covariance).lower
    stocks = try fit.openingStocks()
    last = fit.model.history.last!
    let people = try Population(from: data)
    population = try (1...horizon).map { try people.children(inReportingYear: origin + $0) }
    assumptions = try ParameterSet(
      [
        "trend.damping", "innovations.persistence", "innovations.deviation",
        "innovations.exit-age-deviation",
      ].map { try data.parameters.parameter($0) })
  }

  /// Every figure of some draws, by cell and year ahead.
  func figures(_ draws: [Int]) throws -> [BacktestCell: [[Double]]] {
    let state = fit.model.state(at: draws.map(point))
    let parameters = DrawnParameters(
      assumptions,
      drawn: try DrawnValues(of: assumptions, in: ParameterDraws(seed: seed, draws: draws)))
    var stocks = stocks
    var figures: [BacktestCell: [[Double]]] = [:]
    for ahead in 1...horizon {
      let year = try projected(ahead, from: stocks, state: state, parameters: parameters)
      stocks = year.stocks
      for (cell, number) in try self.figures(of: year, state: state) {
        figures[cell, default: []].append(draws.indices.map { number[$0] })
      }
    }
    return figures
  }

  /// Where a draw stands, in prior standard deviations.
  private func point(_ draw: Int) -> [Double] {
    guard draw > 0 else { return fit.fit.estimate }
    let normals = RandomStream(
      seed: seed, purpose: RandomPurpose.fit.rawValue, draw: UInt32(draw)
    ).normals(factor.rows)
    return zip(fit.fit.estimate, factor * normals).map { $0 + $1 }
  }

  private func projected(
    _ ahead: Int, from stocks: [ChildGroup: CareStock], state: CareFitState,
    parameters: DrawnParameters
  ) throws -> ProjectedYear {
    let day = FinancialYear(startingIn: CareModelInputs.openingYear).start
    let persistence = try parameters.value(of: "innovations.persistence", on: day)
    func level(_ name: String, _ deviation: Uncertain) -> Uncertain {
      exp(
        parameters.innovation(
          of: name, years: ahead, deviation: deviation, persistence: persistence))
    }
    func level(of flow: CareFlow) throws -> Uncertain {
      try level(
        flow.rawValue,
        parameters.value(of: "innovations.deviation", on: day, [flow.rawValue]))
    }
    let span = dampedYears(ahead, damping: try parameters.value(of: "trend.damping", on: day))
    let asylum =
      (Uncertain(last.asylumStarts) - state.transfersAsylumShare * last.transfers)
      * (try level(of: .asylum))
    var rates = state.rates(in: origin, asylumEntries: asylum, trendYears: span)
    let entries = try level(of: .entries)
    rates.entryRate = rates.entryRate.map { $0 * entries }
    let exits = try level(of: .exits)
    let deviation = try parameters.value(of: "innovations.exit-age-deviation", on: day)
    let byAge = ExitAgeGroup.allCases.map { exits * level("exits.\($0.rawValue)", deviation) }
    rates.exitRate = rates.exitRate.map { zip($0, byAge).map { $0 * $1 } }
    rates.drift(placements: rates.entryPlacement.map { _ in 0 }, moves: try level(of: .moves))
    try rates.checkOutflows(of: fit.model.placements, in: origin + ahead)
    return ProjectedYear(
      year: origin + ahead, advancing: stocks, by: rates, population: population[ahead - 1])
  }

  /// What would have been published of a year; transfers are those of the last fitted one.
  private func figures(
    of year: ProjectedYear, state: CareFitState
  ) throws -> [(BacktestCell, Uncertain)] {
    let transfers = Uncertain(last.transfers)
    let entered = year.sum(\.entered)
    let total = year.stock.total
    let counts = year.placementsSoFar()
    var figures = [
      ("stock", BacktestSeries.whole, total),
      ("entries", BacktestSeries.whole, (entered + transfers) / (1 + state.entryRepeat)),
      ("exits", BacktestSeries.whole, year.sum(\.exited) + transfers),
      ("placements-3-or-more", BacktestSeries.whole, 100 * counts[2] / counts.sum()),
    ]
    let placed = year.stock.byPlacement
    for (group, headings) in BacktestSeries.placementGroups {
      let members = fit.model.placements.indices.filter {
        headings.contains(fit.model.placements[$0].publishedHeadings[0])
      }
      figures.append(
        ("placement-mix", group, 100 * members.reduce(0) { $0 + placed[$1] } / total))
    }
    return figures.map { series, item, number in
      (BacktestCell(series: series, item: item, area: Area.england.code), number)
    }
  }
}
