import Foundation
import LinearAlgebra
public import Parameters

/// What a projection rests on besides its parameters: everything published that it needs, read once
/// and never changed by a scenario. Nothing below it reads a file.
public struct CareModelInputs: Sendable {
  /// The 31 March on which projections open that name no other: the end of the last year with data.
  public static let openingYear = Opening.latest.year

  /// On which 31 March projections open, and what they hold. What money rests on is of the latest
  /// opening, and is not read by projections from another.
  public let opening: Opening

  /// Placement types in order.
  public let placements: [PlacementType]
  /// Spending lines in the order of table A1.
  public let lines: [SpendingLine]
  /// Parameters as read, before any scenario.
  public let parameters: ParameterSet
  /// Children in the population.
  public let population: Population
  /// Spending of 2023-24 as published.
  public let outturn: SpendingOutturn
  /// Published GDP deflator and its official forecast.
  public let deflator: Series
  /// Published ceasings at the ages that make care leavers, of the opening year and the one before.
  public let leavers: [Int: PublishedLeavers]
  /// Children of the published heading of a placement type a year before the opening 31 March, over
  /// those on it; by placement type, > 0.
  public let yearBefore: [String: Double]
  /// Children aged 0 to 17 on the 30 June within the last year of outturn.
  public let basePopulation: Double
  /// Asylum-seeking children in care, mean of either end of the last year of outturn.
  public let baseAsylumSeeking: Double
  /// Care leavers aged 19 to 21 in the year before the opening year.
  public let careLeaversYearBefore: Double
  /// Share with one placement in the opening year among children in care throughout it, 0 to 1.
  public let settledShare: Double
  /// Special guardianship orders among exits for special guardianship, which also hold residence
  /// and child arrangements orders, in the opening year. Share, 0 to 1.
  public let specialGuardianshipShare: Double

  /// Reads everything from a data folder.
  ///
  /// - Parameters:
  ///   - data: The folder.
  ///   - start: On which 31 March projections open.
  /// - Throws: `InputError` where a file is wrong or a figure is missing.
  public init(from data: DataFolder, at start: Opening = .latest) throws {
    self.opening = start
    let opening = Self.openingYear
    let before = opening - 1
    placements = try PlacementType.all(in: data.url.appendingPathComponent("placements"))
    lines = try SpendingLine.read(
      data.url.appendingPathComponent("spending-lines.yaml"), as: "spending-lines.yaml")
    let spent = Background { [lines] in
      try SpendingOutturn(year: SpendingAssumptions.baseYear, lines: lines, from: data)
    }
    parameters = try data.parameters(at: start)
    population = try Population(from: data, at: start)
    basePopulation = try population.children(inReportingYear: opening).reduce(0, +)
    deflator = try data.series("gdp-deflator")
    leavers = [
      before: try PublishedLeavers(year: before, from: data),
      opening: try PublishedLeavers(year: opening, from: data),
    ]
    yearBefore = try Self.change(
      of: placements, from: opening, to: before,
      in: data.series("children-looked-after-by-placement"))
    let asylum = try data.series("children-looked-after-asylum-seeking")
    baseAsylumSeeking =
      try
      (asylum.required(year: before, ["asylum-seeking"])
      + asylum.required(year: opening, ["asylum-seeking"])) / 2
    careLeaversYearBefore = try data.series("care-leavers-activity")
      .required(year: before, [CareLeaverAgeGroup.nineteenToTwentyOne.rawValue, "Total"])
    let stability = try data.series("placement-stability-by-group")
    settledShare =
      try stability.required(year: opening, ["whole-year", "1"])
      / stability.required(year: opening, ["whole-year", "Total"])
    let reasons = try data.series("children-ceasing-by-reason")
    let published = try ExitReason.specialGuardianship.publishedReasons.reduce(0) {
      try $0 + reasons.required(year: opening, [$1])
    }
    specialGuardianshipShare =
      try reasons.required(year: opening, [ExitReason.specialGuardianship.rawValue]) / published
    outturn = try spent.value()
  }

  /// Children of the headings of each placement type in one year over those in another. Types that
  /// share a heading are taken together.
  private static func change(
    of placements: [PlacementType], from year: Int, to other: Int, in series: Series
  ) throws -> [String: Double] {
    try placements.reduce(into: [:]) { ratios, placement in
      let together = placements.filter {
        !Set($0.publishedHeadings).isDisjoint(with: placement.publishedHeadings)
      }
      let headings = Set(together.map { $0.publishedHeadings[0] }).sorted()
      func children(_ year: Int) throws -> Double {
        try headings.reduce(0) { try $0 + series.required(year: year, [$1]) }
      }
      ratios[placement.id] = try children(other) / children(year)
    }
  }
}
