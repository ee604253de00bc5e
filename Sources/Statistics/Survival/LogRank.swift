import LinearAlgebra

/// The log-rank test: whether groups have events equally fast.
public struct LogRank: Sendable, Equatable {
  /// Events seen, by group.
  public let observed: [Int]
  /// Events that each group would have had, were all equally fast.
  public let expected: [Double]
  /// Chi-squared with one degree of freedom fewer than groups.
  public let test: TestResult

  /// Compares groups.
  ///
  /// - Parameter groups: At least two, each with somebody at risk when an event happens.
  /// - Throws: `LinearAlgebraError` where groups are never at risk at the same time.
  /// - SeeAlso: [Mantel1966].
  public init(_ groups: [[FollowUp]]) throws {
    precondition(groups.count >= 2, "\(groups.count) groups")
    let kinds = max(1, groups.joined().map(\.event).max() ?? 1)
    let whole = RiskSet.all(of: groups.flatMap { $0 }, kinds: kinds)
    var counters = groups.map(RiskCounter.init)
    var expected = [Double](repeating: 0, count: groups.count)
    let size = groups.count - 1
    var covariance = Matrix(rows: size, columns: size, repeating: 0)
    for set in whole {
      let atRisk = counters.indices.map { Double(counters[$0].count(at: set.time)) }
      let (d, n) = (Double(set.all), Double(set.atRisk))
      for group in groups.indices { expected[group] += d * atRisk[group] / n }
      guard n > 1 else { continue }
      let factor = d * (n - d) / (n - 1)
      for row in 0..<size {
        for column in 0..<size {
          covariance[row, column] +=
            factor * atRisk[row] / n * ((row == column ? 1 : 0) - atRisk[column] / n)
        }
      }
    }
    let observed = groups.map { $0.count { $0.event > 0 } }
    let distance = (0..<size).map { Double(observed[$0]) - expected[$0] }
    let solved = try CholeskyFactor(covariance).solve(distance)
    (self.observed, self.expected) = (observed, expected)
    test = .chiSquared(sum(of: zip(distance, solved).lazy.map { $0 * $1 }), freedom: size)
  }
}
