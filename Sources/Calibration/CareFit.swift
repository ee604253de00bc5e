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

  /// The standard deviation after the fit over that of the prior, of each number of the fit; 1 where
  /// the residuals are so large that the data would widen it.
  var sharesOfPrior: [Double] { fit.standardErrors.map { min($0, 1) } }

  /// The entry rates of other children, fitted to the entries that the years had.
  var entryFit: EntryFit {
    get throws {
      try EntryFit(state: model.state(at: fit.estimate), model: model)
    }
  }

  /// The stock of the last fitted year: modelled, then fitted to what was published.
  func openingStocks() throws -> [ChildGroup: CareStock] {
    let state = model.state(at: fit.estimate)
    let last = try model.years(state).last!
    let opening = CareOpening(
      placements: model.placements,
      placementAge: state.rates.placementAge.map { $0.map(\.central) },
      asylumWeights: model.start.rates.asylumEntryPlacement.map(\.central))
    return try opening.stocks(last.published, nearest: last.modelled.stocks)
  }
}
