import TestSupport
import Testing

@testable import CareModel

/// Shares of entries lie between those of the published starts and those of the population.
@Suite struct AreaEntriesTests {
  static let starts: [(mean: Double, years: Int)?] = [(60, 3), (30, 3), (10, 1)]
  static let population = [100.0, 200, 100]

  @Test func sharesAddUpAndLieBetween() {
    let shares = AreaEntries.shares(of: Self.starts, population: Self.population, weight: 6)
    expectClose(shares.reduce(0, +), 1, relative: 1e-14)
    #expect(shares[0] < 0.6 && shares[0] > 0.25)
    #expect(shares[1] > 0.3 && shares[1] < 0.5)
  }

  @Test func withoutWeightTheyAreThoseOfTheStarts() {
    expectClose(
      AreaEntries.shares(of: Self.starts, population: Self.population, weight: 0),
      [0.6, 0.3, 0.1], relative: 1e-12)
  }

  @Test func withoutBoundTheyAreThoseOfThePopulation() {
    expectClose(
      AreaEntries.shares(of: Self.starts, population: Self.population, weight: 1e15),
      [0.25, 0.5, 0.25], relative: 1e-9)
  }

  /// The fewer years an authority has, the more it is drawn towards its population.
  @Test func fewerYearsWeighLess() {
    let one = AreaEntries.shares(
      of: [(60, 1), (40, 3)], population: [100, 100], weight: 6)
    let three = AreaEntries.shares(
      of: [(60, 3), (40, 3)], population: [100, 100], weight: 6)
    #expect(one[0] < three[0] && one[0] > 0.5)
  }

  @Test func anAuthorityWithoutStartsHasItsPopulationsShare() {
    let shares = AreaEntries.shares(
      of: [(60, 3), (40, 3), nil], population: [100, 100, 50], weight: 0)
    expectClose(shares, [0.48, 0.32, 0.2], relative: 1e-12)
    expectClose(
      AreaEntries.shares(of: [nil, (0, 3)], population: [1, 3], weight: 6), [0.25, 0.75],
      relative: 1e-14)
  }
}
