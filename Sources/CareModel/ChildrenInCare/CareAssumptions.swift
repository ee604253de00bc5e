import Foundation
public import Parameters
public import Statistics

/// Reads what drives children in care from the assumptions of a run.
///
/// The ids are those of `Datasets/parameters/children-in-care.yaml` and
/// `Datasets/fitted/children-in-care.yaml`.
public struct CareAssumptions: Sendable {
  /// Placement types in order.
  public let placements: [PlacementType]

  private let parameters: DrawnParameters

  /// The 31 March from which fitted trends run on, damped.
  private let lastObserved: Int

  /// Creates the assumptions.
  public init(placements: [PlacementType], parameters: DrawnParameters, lastObserved: Int) {
    self.placements = placements
    self.parameters = parameters
    self.lastObserved = lastObserved
  }

  /// The rates of a projected year.
  ///
  /// A rate is its value on the 1 April that opens the year times the fitted trend carried on and
  /// damped: `exp(τ (d + d² + … + dⁿ))` in the n-th year after the last observed one. In draws the
  /// levels of all flows also move away from their trends by innovations, and exits in each age
  /// group away from all exits.
  ///
  /// - Parameter year: The reporting year.
  public func rates(in year: Int) throws -> CareRates {
    try rates(
      on: FinancialYear(startingIn: year - 1).start, trendYears: max(year - lastObserved, 0))
  }

  /// The rates of the last observed year, from which trends run on.
  public func referenceRates() throws -> CareRates {
    try rates(on: FinancialYear(startingIn: lastObserved).start, trendYears: 0)
  }

  private func rates(on day: Day, trendYears: Int) throws -> CareRates {
    func number(_ id: String, _ keys: String...) throws -> Uncertain {
      try parameters.value(of: id, on: day, keys)
    }
    func table(_ id: String, _ rows: [String], _ columns: [String]) throws -> [[Uncertain]] {
      let numbers = try parameters.values(
        of: id, on: day, rows.flatMap { row in columns.map { [row, $0] } })
      return rows.indices.map {
        Array(numbers[$0 * columns.count..<($0 + 1) * columns.count])
      }
    }
    let ids = placements.map(\.id)
    let ages = AgeGroup.allCases.map(\.rawValue)
    let reasons = ExitReason.allCases.map(\.rawValue)
    let span = dampedYears(trendYears, damping: try number("trend.damping"))
    let persistence = try number("innovations.persistence")
    func innovation(_ name: String, deviation: Uncertain) -> Uncertain {
      parameters.innovation(
        of: name, years: trendYears, deviation: deviation, persistence: persistence)
    }
    func innovation(of flow: CareFlow) throws -> Uncertain {
      innovation(
        flow.rawValue, deviation: try number("innovations.deviation", flow.rawValue))
    }
    func level(of flow: CareFlow) throws -> Uncertain {
      exp(try number("\(flow.rawValue).trend") * span + innovation(of: flow))
    }
    let entryLevel = try level(of: .entries)
    let exitLevel = try level(of: .exits)
    let exitAgeDeviation = try number("innovations.exit-age-deviation")
    let exitLevels = ExitAgeGroup.allCases.map {
      exitLevel * exp(innovation("exits.\($0.rawValue)", deviation: exitAgeDeviation))
    }
    let moveLevel = try level(of: .moves)
    var rates = CareRates(
      entryRate: try ages.map { try number("entries.rate", $0) * entryLevel },
      entrySlope: try ages.map { try number("entries.age-slope", $0) },
      firstYearShare: try number("entries.first-year-share"),
      entryPlacement: try ids.map { try number("entries.placement-weight", $0) },
      asylumEntries: try number("asylum.entries") * exp(innovation(of: .asylum)),
      asylumEntryAge: try parameters.shares(
        of: "asylum.entry-age", on: day, BirthCohort.ages.map { [String($0)] }),
      asylumEntryPlacement: try parameters.shares(
        of: "asylum.entry-placement", on: day, ids.map { [$0] }),
      exitRate: try reasons.map { reason in
        try ExitAgeGroup.allCases.map {
          try number("exits.\(reason).rate", $0.rawValue) * exitLevels[$0.index]
        }
      },
      exitPlacementFactor: try table("exits.placement-factor", reasons, ids),
      asylumExitRate: try number("asylum.exit-rate"),
      moveRate: try table("moves.rate", ids, ids),
      placementAge: try table("placement.age-profile", ids, ages),
      moveFactor: try table(
        "moves.factor", ["on-1-april", "entered-since"], ["1", "2", "3-or-more"]))
    rates.drift(
      placements: try ids.map { try number("placement.trend", $0) * span },
      moves: try number("moves.multiplier") * moveLevel)
    return rates
  }

  /// The opening stock of each group of children.
  public func openingStock() throws -> [ChildGroup: CareStock] {
    let day = FinancialYear(startingIn: lastObserved).start
    return try ChildGroup.allCases.reduce(into: [:]) { stocks, group in
      let numbers = try parameters.values(
        of: "opening-stock", on: day,
        BirthCohort.ages.flatMap { age in
          placements.map { [group.rawValue, String(age), $0.id] }
        })
      stocks[group] = CareStock(
        BirthCohort.ages.map {
          Array(numbers[$0 * placements.count..<($0 + 1) * placements.count])
        })
    }
  }
}

/// The years for which a damped trend has run: `d + d² + … + dⁿ`.
///
/// - Parameters:
///   - years: Years n since the last observed one, ≥ 0.
///   - damping: What is left of a trend from one year to the next, 0 to 1.
public func dampedYears(_ years: Int, damping: Uncertain) -> Uncertain {
  (0..<years).reduce(0) { sum, _ in damping * (1 + sum) }
}
