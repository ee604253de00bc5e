import CareModel
import Datasets
import Parameters
import Statistics
import TestSupport
import Testing

/// A tile of draws is its runs, computed together.
@Suite struct ProjectionDrawsTests {
  static let last = 2027
  static let count = 11
  static let tile = Result { try projection(0..<count) }

  static func projection(_ draws: Range<Int>) throws -> Projection {
    let inputs = try ProjectionSample.inputs.get()
    let drawn = try DrawnValues(
      of: inputs.parameters, in: ParameterDraws(seed: 1, draws: draws),
      fit: ProjectionSample.data.get().fittedDistribution())
    return try CohortModel(Assumptions(inputs: inputs, drawn: drawn)).projection(through: last)
  }

  /// What is compared to the bit: children by age and placement, flows, care leavers, money.
  static func numbers(of projection: Projection) -> [(name: String, number: Uncertain)] {
    var numbers: [(String, Uncertain)] = []
    for year in projection.years {
      for (place, row) in year.stock.children.enumerated() {
        numbers += row.map { ("stock aged \(place), \(year.year)", $0) }
      }
      numbers.append(("entered, \(year.year)", year.sum(\.entered)))
      numbers.append(("exited, \(year.year)", year.sum(\.exited)))
      for row in year.groups[.otherChildren]!.moves {
        numbers += row.map { ("moves, \(year.year)", $0) }
      }
    }
    for leavers in projection.careLeavers {
      for group in CareLeaverAgeGroup.allCases {
        numbers.append(("NEET, \(group), \(leavers.year)", leavers.neetShare(group)!))
      }
    }
    for year in projection.gap.years {
      numbers.append(("gap, \(year.year)", year.cumulative))
      let spending = projection.spending.cash(in: year.year)
      numbers += [
        ("gross, \(year.year)", spending.gross), ("income, \(year.year)", spending.income),
      ]
      numbers.append(("real, \(year.year)", projection.spending.real(in: year.year).net))
    }
    return numbers
  }

  @Test func drawZeroIsTheProjectionWithoutDraws() throws {
    let plain = try Self.numbers(of: ProjectionSample.baseline.get())
    let drawn = try Self.numbers(of: Self.tile.get())
    #expect(plain.count == drawn.count)
    for (plain, drawn) in zip(plain, drawn) {
      guard case .known(let number) = plain.number else {
        Issue.record("\(plain.name) is drawn")
        continue
      }
      #expect(number.bitPattern == drawn.number.central.bitPattern, "\(plain.name)")
    }
  }

  @Test func drawsByThemselvesAreThoseOfTheTile() throws {
    let tile = try Self.numbers(of: Self.tile.get())
    let part = try Self.numbers(of: Self.projection(3..<5))
    for (whole, part) in zip(tile, part) {
      for (draw, place) in [(3, 0), (4, 1)] {
        #expect(
          whole.number[draw].bitPattern == part.number[place].bitPattern,
          "\(whole.name), draw \(draw)")
      }
    }
  }

  @Test func drawsDiffer() throws {
    let projection = try Self.tile.get()
    for number in [
      projection.years[2].stock.total, projection.gap.years[2].cumulative,
      projection.careLeavers[2].neetShare(.nineteenToTwentyOne)!,
    ] {
      #expect(Set((0..<Self.count).map { number[$0] }).count == Self.count, "\(number)")
    }
  }

  @Test func childrenAreConservedInEveryDraw() throws {
    let projection = try Self.tile.get()
    var before = projection.opening.values.reduce(0) { $0 + $1.total }
    for year in projection.years {
      let after = before + year.sum(\.entered) - year.sum(\.exited)
      for draw in 0..<Self.count {
        #expect(
          ProjectionSample.agree(year.stock.total[draw], after[draw]),
          "\(year.year), draw \(draw)")
      }
      before = year.stock.total
    }
  }
}
