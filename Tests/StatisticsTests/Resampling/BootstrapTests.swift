import Foundation
import Statistics
import TestSupport
import Testing

/// Resampling, against SciPy 1.17.1 with 400,000 resamples.
@Suite struct BootstrapTests {
  /// Hours between failures of air conditioning, the example of [DavisonHinkley1997].
  static let hours: [Double] = [3, 5, 7, 18, 43, 85, 91, 98, 100, 130, 230, 487]

  private func mean(_ sample: [Double]) -> Double { Statistics.mean(of: sample) }

  @Test func intervalsOfAMean() {
    let bootstrap = Bootstrap(of: Self.hours, resamples: 100_000, seed: 5, purpose: 97) { mean($0) }
    expectClose(bootstrap.value, 108.08333333333333, relative: 1e-14)
    let jackknife = Jackknife(of: Self.hours) { mean($0) }
    expectClose(jackknife.acceleration, 0.09379807388386767, relative: 1e-12)
    let cases: [(Bootstrap.Interval, Double, Double)] = [
      (.percentile, 46.7, 190.95), (.basic, 25.2, 169.45),
      (.biasCorrected(acceleration: jackknife.acceleration), 56.95, 226.1),
    ]
    for (method, lower, upper) in cases {
      let interval = bootstrap.interval(method)
      expectClose(interval.lower, lower, relative: 0.015, "\(method)")
      expectClose(interval.upper, upper, relative: 0.015, "\(method)")
    }
    // √(Σ (x − x̄)²) / n.
    expectClose(bootstrap.standardError, 37.68, relative: 0.01)
    expectClose(bootstrap.bias, 0, relative: 0, absolute: 0.5)
  }

  /// Without bias and acceleration the corrected interval is that of percentiles.
  @Test func noCorrection() {
    let bootstrap = Bootstrap(of: [1, 2, 3, 4, 5], resamples: 4001, seed: 1, purpose: 97) {
      mean($0)
    }
    let half = Double(bootstrap.replicates.count { $0 < 3 }) / 4001
    #expect(abs(half - 0.5) < 0.1)
    let (plain, corrected) = (
      bootstrap.interval(.percentile), bootstrap.interval(.biasCorrected(acceleration: 0))
    )
    expectClose(plain.lower, corrected.lower, relative: 0, absolute: 0.21)
    expectClose(plain.upper, corrected.upper, relative: 0, absolute: 0.21)
  }

  /// Clusters come whole; a mean of clusters of one size has the error of their means.
  @Test func clusters() {
    let labels = (0..<60).map { "council \($0 / 3)" }
    let values = (0..<60).map { Double(($0 / 3) * 7 % 20) }
    let bootstrap = Bootstrap(
      of: 60, .clusters(by: labels), resamples: 4000, seed: 2, purpose: 97
    ) { places in
      for start in stride(from: 0, to: places.count, by: 3) {
        #expect(places[start] % 3 == 0 && places[start + 2] == places[start] + 2)
      }
      return mean(places.map { values[$0] })
    }
    // The numbers 0 to 19, drawn 20 times.
    expectClose(bootstrap.standardError, (33.25 / 20).squareRoot(), relative: 0.05)
    let jackknife = Jackknife(of: 60, .clusters(by: labels)) { mean($0.map { values[$0] }) }
    #expect(jackknife.replicates.count == 20)
    expectClose(jackknife.standardError, (35.0 / 20).squareRoot(), relative: 1e-12)
  }

  /// Runs of neighbours come whole and a resample is as long as the sample.
  @Test func blocks() {
    let bootstrap = Bootstrap(
      of: 25, .blocks(length: 4), resamples: 500, seed: 3, purpose: 97
    ) { places in
      #expect(places.count == 25)
      for start in stride(from: 0, to: 24, by: 4) {
        #expect((1..<4).allSatisfy { places[start + $0] == places[start] + $0 })
      }
      return Double(places[24])
    }
    #expect(bootstrap.replicates.max()! <= 21 && bootstrap.replicates.min()! == 0)
    // One block of everything is the sample.
    let whole = Bootstrap(of: [1, 5, 9], .blocks(length: 3), resamples: 9, seed: 4, purpose: 97) {
      $0[0] + 10 * $0[2]
    }
    #expect(Set(whole.replicates) == [91])
  }

  /// Same address, same resamples; another seed, others.
  @Test func theAddressSetsTheNumbers() {
    func replicates(_ seed: UInt64) -> [Double] {
      Bootstrap(of: Self.hours, resamples: 20, seed: seed, purpose: 97) { mean($0) }.replicates
    }
    #expect(replicates(1) == replicates(1))
    #expect(replicates(1) != replicates(2))
    let stream = RandomStream(seed: 8, purpose: 97, draw: 3)
    #expect(
      stream.integers(9, below: 7, from: 5) == (5..<14).map { stream.integer(below: 7, at: $0) })
  }

  /// Of a mean the jackknife's error is s / √n and there is no bias; of the plain variance (divisor n) the
  /// corrected figure is the unbiased one.
  @Test func jackknife() {
    let of = Jackknife(of: Self.hours) { mean($0) }
    expectClose(of.standardError, (variance(of: Self.hours) / 12).squareRoot(), relative: 1e-12)
    expectClose(of.bias, 0, relative: 0, absolute: 1e-10)
    let spread = Jackknife(of: Self.hours) {
      variance(of: $0) * Double($0.count - 1) / Double($0.count)
    }
    expectClose(spread.value - spread.bias, variance(of: Self.hours), relative: 1e-12)
    #expect(Jackknife(of: [2, 2, 2]) { mean($0) }.acceleration == 0)
  }
}

/// Permutations, against all deals counted one by one.
@Suite struct PermutationTestsTests {
  @Test func twoSamples() {
    let found = PermutationTests.twoSamples(
      [44.4, 45.9, 41.9, 53.3, 44.7, 44.1], [50.7, 45.2, 60.1, 52.3, 49.9], permutations: 50_000,
      seed: 1, purpose: 98)
    expectClose(found.statistic, -5.923333333333332, relative: 1e-12)
    expectClose(found.probability, 28.0 / 462, relative: 0.06)
  }

  @Test func pairs() {
    let found = PermutationTests.paired(
      [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4], permutations: 50_000, seed: 1,
      purpose: 98)
    expectClose(found.probability, 0.00390625, relative: 0.2)
    // What was seen counts as one deal.
    let few = PermutationTests.paired(
      [1, 2, 3, 4, 5, 6, 7, 8], permutations: 9, seed: 1, purpose: 98)
    #expect(few.probability >= 0.1)
  }

  /// Samples of the same numbers differ in nothing.
  @Test func noDifference() {
    let found = PermutationTests.twoSamples(
      [1, 2, 3], [1, 2, 3], permutations: 99, seed: 1, purpose: 98)
    #expect(found.probability == 1)
  }
}
