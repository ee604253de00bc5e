import LinearAlgebra
import TestSupport
import Testing

@testable import Markov

/// A step of eight cohorts against the exponential over all states.
@Suite struct CountedStepTests {
  static let periods = [1.0 / 24, 1.0 / 12, 1]

  @Test(arguments: CountedCase.all, periods)
  func eachLaneIsTheExponentialOfItsGenerator(invented: CountedCase, period: Double) throws {
    let step = CountedStep(invented.rates, period: period)
    #expect(step.period == period)
    for lane in 0..<8 {
      let generator = try invented.expanded(lane).generator
      let whole = ExponentialIntegrals(generator: generator, period: period)
      for (name, found, expected) in [
        ("P", step.transition, whole.transition), ("Φ", step.integral, whole.integral),
        ("Ψ", step.doubleIntegral!, whole.doubleIntegral),
      ] {
        let largest = expected.elements.max()!
        expectClose(
          found.expanded(lane), expected, relative: 0, absolute: 1e-13 * largest,
          "\(name), lane \(lane), \(invented)")
        #expect(found.elements.allSatisfy { all($0 .>= 0) }, "\(name), \(invented)")
      }
    }
  }

  /// Moves and exits of one child in one placement type, at rates 1 and 0: e⁻¹ (1, 1, e − 2).
  @Test func movesOfOneTypeArePoisson() {
    let rates = CountedRates(
      moves: [Lanes(repeating: 1)], exits: [.zero], factors: Array(repeating: .one, count: 3))
    let row = CountedStep(rates, period: 1).transition.expanded(3).row(0)
    let none = 0.367_879_441_171_442_33
    expectClose(Array(row), [none, none, 1 - 2 * none], relative: 1e-14)
  }

  @Test(arguments: CountedCase.all) func aLaneDoesNotDependOnTheOthers(invented: CountedCase) {
    let step = CountedStep(invented.rates, period: 1)
    for lane in 0..<8 {
      let alone = CountedStep(invented.rates(ofLane: lane), period: 1)
      for (found, expected) in [
        (step.transition, alone.transition), (step.integral, alone.integral),
        (step.doubleIntegral!, alone.doubleIntegral!),
      ] {
        #expect(found.expanded(lane) == expected.expanded(lane), "lane \(lane), \(invented)")
      }
    }
  }

  /// The speeds of the cases make the outflows of some lanes large and of some not.
  @Test(arguments: CountedCase.all) func onlySomeLanesAreDoubled(invented: CountedCase) throws {
    func outflow(_ lane: Int) throws -> Double {
      let generator = try invented.expanded(lane).generator
      return (0..<generator.rows).map { -generator[$0, $0] }.max()!
    }
    #expect(try outflow(2) > ExponentialSeries.radius && outflow(7) > ExponentialSeries.radius)
    #expect(try outflow(1) == 0 && 2 * outflow(3) < ExponentialSeries.radius)
  }
}
