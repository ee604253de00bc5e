import CareModel
import Statistics

/// What a fit of children in care found.
public struct CareFit: Sendable {
  let model: CareFitModel
  let fit: LeastSquaresFit

  /// Every published figure of the fitted years beside the model's.
  public func comparisons() throws -> [Comparison] {
    try model.comparisons(model.state(at: fit.estimate))
  }

  /// The sum of squared residuals, with the penalty.
  public var sumOfSquares: Double { fit.sumOfSquares }

  /// The paths of the parameters that act in 2020-21 alone.
  public var parametersOf2021: [String] {
    model.parameters.filter(\.onlyIn2021).map(\.path)
  }

  /// The entry rates of other children, fitted to the entries that the years had.
  var entryFit: EntryFit {
    get throws {
      let state = model.state(at: fit.estimate)
      return try EntryFit(
        model.history.dropFirst().map { year in
          let people = model.population[year.year]!
          let entries = state.entries(year, population: people).otherByAge
          return (year.year, Self.byGroup(entries), Self.byGroup(people))
        })
    }
  }

  /// The stock of the last fitted year: modelled, then fitted to what was published.
  func openingStocks() throws -> [ChildGroup: CareStock] {
    let state = model.state(at: fit.estimate)
    let last = try model.years(state).last!
    let opening = CareOpening(
      placements: model.placements, placementAge: state.rates.placementAge,
      asylumWeights: model.start.rates.asylumEntryPlacement)
    return try opening.stocks(last.published, nearest: last.groups.mapValues(\.stock))
  }

  private static func byGroup(_ byAge: [Double]) -> [Double] {
    AgeGroup.allCases.map { group in group.ages.reduce(0) { $0 + byAge[$1] } }
  }
}
