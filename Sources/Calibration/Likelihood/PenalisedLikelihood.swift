import CareModel
import Foundation
import LinearAlgebra
import Statistics

/// Published figures as a function of parameters, with a penalty for what is unlikely beforehand.
///
/// Makes `Σ (modelled − published)² / variance + penalty` least, each table's variance being its
/// dispersion times the count; the dispersions are estimated in rounds with the parameters. The
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
  /// Largest change of the logarithm of a dispersion that counts as settled.
  static let settled = 0.01

  /// Fits.
  ///
  /// - Throws: `FitError.dispersionsUnsettled`; what the search and the model throw.
  func fit() throws -> PenalisedFit {
    var dispersions: [String: Double] = [:]
    for table in FitTable.all { dispersions[table.id] = dispersionPrior.value }
    var point = [Double](repeating: 0, count: penalty.parameters)
    for round in 1...rounds {
      point = try search(from: point, dispersions, tolerance: 5e-3)
      let curvature = try Curvature(of: self, at: point, dispersions)
      let estimates = curvature.dispersions(under: dispersionPrior)
      let change = estimates.map { abs(log($0.dispersion / dispersions[$0.table]!)) }
      for estimate in estimates { dispersions[estimate.table] = estimate.dispersion }
      if change.max() ?? 0 <= Self.settled {
        point = try search(from: point, dispersions, tolerance: 2e-4)
        let last = try Curvature(of: self, at: point, dispersions)
        return try PenalisedFit(
          estimate: point, curvature: last, dispersions: estimates, penalty: penalty, rounds: round)
      }
    }
    throw FitError.dispersionsUnsettled(rounds: rounds)
  }

  private func search(
    from start: [Double], _ dispersions: [String: Double], tolerance: Double
  ) throws -> [Double] {
    let rows = penalty.rows
    return try GaussNewton(maximumIterations: 60, tolerance: tolerance).fit(
      from: start,
      jacobian: { try jacobian(at: $0, dispersions) },
      residuals: { point in
        do {
          return try residuals(at: [point], dispersions).map(\.central) + rows * point
        } catch is CareModelError {
          // Rates that cannot be computed: a search steps back from what is not finite.
          return [.infinity]
        }
      }
    ).estimate
  }

  /// The cells of the likelihood and their standardised residuals at each point.
  func residuals(
    at points: [[Double]], _ dispersions: [String: Double]
  ) throws -> [Uncertain] {
    try cells(points).filter { $0.table.kind != .shown }.map {
      $0.residual(dispersion: dispersions[$0.table.id]!)
    }
  }

  /// ∂ residual / ∂ parameter by forward differences, the penalty's rows below. Tiles of parameters
  /// are computed side by side on all cores; what is beside a point changes none of its bits.
  func jacobian(at point: [Double], _ dispersions: [String: Double]) throws -> Matrix {
    let p = point.count
    let width = Self.tileSize - 1
    let starts = Array(stride(from: 0, to: p, by: width))
    let tiles = try concurrently(starts.indices) { tile in
      let moved = (starts[tile]..<min(starts[tile] + width, p)).map { parameter in
        var moved = point
        moved[parameter] += Self.step
        return moved
      }
      return try residuals(at: [point] + moved, dispersions)
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
