import CareModel
import Foundation
import Statistics
import Testing

@testable import Calibration

/// Entries as events from published starts.
@Suite struct CareFitStateTests {
  private static let years = 2020...2024

  private func state(repeat starts: Double, asylumShare: Double) throws -> CareFitState {
    var state = try CalibrationSample.prior
    state.entryRepeat = Uncertain(starts)
    state.transfersAsylumShare = Uncertain(asylumShare)
    return state
  }

  private func population(_ year: Int) throws -> [Double] {
    try #require(try CalibrationSample.calibration.model.population[year])
  }

  /// A step acts from 2020-21 on, an innovation from its own year on, both in their age group alone;
  /// the reference year has all of them, so that years before are without.
  @Test func exitsOfAnAgeGroupMoveByThemselves() throws {
    let base = try CalibrationSample.prior
    var moved = base
    moved.exitAgeSteps[.underOne] = 0.8
    moved.exitAgeInnovations[.underOne] = [2023: 0.1, 2024: -0.3]
    for year in Self.years {
      let (before, after) = (
        base.rates(in: year, asylumEntries: 1000).exitRate,
        moved.rates(in: year, asylumEntries: 1000).exitRate
      )
      let factors = [2020: exp(0.2) / 0.8, 2021: exp(0.2), 2022: exp(0.2), 2023: exp(0.3)]
      for reason in before.indices {
        expectNear(
          after[reason][0].central, before[reason][0].central * (factors[year] ?? 1),
          within: 1e-12)
        #expect(after[reason].dropFirst() == before[reason].dropFirst())
      }
    }
  }

  /// A transfer starts care in one council and ceases it in another: it is no entry.
  @Test(arguments: years, [(0.0, 0.0), (0.02, 0.3), (0.014, 1)])
  func publishedStartsAreRecovered(year: Int, shares: (repeats: Double, asylum: Double)) throws {
    let published = try CalibrationSample.published(year)
    let (asylum, otherByAge) = try state(repeat: shares.repeats, asylumShare: shares.asylum)
      .entries(published, population: population(year))
    let entered = (asylum + otherByAge.reduce(0, +)).central
    let starts = (entered + published.transfers) / (1 + shares.repeats)
    expectNear(starts, published.starts.reduce(0, +), within: 1e-8, "starts of all, \(year)")
    expectNear(
      asylum.central + shares.asylum * published.transfers, published.asylumStarts, within: 1e-8,
      "starts of asylum-seeking children, \(year)")
  }

  /// With 100 more transfers, 100 fewer starts were entries.
  @Test func transfersAreNoEntries() throws {
    let published = try CalibrationSample.published(2024)
    var more = published
    more.transfers += 100
    let state = try state(repeat: 0.014, asylumShare: 0.75)
    let people = try population(2024)
    let (before, after) = (
      state.entries(published, population: people), state.entries(more, population: people)
    )
    expectNear(after.asylumSeeking - before.asylumSeeking, -75, within: 1e-8)
    expectNear(
      after.otherByAge.reduce(0, +) - before.otherByAge.reduce(0, +), -25, within: 1e-8)
  }

  /// Exits of the model are the same however many transfers there were; published beside them is
  /// the model's total with all of the transfers.
  @Test func transfersAreNoExits() throws {
    let model = try CalibrationSample.calibration.model
    let state = try CalibrationSample.prior
    let compared = try model.comparisons(state).filter { $0.table == "exits" }
    for year in try model.years(state) {
      let exits = year.modelled.groups.values.map(\.exited.central).sorted().reduce(0, +)
      let total = compared.filter { $0.category == "Total" && $0.year == year.published.year }
      #expect(total.count == 1)
      expectNear(total[0].modelled, exits + year.published.transfers, within: 1e-7)
    }
  }

  /// Asylum-seeking children start at 14 to 17; what is left of each age group keeps its share.
  @Test func otherChildrenKeepTheirAges() throws {
    let published = try CalibrationSample.published(2024)
    var state = try state(repeat: 0, asylumShare: 0)
    state.asylumEntriesSixteenAndOver = 0.8
    let byAge = try state.entries(published, population: population(2024)).otherByAge
    // 7,330 asylum-seeking starts: 1,466 at 10 to 15, 5,864 at 16 and 17.
    let left: [Double] = [5220, 4830, 4900, 8730 - 1466, 9440 - 5864]
    let scale = byAge.reduce(0, +).central / left.reduce(0, +)
    for group in AgeGroup.allCases {
      expectNear(
        byAge[group.ages].reduce(0, +), left[group.index] * scale, within: 1e-8, "\(group)")
    }
    let shares = state.asylumEntryAge
    expectNear(shares.reduce(0, +), 1, within: 1e-15)
    expectNear(shares[16] + shares[17], 0.8, within: 1e-15)
    #expect(shares[..<14].allSatisfy { $0 == 0 })
  }
}
