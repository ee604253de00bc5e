import CareModel
import Foundation
import Parameters
import Statistics
import TestSupport
import Testing

/// Areas that add up to another area add up to it in everything that is counted or paid.
@Suite struct AreaModelTests {
  static let model = Result { try model(effects: InventedEffects.effects(of: shares.get().areas)) }
  static let shares = AuthoritySharesTests.shares

  static func model(effects: AreaEffects) throws -> AreaModel {
    try AreaModel(
      of: CohortModel(Assumptions(inputs: ProjectionSample.inputs.get())),
      within: ProjectionSample.baseline.get(), shares: shares.get(), effects: effects)
  }

  static func projection(_ area: Area) throws -> Projection {
    try model.get().projection(of: area)
  }

  /// Everything additive that a projection gives, in a fixed order.
  static func figures(_ projection: Projection) -> [Uncertain] {
    var all: [Uncertain] = []
    for year in projection.years {
      for group in ChildGroup.allCases {
        let care = year.groups[group]!
        all += [care.stock.children, care.entries, care.childYears, care.moves].joined().joined()
        for reason in ExitReason.allCases {
          all += BirthCohort.ages.map { care.exited(reason, at: [$0]) }
        }
        all += care.exitsAtEighteen + care.placementsSoFar()
      }
    }
    for year in projection.careLeavers {
      for age in CareLeaverAge.allCases {
        all += CareLeaverActivity.allCases.map { year.activity[age]![$0]! }
        all += CareLeaverAccommodation.allCases.map { year.accommodation[age]![$0]! }
      }
    }
    for line in projection.spending.lines {
      all += [projection.outturn.amounts[line.id]!.gross, projection.outturn.amounts[line.id]!.net]
      for year in projection.financialYears {
        let amount = projection.spending.cash(line: line.id, in: year)
        all += [amount.gross, amount.income]
      }
    }
    for year in projection.gap.years {
      all += [year.spending, year.funding, year.gap, year.cumulative]
    }
    return all
  }

  /// In the central run and in every draw.
  static func expectSum(_ parts: [Projection], are whole: Projection) {
    let wholes = figures(whole)
    var sums = wholes.map { _ in Uncertain.zero }
    for part in parts {
      for (index, figure) in figures(part).enumerated() { sums[index] += figure }
    }
    // A gap is a small difference of large amounts.
    let scale = 1e-12 * whole.gap.years.map { abs($0.spending) }.max()!
    for (sum, figure) in zip(sums, wholes) {
      for draw in 0..<(figure.draws ?? 1) {
        expectClose(
          sum[draw], figure[draw], relative: 1e-10, absolute: abs(figure) > 1e6 ? scale : 1e-7)
      }
    }
  }

  @Test func regionsAddUpToEngland() throws {
    let regions = try Self.shares.get().areas.regions.map(Self.projection)
    Self.expectSum(regions, are: try ProjectionSample.baseline.get())
  }

  @Test func authoritiesAddUpToTheirRegion() throws {
    let areas = try Self.shares.get().areas
    let region = try areas.named("East of England")
    Self.expectSum(
      try areas.authorities(in: region).map(Self.projection), are: try Self.projection(region))
  }

  /// All authorities together are England, whatever they differ in.
  @Test func theWholeIsItself() throws {
    Self.expectSum([try Self.projection(.england)], are: try ProjectionSample.baseline.get())
  }

  /// Also where England's rates and the authorities' effects are drawn.
  @Test func drawsAddUp() throws {
    let inputs = try ProjectionSample.inputs.get()
    let model = CohortModel(
      try Assumptions(
        inputs: inputs,
        drawn: DrawnValues(
          of: inputs.parameters, in: ParameterDraws(seed: 1, draws: 0...2))))
    let england = try model.projection(through: 2027)
    let areas = try Self.shares.get().areas
    let parts = try AreaModel(
      of: model, within: england, shares: Self.shares.get(),
      effects: InventedEffects.effects(of: areas))
    let region = try areas.named("South East")
    let whole = try parts.projection(of: region)
    #expect(whole.years[0].stock.total.draws == 3)
    Self.expectSum(try areas.authorities(in: region).map(parts.projection), are: whole)
    Self.expectSum(try areas.regions.map(parts.projection), are: england)
  }

  /// Without effects an authority feels England's rates: what leaves it is in proportion to whom it has.
  @Test func withoutEffectsTheFirstYearIsAsBalancedAsEnglands() throws {
    let england = try ProjectionSample.baseline.get()
    let model = try Self.model(effects: .none)
    func growth(_ projection: Projection) -> Double {
      let opening = ChildGroup.allCases.map { projection.opening[$0]!.total.central }.reduce(0, +)
      return projection.years[0].stock.total.central / opening
    }
    for name in ["Leeds", "Surrey", "Camden", "Cornwall"] {
      let area = try Self.shares.get().areas.named(name)
      // What authorities have too much or too little of together is divided among them.
      expectClose(growth(try model.projection(of: area)), growth(england), relative: 0.02)
    }
  }

  /// Starts above ceasings make an authority grow, and more care leavers NEET are more.
  @Test func effectsActInTheirDirection() throws {
    let area = try Self.shares.get().areas.named("Leeds")
    func projection(_ effect: AreaEffect, _ value: Double) throws -> Projection {
      try Self.model(
        effects: InventedEffects.effect(effect, value, in: area, of: Self.shares.get().areas)
      ).projection(of: area)
    }
    let usual = try Self.model(effects: .none).projection(of: area)
    func expectMore(
      _ effect: AreaEffect, _ figure: (Projection) -> Double
    ) throws {
      let more = figure(try projection(effect, 0.3)), less = figure(try projection(effect, -0.3))
      #expect(more > figure(usual) && figure(usual) > less, "\(effect.id)")
    }
    try expectMore(.balance) { $0.years[0].stock.total.central }
    try expectMore(.turnover) { $0.years[0].sum(\.exited).central }
    try expectMore(.turnover) { $0.years[0].sum(\.entered).central }
    try expectMore(.threeOrMore) { $0.years[0].placementsSoFar()[2].central }
    for group in CareLeaverAgeGroup.allCases {
      try expectMore(.neet(group)) { $0.careLeavers[0].neet(group).central }
    }
    // Starts and ceasings exp(0.2) times England's per child, but for the mean of all authorities.
    let high = try projection(.turnover, 0.2).years[0]
    expectClose(
      high.sum(\.exited).central / usual.years[0].sum(\.exited).central, exp(0.2), relative: 0.02)
  }

  /// How many placements children have had has the odds that the authority's effect gives England's,
  /// and children add up to those on 31 March.
  @Test func placementsHaveTheOddsOfTheirEffect() throws {
    let area = try Self.shares.get().areas.named("Leeds")
    let model = try Self.model(
      effects: InventedEffects.effect(.threeOrMore, 0.4, in: area, of: Self.shares.get().areas))
    let (year, england) = try (
      model.projection(of: area).years[0], ProjectionSample.baseline.get().years[0]
    )
    for group in ChildGroup.allCases {
      for since in InCareSince.allCases {
        func odds(_ year: ProjectedYear) -> Double {
          let counts = year.groups[group]!.placementsSoFar(since).map(\.central)
          return counts[2] / (counts[0] + counts[1])
        }
        // What authorities have too many of together is divided among them.
        expectClose(odds(year), odds(england) * exp(0.4), relative: 0.02)
      }
    }
    expectClose(year.placementsSoFar().sum().central, year.stock.total.central, relative: 1e-12)
  }

  /// The smallest authorities can be projected too.
  @Test(arguments: ["City of London", "Isles of Scilly", "Rutland"])
  func everyFigureOfASmallAuthorityIsFinite(name: String) throws {
    let area = try Self.shares.get().areas.named(name)
    let projection = try Self.projection(area)
    for figure in Self.figures(projection) { #expect(figure.isFinite) }
    for year in projection.years {
      for group in ChildGroup.allCases {
        #expect(year.groups[group]!.placementsSoFar().allSatisfy { $0 >= -1e-12 })
      }
    }
    #expect(projection.longTermStability.allSatisfy { (0...1).contains($0) })
    #expect(projection.years.last!.stock.total > 0)
  }
}
