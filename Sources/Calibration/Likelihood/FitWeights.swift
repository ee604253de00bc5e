import Foundation
import Statistics

/// The standard deviations of the cells of a likelihood in one round of its fit: they rest on the
/// dispersions and on what the model expected in the round before.
struct FitWeights: Sendable {
  /// By table.
  let dispersions: [String: Double]
  /// Of each cell of the likelihood, > 0.
  let deviations: [Double]

  /// Weights from what is expected at one point.
  ///
  /// - Parameters:
  ///   - cells: The cells of the likelihood.
  ///   - dispersions: By table.
  init(of cells: [FitCell], dispersions: [String: Double]) {
    self.dispersions = dispersions
    deviations = cells.map {
      FitCell.variance(
        expected: $0.modelled.central, dispersion: dispersions[$0.table.id]!
      ).squareRoot()
    }
  }

  /// Weights with one dispersion for all tables.
  init(of cells: [FitCell], dispersion: Double) {
    self.init(
      of: cells,
      dispersions: Dictionary(uniqueKeysWithValues: FitTable.all.map { ($0.id, dispersion) }))
  }

  /// Weights after a round.
  ///
  /// - Parameters:
  ///   - cells: All cells at its estimate.
  ///   - estimates: The dispersions that it found.
  func updated(from cells: [FitCell], with estimates: [TableDispersion]) -> FitWeights {
    var dispersions = dispersions
    for estimate in estimates { dispersions[estimate.table] = estimate.dispersion }
    return FitWeights(of: cells.filter { $0.table.kind != .shown }, dispersions: dispersions)
  }

  /// The largest change of the logarithm of a dispersion or a variance.
  func largestChange(from former: FitWeights) -> Double {
    let variances = zip(deviations, former.deviations).map { 2 * abs(log($0 / $1)) }
    let tables = dispersions.map { abs(log($0.value / former.dispersions[$0.key]!)) }
    return (variances + tables).max()!
  }
}
