import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct WholeNumberDistributionTests {
  /// A die: moments known, and of 6,000 evenly spread u exactly 1,000 give each number.
  @Test func die() throws {
    let die = try WholeNumberDistribution(1...6)
    #expect(die.isCount && die.support == 1...6 && die.lowest == 1)
    expectClose(die.mean, 3.5, relative: 1e-15)
    expectClose(die.variance, 35.0 / 12, relative: 1e-15)
    var counts = [Double: Int]()
    for k in 0..<6000 { counts[die.value(uniform: (Double(k) + 0.5) / 6000), default: 0] += 1 }
    #expect(counts == [1: 1000, 2: 1000, 3: 1000, 4: 1000, 5: 1000, 6: 1000])
    // The least number with at least the probability: at the steps themselves too.
    for k in 1...6 {
      #expect(die.quantile(at: Double(k) / 6) == Double(k))
      #expect(die.quantile(upperTail: Double(6 - k) / 6) == Double(k))
      #expect(die.cumulative(at: Double(k)) == Double(k) / 6)
      #expect(die.cumulative(at: Double(k) - 0.5) == Double(k - 1) / 6)
    }
    #expect(die.density(at: 2.5) == 0 && die.density(at: 7) == 0)
    expectClose(die.density(at: 6), 1.0 / 6, relative: 1e-15)
  }

  /// Tails keep their digits on either side, and quantiles invert them.
  @Test func tails() throws {
    let rare = try WholeNumberDistribution(from: -1, probabilities: [1e-300, 1 - 2e-200, 1e-200])
    #expect(rare.cumulative(at: -1) == 1e-300 && rare.upperTail(at: 0) == 1e-200)
    #expect(rare.quantile(at: 1e-301) == -1 && rare.quantile(at: 1e-299) == 0)
    #expect(rare.quantile(upperTail: 1e-201) == 1 && rare.quantile(upperTail: 1e-199) == 0)
    #expect(rare.cumulative(at: 1) == 1 && rare.upperTail(at: 1) == 0)
    #expect(rare.cumulative(at: -.infinity) == 0 && rare.upperTail(at: .infinity) == 0)
    let uneven = try WholeNumberDistribution(from: 3, probabilities: [0.2, 0.5, 0.3])
    expectClose(uneven.mean, 4.1, relative: 1e-15)
    expectClose(uneven.variance, 0.49, relative: 1e-14)
    for x in [3.0, 4, 5] {
      expectClose(uneven.cumulative(at: x) + uneven.upperTail(at: x), 1, relative: 1e-15)
    }
  }

  @Test(arguments: [[1.0], [0.5, 0.4], [0.5, 0.5, 0], [1.5, -0.5], [0.5, .nan]])
  func wrongProbabilities(probabilities: [Double]) {
    let error = #expect(throws: StatisticsError.self) {
      try WholeNumberDistribution(from: 0, probabilities: probabilities)
    }
    #expect(error?.description.contains("whole number distribution") == true)
    #expect(throws: StatisticsError.self) { try WholeNumberDistribution(2...2) }
  }
}
