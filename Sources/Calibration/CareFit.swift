import CareModel
import Statistics

/// What a fit of children in care found.
public struct CareFit: Sendable {
  let model: CareFitModel
  let fit: PenalisedFit

  /// Every published figure of the fitted years beside the model's.
  public var comparisons: [Comparison] { fit.cells.map(Comparison.init) }

  /// The sum of squared residuals, with the penalty.
  public var sumOfSquares: Double { fit.sumOfSquares }

  /// The dispersion of every table of the likelihood.
  public var dispersions: [TableDispersion] { fit.dispersions }

  /// Rounds in which the dispersions settled.
  public var rounds: Int { fit.rounds }

  /// The standard deviation after the fit over that of the prior, of each number of the fit.
  var sharesOfPrior: [Double] { fit.priorShares }

  /// The stock of the last fitted year: modelled, then fitted to what was published.
  func openingStocks() throws -> [ChildGroup: CareStock] {
    let state = model.state(at: fit.estimate)
    return try model.openingStocks(try model.years(state).last!, state: state)
  }
}
