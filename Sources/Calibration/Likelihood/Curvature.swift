import LinearAlgebra
import Statistics

/// The penalised likelihood near a point: residuals, their slopes, and the covariance that the two
/// give the parameters.
struct Curvature: Sendable {
  /// The cells at the point, those only shown too.
  let cells: [FitCell]
  /// Standardised residuals of the cells of the likelihood, m.
  let residuals: [Double]
  /// `(Jᵀ J)⁻¹` of the residuals and the penalty. p × p.
  let covariance: Matrix
  /// What residuals were standardised with.
  let weights: FitWeights
  private let leverages: [Double]

  /// The curvature of a likelihood at a point.
  init(
    of likelihood: PenalisedLikelihood, at point: [Double], _ weights: FitWeights
  ) throws {
    self.weights = weights
    cells = try likelihood.cells([point])
    residuals = try likelihood.residuals(at: [point], weights).map(\.central)
    let jacobian = try likelihood.jacobian(at: point, weights)
    let inverse = try CholeskyFactor(jacobian.gram).inverse
    let p = point.count
    var symmetric = inverse
    for i in 0..<p {
      for j in 0..<i {
        let mean = (inverse[i, j] + inverse[j, i]) / 2
        symmetric[i, j] = mean
        symmetric[j, i] = mean
      }
    }
    covariance = symmetric
    leverages = residuals.indices.map { row in
      let slopes = jacobian.row(row)
      return zip(slopes, symmetric * slopes).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// Dispersions of every table that has cells in the likelihood, estimated from the residuals.
  func dispersions(under prior: DispersionPrior) -> [TableDispersion] {
    let fitted = cells.filter { $0.table.kind != .shown }
    return FitTable.all.compactMap { table in
      let rows = fitted.indices.filter { fitted[$0].table == table }
      guard !rows.isEmpty else { return nil }
      let given = table.kind == .shares ? Set(rows.map { fitted[$0].year }).count : 0
      let freedom = max(
        Double(rows.count - given) - rows.reduce(0) { $0 + leverages[$1] }, 0)
      return TableDispersion(
        table: table.id, cells: rows.count, freedom: freedom,
        dispersion: prior.estimate(
          from: weights.dispersions[table.id]!,
          squares: rows.reduce(0) { $0 + residuals[$1] * residuals[$1] }, freedom: freedom))
    }
  }
}
