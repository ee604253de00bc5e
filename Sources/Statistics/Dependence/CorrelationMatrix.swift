public import LinearAlgebra

/// A matrix of correlations that do not contradict each other: symmetric, 1 on the diagonal, positive
/// definite.
public struct CorrelationMatrix: Sendable, Equatable {
  /// The correlations, d × d.
  public let matrix: Matrix
  /// Its Cholesky factor: L with `L · Lᵀ` the matrix.
  public let factor: CholeskyFactor

  /// Checks a matrix of correlations.
  ///
  /// - Parameter matrix: d × d, d ≥ 1.
  /// - Throws: `correlation` for an element that cannot be one; `correlationsContradict`.
  public init(_ matrix: Matrix) throws(StatisticsError) {
    try matrix.checkCorrelations()
    self.matrix = matrix
    do {
      factor = try CholeskyFactor(matrix)
    } catch {
      throw .correlationsContradict(leastEigenvalue: matrix.eigen().values[0])
    }
  }

  /// The correlations of normal numbers that have given rank correlations: `2 sin(π ρ / 6)`.
  ///
  /// - Parameter ranks: Spearman's rank correlations, d × d.
  /// - Throws: As for correlations; the changed matrix may contradict itself where the ranks' does not.
  public init(rankCorrelations ranks: Matrix) throws(StatisticsError) {
    try ranks.checkCorrelations()
    var normal = ranks
    for i in 0..<ranks.rows {
      for j in 0..<ranks.rows where i != j { normal[i, j] = normalCorrelation(ofRank: ranks[i, j]) }
    }
    try self.init(normal)
  }

  /// The correlation matrix nearest to a symmetric matrix in the sum of squared differences, by
  /// alternating projections with Dykstra's correction.
  ///
  /// - Parameters:
  ///   - matrix: d × d, symmetric, 1 on the diagonal, elements −1 to 1.
  ///   - leastEigenvalue: What eigenvalues are raised to, above 0 and well below 1.
  ///   - maximumIterations: Projections before giving up.
  /// - Throws: `correlation`; `nearestNotConverged` when the last change is above 1e-10.
  /// - SeeAlso: [Higham2002].
  public init(
    nearestTo matrix: Matrix, leastEigenvalue: Double = 1e-8, maximumIterations: Int = 10_000
  ) throws(StatisticsError) {
    precondition(leastEigenvalue > 0 && leastEigenvalue < 1, "an eigenvalue of \(leastEigenvalue)")
    try matrix.checkCorrelations()
    var (nearest, correction) = (
      matrix, Matrix(rows: matrix.rows, columns: matrix.rows, repeating: 0)
    )
    var change = Double.infinity
    for _ in 0..<maximumIterations where change > 1e-10 {
      let shifted = nearest - correction
      // Above the bound, so that putting the diagonal back to 1 leaves the matrix definite.
      let raised = shifted.eigen().matrix { max($0, leastEigenvalue) }
      correction = raised - shifted
      var next = raised
      for i in 0..<next.rows { next[i, i] = 1 }
      change = (next - nearest).maximumRowSum
      nearest = next
    }
    guard change <= 1e-10 else {
      throw .nearestNotConverged(iterations: maximumIterations, change: change)
    }
    try self.init(nearest)
  }
}

extension Matrix {
  fileprivate func checkCorrelations() throws(StatisticsError) {
    precondition(isSquare && rows >= 1, "correlations of \(rows) × \(columns)")
    for i in 0..<rows {
      for j in 0..<rows {
        let value = self[i, j]
        guard i == j ? value == 1 : abs(value) <= 1, value == self[j, i] else {
          throw .correlation(row: i, column: j, value: value)
        }
      }
    }
  }

  /// Of a matrix that was checked: its elements are finite.
  fileprivate func eigen() -> SymmetricEigen {
    do {
      return try SymmetricEigen(self)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
