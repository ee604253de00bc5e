import CareModel
import TestSupport
import Statistics
import Foundation
import Parameters
import Testing

/// From the parameters of a run to the rates of a year, with two placement types and invented
/// numbers that tell every cell from every other.
@Suite struct ChildrenInCareAssumptionsTests {
  static let ids = ["first", "second"]

  static func placement(_ id: String, position: Int) -> PlacementType {
    PlacementType(
      id: id, label: id, position: position, setting: .family, publishedHeadings: ["heading"],
      placementCodes: [], providerCodes: [])
  }

  /// A parameter whose cells are `first`, `first + step`, … in the order of the categories.
  static func parameter(
    _ id: String, by categories: [[String]] = [], first: Double, step: Double = 0
  ) throws -> Parameter {
    let keys = categories.reduce([[]]) { keys, next in
      keys.flatMap { key in next.map { key + [$0] } }
    }
    let unit = try #require(MeasurementUnit(id: "number"))
    return try Parameter(
      id: id, label: id, unit: unit, by: categories.indices.map { "dimension-\($0)" },
      valid: -1000...1000, afterLast: .hold,
      values: [
        DatedValue(
          from: FinancialYear(startingIn: 2018).start, basis: .assumed, reason: "Invented.",
          table: ValueTable(
            keys: keys, values: keys.indices.map { first + step * Double($0) }),
          spread: Spread(.normal, cv: 0.1))
      ])
  }

  static func parameters(trend: Double = 0, damping: Double = 0.5) throws -> ParameterSet {
    let ages = AgeGroup.allCases.map(\.rawValue)
    let exitAges = ExitAgeGroup.allCases.map(\.rawValue)
    let whole = BirthCohort.ages.map(String.init)
    let reasons = ExitReason.allCases.map(\.rawValue)
    let groups = ChildGroup.allCases.map(\.rawValue)
    var all = [
      try parameter("entries.rate", by: [ages], first: 0.001, step: 0.001),
      try parameter("entries.age-slope", by: [ages], first: -0.25, step: 0.125),
      try parameter("entries.first-year-share", first: 0.7),
      try parameter("entries.placement-weight", by: [ids], first: 1, step: 2),
      try parameter("entries.trend", first: trend),
      try parameter("exits.trend", first: -2 * trend),
      try parameter("moves.trend", first: 3 * trend),
      try parameter("placement.trend", by: [ids], first: trend, step: 4 * trend),
      try parameter("trend.damping", first: damping),
      try parameter(
        "innovations.deviation", by: [CareFlow.allCases.map(\.rawValue)], first: 0.05),
      try parameter("innovations.exit-age-deviation", first: 0.05),
      try parameter("innovations.persistence", first: 0.9),
      try parameter("moves.multiplier", first: 1.5),
      try parameter("asylum.entries", first: 900),
      try parameter("asylum.entry-age", by: [whole], first: 0, step: 1.0 / 153),
      try parameter("asylum.entry-placement", by: [ids], first: 0.25, step: 0.5),
      try parameter("asylum.exit-rate", first: 0.125),
      try parameter("exits.placement-factor", by: [reasons, ids], first: 1, step: 1),
      try parameter("moves.rate", by: [ids, ids], first: 0.5, step: 0.25),
      try parameter("placement.age-profile", by: [ids, ages], first: 0, step: 0.125),
      try parameter(
        "moves.factor", by: [["on-1-april", "entered-since"], ["1", "2", "3-or-more"]], first: 1,
        step: 0.25),
      try parameter("opening-stock", by: [groups, whole, ids], first: 0, step: 1),
    ]
    for (index, reason) in reasons.enumerated() {
      all.append(
        try parameter(
          "exits.\(reason).rate", by: [exitAges], first: Double(index + 1), step: 0.125))
    }
    return try ParameterSet(all)
  }

  private func assumptions(
    trend: Double = 0, damping: Double = 0.5, order: [String] = ids
  ) throws -> CareAssumptions {
    CareAssumptions(
      placements: order.enumerated().map { Self.placement($1, position: $0 + 1) },
      parameters: DrawnParameters(try Self.parameters(trend: trend, damping: damping)),
      lastObserved: 2024)
  }

  @Test func everyCellIsReadIntoItsPlace() throws {
    let rates = try assumptions().rates(in: 2025)
    expectClose(rates.entryRate, [0.001, 0.002, 0.003, 0.004, 0.005], "entry rates")
    #expect(rates.entrySlope == [-0.25, -0.125, 0, 0.125, 0.25])
    #expect(rates.firstYearShare == 0.7 && rates.asylumEntries == 900)
    #expect(rates.entryPlacement == [1, 3] && rates.asylumEntryPlacement == [0.25, 0.75])
    #expect(rates.asylumExitRate == 0.125)
    expectClose(rates.asylumEntryAge, (0...17).map { Double($0) / 153 }, "ages of arrival")
    #expect(rates.exitRate[0] == [1, 1.125, 1.25, 1.375, 1.5, 1.625])
    #expect(rates.exitRate.map { $0[0] } == [1, 2, 3, 4])
    #expect(rates.exitPlacementFactor == [[1, 2], [3, 4], [5, 6], [7, 8]])
    #expect(rates.moveRate == [[0.75, 1.125], [1.5, 1.875]])
    #expect(rates.placementAge[0] == [0, 0.125, 0.25, 0.375, 0.5])
    #expect(rates.placementAge[1] == [0.625, 0.75, 0.875, 1, 1.125])
    #expect(rates.moveFactor == [[1, 1.25, 1.5], [1.75, 2, 2.25]])
  }

  /// Cells are found by the ids of the placement types, in the order in which these stand.
  @Test func cellsFollowTheOrderOfThePlacements() throws {
    let rates = try assumptions(order: ["second", "first"]).rates(in: 2025)
    #expect(rates.entryPlacement == [3, 1])
    #expect(rates.moveRate == [[1.875, 1.5], [1.125, 0.75]])
    #expect(rates.exitPlacementFactor[0] == [2, 1])
  }

  /// Damped by a half: ½, ½ + ¼, ½ + ¼ + ⅛ of a year's trend; none in observed years.
  @Test func trendsAreDamped() throws {
    let flat = try assumptions()
    let rising = try assumptions(trend: 0.1)
    for (year, years) in [(2024, 0), (2025, 0.5), (2026, 0.75), (2027, 0.875)] {
      let (before, after) = (try flat.rates(in: year), try rising.rates(in: year))
      expectClose(after.entryRate[2] / before.entryRate[2], exp(0.1 * years), "entries, \(year)")
      expectClose(after.exitRate[1][3] / before.exitRate[1][3], exp(-0.2 * years), "exits, \(year)")
      expectClose(after.moveRate[1][1] / before.moveRate[1][1], exp(0.3 * years), "moves, \(year)")
      // The types' own trends are 0.1 and 0.5.
      expectClose(after.moveRate[0][1] / before.moveRate[0][1], exp(0.7 * years), "over, \(year)")
      expectClose(after.moveRate[1][0] / before.moveRate[1][0], exp(-0.1 * years), "back, \(year)")
      expectClose(
        after.entryPlacement, [exp(0.1 * years), 3 * exp(0.5 * years)], "first, \(year)")
      #expect(after.entrySlope == before.entrySlope)
      #expect(after.asylumEntries == before.asylumEntries)
    }
    let full = try assumptions(trend: 0.1, damping: 1).rates(in: 2034)
    expectClose(full.entryRate[0], 0.001 * exp(1), "ten years undamped")
    let none = try assumptions(trend: 0.1, damping: 0).rates(in: 2034)
    expectClose(none.entryRate[0], 0.001, "ten years damped at once")
  }

  @Test func theOpeningStockIsByGroupAgeAndPlacement() throws {
    let stock = try assumptions().openingStock()
    let other = try #require(stock[.otherChildren])
    let asylum = try #require(stock[.asylumSeeking])
    let numbers = (0..<72).map { Double($0) }
    #expect(Array(other.children.joined()) == Array(numbers[..<36]))
    #expect(Array(asylum.children.joined()) == Array(numbers[36...]))
  }

  /// A change of the multiplier, such as a lever's, reaches every move rate and nothing else.
  @Test func theMultiplierActsOnMovesAlone() throws {
    let before = try assumptions().rates(in: 2025)
    var after = before
    after.moveRate = before.moveRate.map { $0.map { $0 / 1.5 } }
    var parameters = try Self.parameters().all.filter { $0.id != "moves.multiplier" }
    parameters.append(try Self.parameter("moves.multiplier", first: 1))
    let rates = try CareAssumptions(
      placements: assumptions().placements, parameters: DrawnParameters(ParameterSet(parameters)),
      lastObserved: 2024
    ).rates(in: 2025)
    #expect(rates == after)
  }

  @Test func aMissingParameterIsAnErrorThatNamesIt() throws {
    for id in try Self.parameters().ids {
      let without = try ParameterSet(Self.parameters().all.filter { $0.id != id })
      let assumptions = CareAssumptions(
        placements: try assumptions().placements, parameters: DrawnParameters(without),
        lastObserved: 2024)
      let error = try #require(throws: InputError.self, "\(id)") {
        _ = try assumptions.rates(in: 2025)
        _ = try assumptions.openingStock()
      }
      #expect(error.description.contains(id), "\(error)")
    }
  }

  /// A placement type without a number anywhere.
  @Test func anUnknownPlacementIsAnError() throws {
    let error = try #require(throws: InputError.self) {
      try assumptions(order: ["first", "third"]).rates(in: 2025)
    }
    #expect(error.description.contains("third"), "\(error)")
  }
}
