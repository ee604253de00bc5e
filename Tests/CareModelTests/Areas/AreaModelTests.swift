import CareModel
import Parameters
import Statistics
import TestSupport
import Testing

/// Areas that add up to another area add up to it in everything that is counted or paid.
@Suite struct AreaModelTests {
  static let model = Result {
    try AreaModel(
      of: CohortModel(Assumptions(inputs: ProjectionSample.inputs.get())),
      within: ProjectionSample.baseline.get())
  }

  static func projection(_ area: Area) throws -> Projection {
    try model.get().projection(of: AuthoritySharesTests.shares.get().shares(of: area))
  }

  /// Everything additive that a projection gives, in a fixed order.
  static func figures(_ projection: Projection) -> [Double] {
    var all: [Uncertain] = []
    for year in projection.years {
      for group in ChildGroup.allCases {
        let care = year.groups[group]!
        let tables = [care.stock.children, care.entries, care.childYears, care.moves] + care.exits
        all += tables.joined().joined()
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
    return all.map(\.central)
  }

  static func expectSum(_ parts: [Area], are whole: Projection) throws {
    var sums = figures(whole).map { _ in 0.0 }
    for part in parts {
      for (index, figure) in figures(try projection(part)).enumerated() { sums[index] += figure }
    }
    // A gap is a small difference of large amounts.
    let scale = 1e-12 * whole.gap.years.map { abs($0.spending.central) }.max()!
    for (sum, figure) in zip(sums, figures(whole)) {
      expectClose(sum, figure, relative: 1e-10, absolute: abs(figure) > 1e6 ? scale : 1e-9)
    }
  }

  @Test func regionsAddUpToEngland() throws {
    try Self.expectSum(
      AuthoritySharesTests.shares.get().areas.regions, are: ProjectionSample.baseline.get())
  }

  @Test func authoritiesAddUpToTheirRegion() throws {
    let areas = try AuthoritySharesTests.shares.get().areas
    let region = try areas.named("East of England")
    try Self.expectSum(areas.authorities(in: region), are: Self.projection(region))
  }

  /// England as an area of itself is England.
  @Test func theWholeIsItself() throws {
    let whole = try Self.projection(.england)
    expectClose(
      Self.figures(whole), Self.figures(try ProjectionSample.baseline.get()), relative: 1e-10,
      absolute: 1e-3)
  }

  /// The smallest authorities can be projected too.
  @Test(arguments: ["City of London", "Isles of Scilly", "Rutland"])
  func everyFigureOfASmallAuthorityIsFinite(name: String) throws {
    let area = try AuthoritySharesTests.shares.get().areas.named(name)
    let projection = try Self.projection(area)
    for figure in Self.figures(projection) { #expect(figure.isFinite) }
    #expect(projection.longTermStability.allSatisfy { (0...1).contains($0) })
    #expect(projection.years.last!.stock.total > 0)
  }
}
