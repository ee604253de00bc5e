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

  /// The state at a point, in prior standard deviations.
  func state(at point: [Double]) -> CareFitState {
    var state = start
    for (parameter, z) in zip(parameters, point) {
      parameter.apply(&state, Uncertain(parameter.value(at: z)))
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
  func years(_ state: CareFitState) throws -> [Year] {
    let opening = CareOpening(
      placements: placements, placementAge: state.rates.placementAge.map { $0.map(\.central) },
      asylumWeights: start.rates.asylumEntryPlacement.map(\.central))
    var stocks = try opening.stocks(history[0], seventeen: state.openingSeventeen.map(\.central))
    var result: [Year] = []
    for published in history.dropFirst() {
      let people = population[published.year]!
      let entries = state.entries(published, population: people)
      let rates = state.rates(in: published.year, asylumEntries: entries.asylumSeeking)
      let modelled = ProjectedYear(
        year: published.year, advancing: stocks, by: rates, entriesByAge: entries.otherByAge)
      stocks = modelled.stocks
      result.append(Year(published: published, modelled: modelled))
    }
    return result
  }

  /// Every published figure of the fitted years beside the model's.
  func comparisons(_ state: CareFitState) throws -> [Comparison] {
    try years(state).flatMap { year in
      CareTargets(placements: placements, year: year, state: state).comparisons
    }
  }

  /// Residuals at a point: one per published figure, then one per parameter for its prior.
  func residuals(at point: [Double]) throws -> [Double] {
    try comparisons(state(at: point)).map(\.residual) + point
  }
}
