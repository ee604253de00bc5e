import LinearAlgebra

/// Regression on a few of many terms: one term after the other is taken, that which takes away most of the
/// squares that are left, as long as runs left out in turn are foretold better.
///
/// The error of runs left out is `mean (e_i / (1 − h_i))²`, e the residuals, h the leverages, times
/// `(N + P) / (N − P)` because terms were chosen by the same runs.
/// - SeeAlso: [Chen1989] for orthogonal least squares; [BlatmanSudret2011] for the error and the choice.
struct SparseRegression: Sendable {
  /// Terms, the constant among them, in the order they were taken.
  let terms: [Int]
  /// Mean squared error of runs left out.
  let error: Double

  /// Steps without a better error after which the search ends.
  private static let patience = 15
  /// Share of a term's length below which the terms before it hold it.
  private static let least = 1e-8

  /// - Parameters:
  ///   - values: Terms at the runs, N × C; column 0 is the constant.
  ///   - gram: Their products, C × C.
  ///   - target: One number a run.
  ///   - allowed: Terms that may be taken: those before this one.
  ///   - most: The most terms, fewer than runs.
  init(_ values: Matrix, _ gram: Matrix, _ target: [Double], allowed: Int, most: Int) {
    let (n, width) = (values.rows, values.columns)
    var correlations = rowVector(target, times: values)
    var lengths = (0..<width).map { gram[$0, $0] }
    var (rows, vectors): ([[Double]], [[Double]]) = ([], [])
    var residuals = target
    var leverages = [Double](repeating: 0, count: n)
    var (taken, chosen): ([Int], [Int]) = ([], [])
    var (best, stale) = (Double.infinity, 0)
    while taken.count < min(most, allowed), stale < Self.patience {
      var next: (term: Int, gain: Double)?
      for term in 0..<allowed where lengths[term] > Self.least * gram[term, term] {
        let gain = correlations[term] * correlations[term] / lengths[term]
        if taken.isEmpty ? term == 0 : gain > next?.gain ?? 0 { next = (term, gain) }
      }
      guard let term = next?.term else { break }
      let root = lengths[term].squareRoot()
      let row = (0..<width).map { other in
        rows.reduce(gram[term, other]) { $0 - $1[term] * $1[other] } / root
      }
      var vector = values.column(term)
      for (k, other) in vectors.enumerated() {
        let part = rows[k][term]
        for i in 0..<n { vector[i] -= part * other[i] }
      }
      let coefficient = correlations[term] / root
      for i in 0..<n {
        vector[i] /= root
        residuals[i] -= coefficient * vector[i]
        leverages[i] += vector[i] * vector[i]
      }
      for other in 0..<width {
        correlations[other] -= coefficient * row[other]
        lengths[other] -= row[other] * row[other]
      }
      lengths[term] = 0
      rows.append(row)
      vectors.append(vector)
      taken.append(term)
      let error = Self.error(residuals, leverages, terms: taken.count)
      // Less than this is rounding.
      if error < best * (1 - 1e-6) {
        (best, chosen, stale) = (error, taken, 0)
      } else {
        stale += 1
      }
    }
    terms = chosen
    error = best
  }

  private static func error(_ residuals: [Double], _ leverages: [Double], terms: Int) -> Double {
    let n = Double(residuals.count)
    var sum = 0.0
    for (e, h) in zip(residuals, leverages) {
      guard h < 1 else { return .infinity }
      sum += (e / (1 - h)) * (e / (1 - h))
    }
    return sum / n * (n + Double(terms)) / (n - Double(terms))
  }
}
