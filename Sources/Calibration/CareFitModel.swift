import CareModel
import Foundation
import Statistics

/// The published history of children in care as a function of the fit's parameters.
///
/// From the opening stock the published starts are taken as given; exits, moves and everything on
/// 31 March are the model's, and are set beside what was published.
struct CareFitModel: Sendable {
  /// Placement types.
  let placements: [PlacementType]

  /// Published years, the first giving the opening stock, the others fitted.
  let history: [PublishedCareYear]

  /// Population by whole age, 0 to 17, of each fitted year.
  let population: [Int: [Double]]

  /// What is chosen.
  let parameters: [FitParameter]

  /// The state before any parameter is put in its place.
  let start: CareFitState

  /// The state at one point, in prior standard deviations.
  func state(at point: [Double]) -> CareFitState { state(at: [point]) }

  /// The state at each of some points, a tile: what is the same at all of them is a known number.
  func state(at points: [[Double]]) -> CareFitState {
    var state = start
    for (place, parameter) in parameters.enumerated() {
      let values = points.map { parameter.value(at: $0[place]) }
      let isKnown = values.allSatisfy { $0 == values[0] }
      parameter.apply(&state, isKnown ? .known(values[0]) : .drawn(values))
    }
    let total = state.rates.asylumEntryPlacement.reduce(0, +)
    state.rates.asylumEntryPlacement = state.rates.asylumEntryPlacement.map { $0 / total }
    return state
  }

  /// One fitted year beside what was published of it.
  struct Year {
    var published: PublishedCareYear
    var modelled: ProjectedYear
  }

  /// The years as modelled.
  ///
  /// - Throws: `CareModelError.leavesTooFast` where rates are beyond what can be computed.
  func years(_ state: CareFitState) throws -> [Year] {
    let opening = opening(state)
    var stocks = try opening.stocks(history[0], seventeen: state.openingSeventeen)
    var result: [Year] = []
    for published in history.dropFirst() {
      let people = population[published.year]!
      let entries = state.entries(published, population: people)
      let rates = state.rates(in: published.year, asylumEntries: entries.asylumSeeking)
      try rates.checkOutflows(of: placements, in: published.year)
      let modelled = ProjectedYear(
        year: published.year, advancing: stocks, by: rates, entriesByAge: entries.otherByAge)
      stocks = modelled.stocks
      result.append(Year(published: published, modelled: modelled))
    }
    return result
  }

  /// The stock of a year: modelled, then fitted to what was published of it.
  func openingStocks(
    _ year: Year, state: CareFitState
  ) throws -> [ChildGroup: CareStock] {
    try opening(state).stocks(year.published, nearest: year.modelled.stocks)
  }

  private func opening(_ state: CareFitState) -> CareOpening {
    CareOpening(
      placements: placements, placementAge: state.rates.placementAge.map { $0.map(\.central) },
      asylumWeights: start.rates.asylumEntryPlacement.map(\.central))
  }

  /// Every published figure of the fitted years beside the model's.
  func cells(_ state: CareFitState) throws -> [FitCell] {
    var before = history[0]
    return try years(state).flatMap { year in
      defer { before = year.published }
      return CareTargets(
        placements: placements, population: population[year.published.year]!, before: before,
        year: year, state: state
      ).cells
    }
  }

  /// Every published figure of the fitted years beside the model's, for readers.
  func comparisons(_ state: CareFitState) throws -> [Comparison] {
    try cells(state).map(Comparison.init)
  }
}
