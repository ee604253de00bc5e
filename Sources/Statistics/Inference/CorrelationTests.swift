import Foundation

/// Tests that two measurements of the same things do not hang together; the statistic is the coefficient.
public enum CorrelationTests {
  /// The most pairs without ties of which the exact distribution of Kendall's coefficient is used.
  static let mostExact = 50

  /// Pearson's correlation, by Student's t: `t = r √((n − 2) / (1 − r²))`; exact for normal numbers.
  ///
  /// - Parameters:
  ///   - x: At least 3 numbers, not all the same.
  ///   - y: As many, not all the same.
  /// - SeeAlso: [Fisher1915].
  public static func pearson(_ x: [Double], _ y: [Double]) -> TestResult {
    student(correlation(of: x, and: y), count: x.count)
  }

  /// The interval of Pearson's correlation by Fisher's transformation: `artanh r ± z / √(n − 3)`.
  ///
  /// - Parameters:
  ///   - x: At least 4 numbers, not all the same.
  ///   - y: As many, not all the same.
  ///   - level: Above 0, below 1.
  /// - SeeAlso: [Fisher1915].
  public static func pearsonInterval(
    _ x: [Double], _ y: [Double], level: Double = 0.95
  ) -> CentralInterval {
    precondition(x.count >= 4, "\(x.count) pairs")
    let centre = atanh(correlation(of: x, and: y))
    let reach = standardNormalQuantile((1 + level) / 2) / Double(x.count - 3).squareRoot()
    return CentralInterval(
      level: level, lower: tanh(centre - reach), upper: tanh(centre + reach))
  }

  /// Spearman's rank correlation, by the same t, which is an approximation here.
  ///
  /// - Parameters:
  ///   - x: At least 3 numbers, not all the same.
  ///   - y: As many, not all the same.
  /// - SeeAlso: [Spearman1904].
  public static func spearman(_ x: [Double], _ y: [Double]) -> TestResult {
    student(rankCorrelation(of: x, and: y), count: x.count)
  }

  /// Kendall's τ-b: exact where no values are equal and there are few, else by the normal approximation
  /// with ties allowed for and without correction for continuity.
  ///
  /// - Parameters:
  ///   - x: At least 3 numbers, not all the same.
  ///   - y: As many, not all the same.
  /// - SeeAlso: [Kendall1938].
  public static func kendall(_ x: [Double], _ y: [Double]) -> TestResult {
    precondition(x.count >= 3, "\(x.count) pairs")
    let tau = concordance(of: x, and: y)
    let n = Double(x.count)
    let (tiesX, tiesY) = (tieSums(of: x), tieSums(of: y))
    let pairs = n * (n - 1) / 2
    // Concordant less discordant pairs.
    let balance = tau * ((pairs - tiesX.pairs) * (pairs - tiesY.pairs)).squareRoot()
    if tiesX.pairs == 0 && tiesY.pairs == 0 && x.count <= mostExact {
      let discordant = Int(((pairs - abs(balance)) / 2).rounded())
      return TestResult(statistic: tau, probability: 2 * inversionsAtMost(discordant, x.count))
    }
    let variance =
      (n * (n - 1) * (2 * n + 5) - tiesX.spread - tiesY.spread) / 18
      + tiesX.pairs * tiesY.pairs * 2 / (n * (n - 1))
      + tiesX.triples * tiesY.triples / (9 * n * (n - 1) * (n - 2))
    return TestResult(
      statistic: tau,
      probability: 2 * standardNormalCumulative(-abs(balance) / variance.squareRoot()))
  }

  private static func student(_ r: Double, count: Int) -> TestResult {
    precondition(count >= 3, "\(count) pairs")
    let freedom = Double(count - 2)
    let t = r * (freedom / ((1 - r) * (1 + r))).squareRoot()
    return TestResult(
      statistic: r, freedom: freedom,
      probability: StudentDistribution(freedom: freedom).bothTails(at: t))
  }

  /// Over groups of t equal values `Σ t (t − 1) / 2`, `Σ t (t − 1) (2 t + 5)` and
  /// `Σ t (t − 1) (t − 2)`.
  private static func tieSums(
    of values: [Double]
  ) -> (pairs: Double, spread: Double, triples: Double) {
    let groups = values.reduce(into: [Double: Double]()) { $0[$1, default: 0] += 1 }
    return groups.values.sorted().reduce((0, 0, 0)) {
      let twos = $1 * ($1 - 1)
      return ($0.0 + twos / 2, $0.1 + twos * (2 * $1 + 5), $0.2 + twos * ($1 - 2))
    }
  }

  /// The probability that a random order of n things has at most `most` pairs out of order.
  private static func inversionsAtMost(_ most: Int, _ n: Int) -> Double {
    // Putting in the k-th thing adds 0 to k − 1 pairs, each with probability 1 / k.
    var chance = [Double](repeating: 0, count: most + 1)
    chance[0] = 1
    for k in 1...n {
      let before = chance
      for pairs in chance.indices {
        chance[pairs] = sum(of: before[max(0, pairs - k + 1)...pairs]) / Double(k)
      }
    }
    return sum(of: chance)
  }
}
