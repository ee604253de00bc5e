/// The correlation of two samples (Pearson): covariance over the product of standard deviations.
///
/// - Parameters:
///   - x: At least 2 values, not all the same.
///   - y: As many, not all the same.
/// - Returns: −1 to 1.
public func correlation(of x: [Double], and y: [Double]) -> Double {
  precondition(x.count == y.count && x.count >= 2, "\(x.count) and \(y.count) values")
  let (mx, my) = (mean(of: x), mean(of: y))
  let product = sum(of: zip(x, y).lazy.map { ($0 - mx) * ($1 - my) })
  let squares = sum(of: x.lazy.map { ($0 - mx) * ($0 - mx) })
  let otherSquares = sum(of: y.lazy.map { ($0 - my) * ($0 - my) })
  precondition(squares > 0 && otherSquares > 0, "the correlation of values that are all the same")
  return min(max(product / (squares.squareRoot() * otherSquares.squareRoot()), -1), 1)
}

/// The rank of each value, from 1; equal values share the mean of their ranks.
///
/// - Parameter values: Any number, none NaN.
public func ranks(of values: [Double]) -> [Double] {
  let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  var ranks = [Double](repeating: 0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count && values[order[end]] == values[order[start]] { end += 1 }
    // Places start + 1 to end.
    for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
    start = end
  }
  return ranks
}

/// Spearman's rank correlation: the correlation of the ranks.
///
/// - Parameters:
///   - x: At least 2 values, not all the same.
///   - y: As many, not all the same.
public func rankCorrelation(of x: [Double], and y: [Double]) -> Double {
  correlation(of: ranks(of: x), and: ranks(of: y))
}

/// Kendall's τ-b: concordant less discordant pairs, over the root of the numbers of pairs untied in x
/// and in y. Takes n² steps.
///
/// - Parameters:
///   - x: At least 2 values, not all the same.
///   - y: As many, not all the same.
public func concordance(of x: [Double], and y: [Double]) -> Double {
  precondition(x.count == y.count && x.count >= 2, "\(x.count) and \(y.count) values")
  var (balance, untiedX, untiedY) = (0, 0, 0)
  for i in x.indices {
    for j in 0..<i {
      let a = x[i] < x[j] ? -1 : x[i] > x[j] ? 1 : 0
      let b = y[i] < y[j] ? -1 : y[i] > y[j] ? 1 : 0
      balance += a * b
      untiedX += abs(a)
      untiedY += abs(b)
    }
  }
  precondition(untiedX > 0 && untiedY > 0, "the concordance of values that are all the same")
  return Double(balance) / (Double(untiedX) * Double(untiedY)).squareRoot()
}
