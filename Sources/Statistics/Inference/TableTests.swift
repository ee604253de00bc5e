import Foundation

/// Tests of counts that are laid out by rows and columns.
public enum TableTests {
  /// Pearson's chi-squared test that columns do not depend on rows, without continuity correction.
  ///
  /// - Parameter counts: Row by row; at least 2 × 2, each ≥ 0, no row or column without any.
  /// - SeeAlso: [Pearson1900].
  public static func chiSquared(_ counts: [[Int]]) -> TestResult {
    let columns = counts.first?.count ?? 0
    precondition(
      counts.count >= 2 && columns >= 2 && counts.allSatisfy { $0.count == columns },
      "\(counts.count) rows of \(columns)")
    precondition(counts.allSatisfy { $0.allSatisfy { $0 >= 0 } }, "a count below 0")
    let rowSums = counts.map { Double($0.reduce(0, +)) }
    let columnSums = (0..<columns).map { column in
      Double(counts.reduce(0) { $0 + $1[column] })
    }
    precondition((rowSums + columnSums).allSatisfy { $0 > 0 }, "a row or column without counts")
    let all = rowSums.reduce(0, +)
    var statistic = 0.0
    for (row, rowSum) in zip(counts, rowSums) {
      for (count, columnSum) in zip(row, columnSums) {
        let expected = rowSum * columnSum / all
        statistic += (Double(count) - expected) * (Double(count) - expected) / expected
      }
    }
    return .chiSquared(statistic, freedom: (counts.count - 1) * (columns - 1))
  }

  /// Fisher's exact test of a 2 × 2 table: the probability, given all margins, of the tables that are no
  /// likelier than the one seen.
  ///
  /// - Parameter counts: Two rows of two, each ≥ 0.
  /// - Returns: The conditional estimate of the odds ratio as the statistic: 0 or infinite where the
  ///   count is the least or the most that the margins allow.
  /// - SeeAlso: [Fisher1935].
  public static func fisher(_ counts: [[Int]]) -> TestResult {
    precondition(
      counts.count == 2 && counts.allSatisfy { $0.count == 2 && $0.allSatisfy { $0 >= 0 } },
      "\(counts) is no 2 × 2 table of counts")
    let seen = counts[0][0]
    let (row, other) = (counts[0][0] + counts[0][1], counts[1][0] + counts[1][1])
    let column = counts[0][0] + counts[1][0]
    let range = max(0, column - other)...min(row, column)
    let logs = range.map { count in
      logChoose(row, count) + logChoose(other, column - count)
    }
    func probabilities(logOdds: Double) -> [Double] {
      let tilted = zip(range, logs).map { $1 + logOdds * Double($0) }
      let top = tilted.max()!
      let weights = tilted.map { exp($0 - top) }
      let all = sum(of: weights)
      return weights.map { $0 / all }
    }
    let usual = probabilities(logOdds: 0)
    let bar = usual[seen - range.lowerBound] * (1 + 1e-7)
    let probability = sum(of: usual.lazy.filter { $0 <= bar })
    return TestResult(
      statistic: oddsRatio(seen, range) { odds in
        sum(of: zip(range, probabilities(logOdds: odds)).lazy.map { Double($0) * $1 })
      }, probability: probability)
  }

  /// The odds ratio under which the count seen is the one expected.
  private static func oddsRatio(
    _ seen: Int, _ range: ClosedRange<Int>, expected: (_ logOdds: Double) -> Double
  ) -> Double {
    if range.count == 1 { return .nan }
    if seen == range.lowerBound { return 0 }
    if seen == range.upperBound { return .infinity }
    var (low, high) = (-1.0, 1.0)
    while expected(low) > Double(seen) { low *= 2 }
    while expected(high) < Double(seen) { high *= 2 }
    for _ in 0..<200 where low.nextUp < high {
      let middle = (low + high) / 2
      if expected(middle) < Double(seen) { low = middle } else { high = middle }
    }
    return exp((low + high) / 2)
  }

  private static func logChoose(_ n: Int, _ k: Int) -> Double {
    logGamma(Double(n) + 1) - logGamma(Double(k) + 1) - logGamma(Double(n - k) + 1)
  }
}
