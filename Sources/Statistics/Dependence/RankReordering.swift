public import LinearAlgebra

/// Reorders the columns of a sample so that their ranks are correlated as wanted, leaving each column's
/// values as they are: Iman and Conover's method.
///
/// Normal scores `Φ⁻¹(i / (n + 1))`, shuffled by column, are given the wanted correlation C exactly,
/// `M · F⁻ᵀ · Pᵀ` with `F Fᵀ` their own correlations and `P Pᵀ = C`; each column of the sample then takes
/// the order of its scores.
///
/// Law: the correlations of the scores' ranks, and so of the sample's, approach those of the scores as n
/// grows.
///
/// - Parameters:
///   - sample: n × d, n well above d.
///   - correlations: Wanted, of the normal scores (``CorrelationMatrix/init(rankCorrelations:)`` makes
///     them from rank correlations).
///   - stream: For the shuffling; draws d of its purpose, counted from its own, are used.
/// - Returns: n × d, each column with the same values in another order.
/// - Throws: `correlationsContradict` where shuffled scores are dependent (n too small).
/// - SeeAlso: [ImanConover1982].
public func reordered(
  _ sample: Matrix, to correlations: CorrelationMatrix, shuffledBy stream: RandomStream
) throws(StatisticsError) -> Matrix {
  let (n, d) = (sample.rows, sample.columns)
  precondition(
    correlations.matrix.rows == d, "\(d) columns, correlations of \(correlations.matrix.rows)")
  let normal = (1...max(n, 1)).map { standardNormalQuantile(Double($0) / Double(n + 1)) }
  var scores = Matrix(rows: n, columns: d, repeating: 0)
  for j in 0..<d {
    let shuffle = RandomStream(
      seed: stream.seed, purpose: stream.purpose, draw: stream.draw &+ UInt32(j)
    ).permutation(of: n)
    for i in 0..<n { scores[i, j] = normal[shuffle[i]] }
  }
  // The scores have the mean 0 and one length, so their Gram matrix is their correlation.
  let square = normal.reduce(0) { $0 + $1 * $1 }
  var own = scores.transposed.fixedOrderProduct(scores)
  for i in 0..<d {
    for j in 0..<d { own[i, j] = i == j ? 1 : own[i, j] / square }
  }
  let factor = try CorrelationMatrix(own).factor
  let wanted = correlations.factor.lower
  // Row by row: solve F x = scores, then P x.
  let independent = factor.solvedLower(scores.transposed)
  let moved = wanted.fixedOrderProduct(independent)
  var result = sample
  for j in 0..<d {
    let values = sample.column(j).sorted()
    let target = moved.row(j)
    let order = target.indices.sorted { (target[$0], $0) < (target[$1], $1) }
    for (place, i) in order.enumerated() { result[i, j] = values[place] }
  }
  return result
}

extension CholeskyFactor {
  /// `L⁻¹ · B` in plain loops.
  fileprivate func solvedLower(_ b: Matrix) -> Matrix {
    var x = b
    for i in 0..<lower.rows {
      for j in 0..<b.columns {
        var value = x[i, j]
        for k in 0..<i { value -= lower[i, k] * x[k, j] }
        x[i, j] = value / lower[i, i]
      }
    }
    return x
  }
}
