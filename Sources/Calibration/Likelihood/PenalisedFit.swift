import LinearAlgebra
import Statistics

/// The parameters that a penalised likelihood found, and how sure they are of each other.
struct PenalisedFit: Sendable {
  /// In prior standard deviations from the prior medians. Length p.
  let estimate: [Double]
  /// Joint covariance of the estimate: symmetric, positive definite. p × p.
  let covariance: Matrix
  /// Every cell at the estimate.
  let cells: [FitCell]
  /// One dispersion per table of the likelihood.
  let dispersions: [TableDispersion]
  /// Standard deviation of each parameter after the data over that before, 0 to 1.
  let priorShares: [Double]
  /// How the estimate moves when the logarithm of the prior's strength rises by 1, to first order:
  /// `−C P z`, C the covariance, P the penalty's matrix, z the estimate. Length p.
  let strengthSlopes: [Double]
  /// Sum of squared residuals, with the penalty.
  let sumOfSquares: Double
  /// Rounds in which the dispersions settled.
  let rounds: Int

  init(
    estimate: [Double], curvature: Curvature, dispersions: [TableDispersion], penalty: FitPenalty,
    rounds: Int
  ) throws {
    self.estimate = estimate
    self.dispersions = dispersions
    self.rounds = rounds
    covariance = curvature.covariance
    cells = curvature.cells
    priorShares = zip(estimate.indices, try penalty.priorDeviations()).map { place, prior in
      // Data add precision, so only rounding can leave more than all.
      min(curvature.covariance[place, place].squareRoot() / prior, 1)
    }
    let rows = penalty.rows
    let pull = rowVector(rows * estimate, times: rows)
    strengthSlopes = (curvature.covariance * pull).map { -$0 }
    sumOfSquares =
      curvature.residuals.reduce(0) { $0 + $1 * $1 }
      + (rows * estimate).reduce(0) { $0 + $1 * $1 }
  }
}
