/// Tests that deal what was seen out anew: nothing is assumed of its distribution.
///
/// The probability is `(1 + k) / (1 + n)` with k of n random deals as extreme as what was seen, which
/// itself counts as one. Under the hypothesis it is at most a with a probability of at most a.
/// - SeeAlso: [DavisonHinkley1997], section 4.3.
public enum PermutationTests {
  /// Two samples from one distribution, by a figure that measures how they differ.
  ///
  /// - Parameters:
  ///   - x: At least one number.
  ///   - y: At least one number.
  ///   - permutations: How many random deals, ≥ 1.
  ///   - seed: What all deals share.
  ///   - purpose: What the random numbers are for.
  ///   - figure: Of two samples of these sizes; far from 0 on either side speaks against the hypothesis.
  ///     None: the difference of the means.
  public static func twoSamples(
    _ x: [Double], _ y: [Double], permutations: Int, seed: UInt64, purpose: UInt32,
    figure: (_ x: [Double], _ y: [Double]) -> Double = { mean(of: $0) - mean(of: $1) }
  ) -> TestResult {
    precondition(!x.isEmpty && !y.isEmpty, "an empty sample")
    let all = x + y
    return result(figure(x, y), permutations) { deal in
      let stream = RandomStream(seed: seed, purpose: purpose, draw: deal)
      var dealt = all
      for place in 0..<x.count {
        dealt.swapAt(place, place + stream.integer(below: all.count - place, at: UInt64(place)))
      }
      return figure(Array(dealt[..<x.count]), Array(dealt[x.count...]))
    }
  }

  /// Differences within pairs that are as likely to one side as to the other: signs are dealt out anew.
  ///
  /// - Parameters:
  ///   - differences: The first of each pair less the second; at least one.
  ///   - permutations: How many random deals, ≥ 1.
  ///   - seed: What all deals share.
  ///   - purpose: What the random numbers are for.
  ///   - figure: Of the differences. None: their mean.
  public static func paired(
    _ differences: [Double], permutations: Int, seed: UInt64, purpose: UInt32,
    figure: (_ differences: [Double]) -> Double = { mean(of: $0) }
  ) -> TestResult {
    precondition(!differences.isEmpty, "no pairs")
    return result(figure(differences), permutations) { deal in
      let stream = RandomStream(seed: seed, purpose: purpose, draw: deal)
      let signs = stream.integers(differences.count, below: 2)
      return figure(zip(differences, signs).map { $1 == 0 ? $0 : -$0 })
    }
  }

  private static func result(
    _ seen: Double, _ permutations: Int, _ dealt: (UInt32) -> Double
  ) -> TestResult {
    precondition(permutations >= 1, "\(permutations) permutations")
    // As far from 0, but for rounding.
    let bar = abs(seen) * (1 - 1e-12)
    let extreme = (0..<permutations).count { abs(dealt(UInt32($0))) >= bar }
    return TestResult(
      statistic: seen, probability: Double(1 + extreme) / Double(1 + permutations))
  }
}
