import CareModel
import Foundation
import LinearAlgebra
import Statistics

/// Published figures as a function of parameters, with a penalty for what is unlikely beforehand.
///
/// Makes `Σ (modelled − published)² / variance + penalty` least, each table's variance being its
/// dispersion times what is expected; both are estimated in rounds with the parameters. The
/// curvature at the estimate gives the joint covariance.
///
/// Parameters are in prior standard deviations from their prior medians.
/// - SeeAlso: [McCullaghNelder1989], section 9.2, for the quasi-likelihood; [WoodFasiolo2017] for
///   counting freedom by leverages.
struct PenalisedLikelihood: Sendable {
  let penalty: FitPenalty
  let dispersionPrior: DispersionPrior

  /// The cells, the same for every tile of points, their figures side by side.
  let cells: @Sendable ([[Double]]) throws -> [FitCell]

  /// Rounds in which dispersions may settle, ≥ 1.
  var rounds = 25

  /// Most points of a tile.
  static let tileSize = 48
  /// Distance of forward differences, in prior standard deviations.
  static let step = 1e-5
  /// Largest change of the logarithm of a dispersion or a variance that counts as settled.
  static let settled = 0.01

  /// Fits.
  ///
  /// - Throws: `FitError.dispersionsUnsettled`; what the search and the model throw.
  func fit() throws -> PenalisedFit {
    var point = [Double](repeating: 0, count: penalty.parameters)
    var weights = FitWeights(of: try fittedCells([point]), dispersion: dispersionPrior.value)
    for round in 1...rounds {
      point = try search(from: point, weights, tolerance: 5e-3)
      let curvature = try Curvature(of: self, at: point, weights)
      let estimates = curvature.dispersions(under: dispersionPrior)
      let next = weights.updated(from: curvature.cells, with: estimates)
      let change = next.largestChange(from: weights)
      weights = next
      if change <= Self.settled {
        point = try search(from: point, weights, tolerance: 2e-4)
        let last = try Curvature(of: self, at: point, weights)
        return try PenalisedFit(
          estimate: point, curvature: last, dispersions: estimates, penalty: penalty, rounds: round)
      }
    }
    throw FitError.dispersionsUnsettled(rounds: rounds)
  }

  private func search(
    from start: [Double], _ weights: FitWeights, tolerance: Double
  ) throws -> [Double] {
    let rows = penalty.rows
    return try GaussNewton(maximumIterations: 60, tolerance: tolerance).fit(
      from: start,
      jacobian: { try jacobian(at: $0, weights) },
      residuals: { point in
        do {
          return try residuals(at: [point], weights).map(\.central) + rows * point
        } catch is CareModelError {
          // Rates that cannot be computed: a search steps back from what is not finite.
          return [.infinity]
        }
      }
    ).estimate
  }

  /// The cells of the likelihood.
  private func fittedCells(_ points: [[Double]]) throws -> [FitCell] {
    try cells(points).filter { $0.table.kind != .shown }
  }

  /// The standardised residuals of the cells of the likelihood, at each point.
  func residuals(at points: [[Double]], _ weights: FitWeights) throws -> [Uncertain] {
    zip(try fittedCells(points), weights.deviations).map { cell, deviation in
      (cell.modelled - Uncertain(cell.published)) / deviation
    }
  }

  /// ∂ residual / ∂ parameter by forward differences, the penalty's rows below. Tiles of parameters
  /// are computed side by side on all cores; what is beside a point changes none of its bits.
  func jacobian(at point: [Double], _ weights: FitWeights) throws -> Matrix {
    let p = point.count
    let width = Self.tileSize - 1
    let starts = Array(stride(from: 0, to: p, by: width))
    let tiles = try concurrently(starts.indices) { tile in
      let moved = (starts[tile]..<min(starts[tile] + width, p)).map { parameter in
        var moved = point
        moved[parameter] += Self.step
        return moved
      }
      return try residuals(at: [point] + moved, weights)
    }
    let rows = penalty.rows
    let count = tiles[0].count
    var jacobian = Matrix(rows: count + rows.rows, columns: p, repeating: 0)
    for row in 0..<count {
      for parameter in 0..<p {
        let residual = tiles[parameter / width][row]
        jacobian[row, parameter] =
          (residual[parameter % width + 1] - residual.central) / Self.step
      }
    }
    for row in 0..<rows.rows {
      for parameter in 0..<p { jacobian[count + row, parameter] = rows[row, parameter] }
    }
    return jacobian
  }
}
