import LinearAlgebra

/// What is thought of the parameters before the data, by name: a sum of squares of weighted sums of
/// parameters, each of them a standard normal number.
struct FitPenalty: Sendable {
  /// One weighted sum.
  struct Term: Sendable {
    /// What it says, such as the two age groups that it draws together.
    let name: String
    /// Parameters by their place, with weights.
    let weights: [(parameter: Int, weight: Double)]
  }

  /// Number of parameters, p.
  let parameters: Int
  /// Besides each parameter's own: zero at its prior median, one prior standard deviation wide.
  let smoothness: [Term]
  /// What multiplies all squares, > 0; 2 is a prior twice as sure.
  let strength: Double

  /// The weighted sums, times the root of the strength. (p + smoothness) × p.
  var rows: Matrix {
    let root = strength.squareRoot()
    var rows = Matrix(rows: parameters + smoothness.count, columns: parameters, repeating: 0)
    for place in 0..<parameters { rows[place, place] = root }
    for (row, term) in smoothness.enumerated() {
      for (parameter, weight) in term.weights { rows[parameters + row, parameter] += root * weight }
    }
    return rows
  }

  /// Standard deviation of each parameter before the data, smoothness and strength included.
  func priorDeviations() throws -> [Double] {
    let covariance = try CholeskyFactor(rows.gram).inverse
    return (0..<parameters).map { covariance[$0, $0].squareRoot() }
  }
}
