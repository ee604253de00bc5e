public import LinearAlgebra

/// Probabilities of where the members of a closed cohort are after one cycle.
///
/// Law: a cohort moved by ``advanced(_:through:adding:)`` keeps its number, because rows sum to 1.
public struct TransitionMatrix: Sendable, Equatable {
  /// Probability of moving from row to column within a cycle, S × S; 0 to 1; rows sum to 1.
  public let probabilities: Matrix

  /// How far the sum of a row may be from 1: rounding of a few dozen decimal probabilities.
  public static let rowSumTolerance = 1e-12

  /// Number of states S.
  public var states: Int { probabilities.rows }

  /// Checks the probabilities; nothing is normalised.
  ///
  /// - Parameter probabilities: S × S; each 0 to 1; rows sum to 1 within ``rowSumTolerance``.
  /// - Throws: `probability` or `rowSum`, the first row by row.
  public init(_ probabilities: Matrix) throws(MarkovError) {
    precondition(
      probabilities.isSquare,
      "probabilities of \(probabilities.rows) × \(probabilities.columns) states")
    for i in 0..<probabilities.rows {
      var sum = 0.0
      for (j, value) in probabilities.row(i).enumerated() {
        guard value >= 0 && value <= 1 else {
          throw .probability(from: i, to: j, value: value)
        }
        sum += value
      }
      guard abs(sum - 1) <= TransitionMatrix.rowSumTolerance else {
        throw .rowSum(state: i, sum: sum)
      }
    }
    self.probabilities = probabilities
  }
}

/// Moves a closed cohort forward by one cycle; entries arrive when it ends.
///
/// `n'[j] = Σ_i n[i] · P[i, j] + e[j]`
///
/// - Parameters:
///   - stock: Members in each state when the cycle starts. Length S; each ≥ 0.
///   - transitions: Probability of moving from row to column within the cycle. S × S; rows sum to 1.
///   - entries: Members added to each state when the cycle ends. Length S; each ≥ 0.
/// - Returns: Members in each state when the cycle ends. Length S.
/// - SeeAlso: [Briggs2006], section 2.3.
public func advanced(
  _ stock: [Double], through transitions: TransitionMatrix, adding entries: [Double]
) -> [Double] {
  precondition(
    stock.count == transitions.states && entries.count == transitions.states,
    "stock in \(stock.count), entries to \(entries.count), \(transitions.states) states")
  return zip(rowVector(stock, times: transitions.probabilities), entries).map { $0 + $1 }
}
