/// Tests that rest on the ranks of numbers alone.
public enum RankTests {
  /// The most values of which an exact distribution is used.
  static let mostExact = 100

  /// Wilcoxon's rank-sum test (Mann and Whitney's) of two samples from one distribution.
  ///
  /// Exact where no two values are equal and there are few; else by the normal approximation with ties
  /// and half a rank of continuity allowed for.
  ///
  /// - Parameters:
  ///   - x: At least one number.
  ///   - y: At least one; of both samples not all the same.
  /// - Returns: How many pairs the first sample wins, ties counting half.
  /// - SeeAlso: [MannWhitney1947].
  public static func rankSum(_ x: [Double], _ y: [Double]) -> TestResult {
    precondition(!x.isEmpty && !y.isEmpty, "an empty sample")
    let (n, m) = (Double(x.count), Double(y.count))
    let ranks = ranks(of: x + y)
    let wins = sum(of: ranks.prefix(x.count)) - n * (n + 1) / 2
    let ties = tieTerm(of: ranks)
    if ties == 0 && x.count + y.count <= mostExact {
      let below = min(wins, n * m - wins)
      return TestResult(
        statistic: wins, probability: 2 * rankSumAtMost(Int(below), x.count, y.count))
    }
    let all = n + m
    let variance = n * m / 12 * (all + 1 - ties / (all * (all - 1)))
    return normal(wins, about: n * m / 2, variance)
  }

  /// Wilcoxon's signed-rank test of differences about 0; differences of 0 are left out.
  ///
  /// Exact where no two distances from 0 are equal, none is 0 and there are few; else by the normal
  /// approximation with ties and half a rank of continuity allowed for.
  ///
  /// - Parameter differences: At least one that is not 0.
  /// - Returns: The ranks of the differences above 0, added up.
  /// - SeeAlso: [Wilcoxon1945].
  public static func signedRank(_ differences: [Double]) -> TestResult {
    let moved = differences.filter { $0 != 0 }
    precondition(!moved.isEmpty, "no difference but 0")
    let n = Double(moved.count)
    let ranks = ranks(of: moved.map { abs($0) })
    let above = sum(of: zip(moved, ranks).lazy.filter { $0.0 > 0 }.map(\.1))
    let ties = tieTerm(of: ranks)
    if ties == 0 && moved.count == differences.count && moved.count <= mostExact {
      let below = min(above, n * (n + 1) / 2 - above)
      return TestResult(
        statistic: above, probability: 2 * rankTotalAtMost(Int(below), moved.count))
    }
    let variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48
    return normal(above, about: n * (n + 1) / 4, variance)
  }

  /// Kruskal and Wallis' test of several samples from one distribution, by the chi-squared approximation
  /// with ties allowed for.
  ///
  /// - Parameter samples: At least two, none empty, not all values the same.
  /// - SeeAlso: [KruskalWallis1952].
  public static func kruskalWallis(_ samples: [[Double]]) -> TestResult {
    precondition(samples.count >= 2 && samples.allSatisfy { !$0.isEmpty }, "an empty sample")
    let ranks = ranks(of: samples.flatMap { $0 })
    let all = Double(ranks.count)
    var (start, squares) = (0, 0.0)
    for sample in samples {
      let sum = sum(of: ranks[start..<(start + sample.count)])
      squares += sum * sum / Double(sample.count)
      start += sample.count
    }
    let raw = 12 / (all * (all + 1)) * squares - 3 * (all + 1)
    let untied = 1 - tieTerm(of: ranks) / (all * all * all - all)
    precondition(untied > 0, "values that are all the same")
    return .chiSquared(raw / untied, freedom: samples.count - 1)
  }

  /// `Σ t³ − t` over groups of t equal ranks.
  static func tieTerm(of ranks: [Double]) -> Double {
    let counts = ranks.reduce(into: [Double: Double]()) { $0[$1, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.reduce(0) {
      $0 + $1.value * ($1.value * $1.value - 1)
    }
  }

  private static func normal(_ value: Double, about mean: Double, _ variance: Double) -> TestResult
  {
    precondition(variance > 0, "values that are all the same")
    let distance = max(abs(value - mean) - 0.5, 0)
    return TestResult(
      statistic: value,
      probability: 2 * standardNormalCumulative(-distance / variance.squareRoot()))
  }

  /// The probability that ranks 1 to n, each taken with probability ½, add up to at most `most`.
  private static func rankTotalAtMost(_ most: Int, _ n: Int) -> Double {
    var ways = [Double](repeating: 0, count: most + 1)
    ways[0] = 1
    for rank in 1...n {
      for total in stride(from: most, through: 0, by: -1) {
        ways[total] = (ways[total] + (total >= rank ? ways[total - rank] : 0)) / 2
      }
    }
    return sum(of: ways)
  }

  /// The probability that of n and m values without ties the first win at most `most` pairs.
  private static func rankSumAtMost(_ most: Int, _ n: Int, _ m: Int) -> Double {
    // Ways to win k pairs: coefficients of ∏ (1 − q^{m + i}) / (1 − q^i), as probabilities.
    var ways = [Double](repeating: 0, count: most + 1)
    ways[0] = 1
    for i in 1...n {
      for k in stride(from: most, through: 0, by: -1) where k >= m + i {
        ways[k] -= ways[k - m - i]
      }
      for k in 0...most where k >= i { ways[k] += ways[k - i] }
      let scale = Double(i) / Double(m + i)
      for k in ways.indices { ways[k] *= scale }
    }
    return sum(of: ways)
  }
}
