import Statistics
import TestSupport
import Testing

/// What a model has to beat, and the ranges of its errors.
@Suite struct ReferenceForecastTests {
  private let history: [Double?] = [100, 104, 101, 107, 109, 108, 113]

  @Test func idsAreUnique() {
    let ids = ReferenceForecast.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ReferenceForecast.all.allSatisfy { $0.sentence.hasSuffix(".") })
  }

  @Test func forecastsByHand() throws {
    #expect(ReferenceForecast.lastValue.forecast(of: history, horizon: 3) == 113)
    #expect(ReferenceForecast.threeYearMean.forecast(of: history, horizon: 2) == 110)
    let drift = try #require(ReferenceForecast.drift.forecast(of: history, horizon: 3))
    expectClose(drift, 113 + 3 * 13.0 / 6, relative: 1e-14)
  }

  /// `Tests/Oracles/scores.py`: weights 0.8 and 0.09.
  @Test func smoothingHasTheWeightOfLeastSquares() throws {
    func smoothed(_ history: [Double?]) throws -> Double {
      try #require(ReferenceForecast.exponentialSmoothing.forecast(of: history, horizon: 1))
    }
    expectClose(try smoothed(history), 112.015104, relative: 1e-14)
    expectClose(try smoothed([5, 9, 4, 8, 5, 9, 4]), 5.603998277336001, relative: 1e-14)
  }

  @Test func onlyTheYearsAfterAMissingOneCount() {
    let broken: [Double?] = [900, nil, 104, 108]
    #expect(ReferenceForecast.threeYearMean.forecast(of: broken, horizon: 1) == 106)
    #expect(ReferenceForecast.drift.forecast(of: broken, horizon: 1) == 112)
    for reference in ReferenceForecast.all {
      #expect(reference.forecast(of: [1, 2, nil], horizon: 1) == nil)
      #expect(reference.forecast(of: [], horizon: 1) == nil)
      #expect(reference.forecast(of: [7], horizon: 2) == 7, "\(reference.id)")
      #expect(reference.forecast(of: [7, 7, 7, 7], horizon: 2) == 7, "\(reference.id)")
    }
  }

  @Test func pastErrorsMakeARange() {
    let past = [(100.0, 110.0), (100, 90), (25, 25), (0, 1), (4, 2)]
    let errors = PastErrors(past.map { (forecast: $0.0, outcome: $0.1) }, scale: .root)
    // Over the roots 10, 10, 5, 1 and 2: 1, -1, 0, 1, -1.
    #expect(
      errors.sample(about: 16, horizon: 1, within: 0...1e9) == [12, 12, 16, 20, 20])
    #expect(
      errors.sample(about: 16, horizon: 4, within: 10...1e9) == [10, 10, 16, 24, 24])
    let plain = PastErrors(past.map { (forecast: $0.0, outcome: $0.1) }, scale: .unit)
    #expect(plain.sample(about: 50, horizon: 1, within: 0...55) == [40, 48, 50, 51, 55])
    let drawn = errors.drawn(
      about: Array(repeating: 16, count: 400), horizon: 1, within: 0...1e9,
      from: RandomStream(seed: 6, purpose: 94, draw: 0), at: 0)
    #expect(Set(drawn ?? []) == [12, 16, 20])
    let few = PastErrors([(forecast: 1, outcome: 2)], scale: .unit)
    #expect(few.sample(about: 1, horizon: 1, within: 0...2) == nil)
  }
}
