import Statistics
import TestSupport
import Testing

@Suite struct MomentsTests {
  @Test func lostDigitsAreCarried() {
    #expect(sum(of: [1, 1e100, 1, -1e100]) == 2)
    #expect(sum(of: Array(repeating: 0.1, count: 10)) == 1)
    #expect(sum(of: []) == 0)
    #expect(sum(of: [0.3]) == 0.3)
  }

  @Test func byHand() {
    #expect(mean(of: [1, 2, 6]) == 3)
    #expect(variance(of: [1, 2, 6]) == 7)
    #expect(variance(of: [5, 5]) == 0)
    #expect(weightedMean(of: [1, 2, 6], weights: [1, 0, 3]) == 4.75)
  }

  /// NIST NumAcc1 to NumAcc4: mean and standard deviation are certified from the definition. What
  /// the standard deviation can reach is set by the rounding of the data themselves: 10⁷ · 2⁻⁵³ is
  /// 1e-9, 1e-8 of a deviation of 0.1.
  @Test func certifiedAccuracy() {
    let first = [10_000_001.0, 10_000_003, 10_000_002]
    #expect(mean(of: first) == 10_000_002 && variance(of: first) == 1)
    for (whole, relative) in [(1.0, 1e-14), (1_000_000, 1e-9), (10_000_000, 2e-8)] {
      let values = [whole + 0.2] + (0..<1000).map { whole + ($0.isMultiple(of: 2) ? 0.1 : 0.3) }
      expectClose(mean(of: values), whole + 0.2, relative: 4e-16)
      expectClose(variance(of: values).squareRoot(), 0.1, relative: relative)
    }
  }
}
