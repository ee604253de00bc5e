public import Parameters
import Statistics

extension SpendingAssumptions {
  /// The year whose prices the unit costs of `Datasets/parameters/spending.yaml` are in.
  public static let baseYear = FinancialYear(startingIn: 2023)

  /// Assumptions from the parameters of a run.
  ///
  /// `unit-cost.<line>` by placement, or `unit-cost.line` for lines with another driver, each on 1
  /// April of the year; `unit-cost.own-home-ratio` on the placement `childrens-home-own` of
  /// `residential-care`; `spending.income-share`; and `price.drift.<line>`, `price.innovation.<line>`,
  /// `price.damping` and `price.persistence` of the year after `baseYear`.
  ///
  /// - Parameters:
  ///   - parameters: Parameters, with the changes of a scenario.
  ///   - lines: Lines as `SpendingLine.read` gives them.
  ///   - deflator: General prices.
  ///   - years: Years wanted, from `baseYear` on.
  /// - Throws: `InputError` where a parameter or a category is missing, `SpendingFaults` where a
  ///   value cannot be used.
  public init(
    from parameters: DrawnParameters, lines: [SpendingLine], deflator: Deflator,
    years: [FinancialYear]
  ) throws {
    let next = SpendingAssumptions.baseYear.advanced(by: 1).start
    let damping = try parameters.value(of: "price.damping", on: next)
    let persistence = try parameters.value(of: "price.persistence", on: next)
    let ahead = years.map { max(SpendingAssumptions.baseYear.distance(to: $0), 0) }
    var indices: [String: PriceIndex] = [:]
    for line in lines {
      let moves = parameters.innovations(
        of: "price.\(line.id)", through: ahead.max() ?? 0,
        deviation: try parameters.value(of: "price.innovation.\(line.id)", on: next),
        persistence: persistence)
      indices[line.id] = PriceIndex(
        base: SpendingAssumptions.baseYear,
        drift: try parameters.value(of: "price.drift.\(line.id)", on: next), damping: damping,
        moves: Dictionary(uniqueKeysWithValues: zip(years, ahead.map { moves[$0] })),
        deflator: deflator)
    }
    var prices: [FinancialYear: SpendingPrices] = [:]
    for year in years {
      prices[year] = try SpendingPrices(from: parameters, lines: lines, on: year.start)
    }
    try self.init(lines: lines, basePrices: prices, indices: indices, deflator: deflator)
  }
}

extension SpendingPrices {
  /// Unit costs in prices of `SpendingAssumptions.baseYear` as the parameters give them on a day.
  init(from parameters: DrawnParameters, lines: [SpendingLine], on day: Day) throws {
    self.init(weekly: [:], yearly: [:], incomeShares: [:])
    let ownRatio = try parameters.value(of: "unit-cost.own-home-ratio", on: day)
    for line in lines {
      incomeShares[line.id] = try parameters.value(
        of: "spending.income-share", on: day, [line.id])
      switch line.driver {
      case .childWeeks(let placements):
        var costs: [String: Uncertain] = [:]
        for placement in placements {
          costs[placement] = try parameters.value(
            of: "unit-cost.\(line.id)", on: day, [placement])
        }
        if line.id == "residential-care", let own = costs["childrens-home-own"] {
          costs["childrens-home-own"] = own * ownRatio
        }
        weekly[line.id] = costs
      case .quantity:
        yearly[line.id] = try parameters.value(of: "unit-cost.line", on: day, [line.id])
      }
    }
  }
}
