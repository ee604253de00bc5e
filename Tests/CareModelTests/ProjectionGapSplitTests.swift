import CareModel
import TestSupport
import Statistics
import Parameters
import Testing

/// The difference of two projections, split.
@Suite struct ProjectionGapSplitTests {
  typealias Sample = ProjectionSample
  let baseline: Projection
  let inputs: CareModelInputs

  init() throws {
    baseline = try Sample.baseline.get()
    inputs = try Sample.inputs.get()
  }

  private func split(to scenario: Projection) -> GapSplit {
    GapSplit(from: baseline, to: scenario, over: Sample.years)
  }

  @Test func equalProjectionsHaveNothingToSplit() {
    let split = split(to: baseline)
    #expect(split.difference == 0)
    #expect(split.parts.values.allSatisfy { $0 == 0 })
  }

  @Test func aProgrammeIsPriceAlone() throws {
    let split = split(to: try Sample.projection(programme: Sample.programme()))
    // 46 + 987 + 1,257 million.
    #expect(abs(split[.price] - 2_290e6) < 10)
    for other in [GapComponent.volume, .mix, .funding] { #expect(abs(split[other]) < 10) }
  }

  @Test func anotherFundingBaseIsFundingAlone() throws {
    let split = split(to: try Sample.projection(fundingBase: "lga"))
    // Spending power grows and grants are added, so flat cash leaves the wider gap.
    #expect(split[.funding] > 0)
    for other in [GapComponent.volume, .mix, .price] { #expect(abs(split[other]) < 10) }
  }

  @Test func partsAddToTheDifferenceOfTheCumulativeGaps() throws {
    let changed = try inputs.parameters
      .scaling("entries.rate", by: 0.9, from: Sample.next, at: Sample.place)
      .scaling("unit-cost.fostering-services", by: 1.1, from: Sample.next, at: Sample.place)
    let scenario = try Sample.projection(changed, fundingBase: "flat-real")
    let split = split(to: scenario)
    let difference = scenario.gap.years[2].cumulative - baseline.gap.years[2].cumulative
    #expect(abs(split.difference - difference) < 10)
    #expect(abs(split.parts.values.reduce(0, +) - difference) < 10)
    // Fewer entries are fewer child-weeks, and the price of foster care went up.
    #expect(split[.volume] < 0)
    #expect(split[.price] > 0)
  }
}
