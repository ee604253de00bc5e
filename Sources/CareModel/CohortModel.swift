import Parameters
import Statistics

/// Projects children in care and everything that follows from them, year by year.
public struct CohortModel: Sendable {
  /// What drives it.
  public let assumptions: Assumptions

  /// Creates the model.
  public init(_ assumptions: Assumptions) {
    self.assumptions = assumptions
  }

  /// Projects through a 31 March.
  ///
  /// - Parameter last: The last reporting year, after that of the opening.
  /// - Throws: ``CareModelError`` if the horizon is not covered; `InputError` if an assumption is
  ///   missing or has no value in a year; ``CareLeaverFaults`` or ``SpendingFaults`` if one cannot
  ///   be used.
  public func projection(through last: Int) throws -> Projection {
    let openingYear = assumptions.inputs.opening.year
    guard last > openingYear else {
      throw CareModelError.endsBeforeItOpens(opening: openingYear, last: last)
    }
    _ = try assumptions.inputs.population.children(inReportingYear: last)

    let care = assumptions.childrenInCare
    let opening = try care.openingStock()
    let years = try care.years(
      from: opening, on: openingYear, through: last, population: assumptions.inputs.population)
    guard assumptions.inputs.opening.coverage == .everything else {
      return Projection(
        openingYear: openingYear, placements: assumptions.inputs.placements, opening: opening,
        years: years)
    }
    let leaverOpening = try CareLeaverOpening(from: assumptions.parameters, in: openingYear)
    let leavers = try careLeavers(from: leaverOpening, leaving: years)
    let workloads = try self.workloads(
      children: (opening, years), careLeavers: (leaverOpening, leavers))
    let deflator = try assumptions.deflator()
    let prices = try spendingAssumptions(for: workloads, deflator: deflator)
    let base = SpendingAssumptions.baseYear
    let spending = Spending(on: workloads.filter { $0.key > base }, at: prices)
    let programme = ProgrammeSpending(
      of: assumptions.programme, priceYear: spending.priceYear, deflator: deflator)
    return Projection(
      openingYear: openingYear, placements: assumptions.inputs.placements, opening: opening,
      years: years, longTermStability: try longTermStability(years),
      careLeaverOpening: leaverOpening, careLeavers: leavers,
      workloads: workloads.filter { $0.key > base }, prices: prices.prices, spending: spending,
      outturn: assumptions.inputs.outturn, programme: programme,
      fundingBase: assumptions.fundingBase,
      gap: try gap(of: spending, with: programme, deflator: deflator))
  }

  private func gap(
    of spending: Spending, with programme: ProgrammeSpending, deflator: Deflator
  ) throws -> FundingGap {
    let parameters = assumptions.parameters
    let funding = try FundingAssumptions(
      from: parameters, deflator: deflator, through: spending.years.last!)
    func byYear(_ value: (FinancialYear) -> Uncertain) -> [FinancialYear: Uncertain] {
      Dictionary(uniqueKeysWithValues: spending.years.map { ($0, value($0)) })
    }
    return FundingGap(
      spending: byYear { spending.cash(in: $0).net + programme.cash(in: $0) },
      funding: byYear { funding.funding(in: $0, on: assumptions.fundingBase) },
      reserves: try parameters.value(of: "funding.reserves", on: spending.years[0].start))
  }
}

extension CareAssumptions {
  /// Children in care year by year, without anything that follows from them.
  ///
  /// - Parameters:
  ///   - stocks: Children on the opening 31 March.
  ///   - openingYear: The year of that 31 March.
  ///   - last: The last reporting year, after the opening year.
  ///   - population: Children in the population.
  /// - Returns: The years after the opening year, in order.
  /// - Throws: ``CareModelError`` past the population, if shares of a year do not add up, or if rates are too high;
  ///   `InputError` if an assumption is missing.
  public func years(
    from stocks: [ChildGroup: CareStock], on openingYear: Int, through last: Int,
    population: Population
  ) throws -> [ProjectedYear] {
    precondition(last > openingYear, "opens on 31 March \(openingYear), ends \(last)")
    var stocks = stocks
    return try ((openingYear + 1)...last).map { year in
      let rates = try rates(in: year)
      try rates.checkShares(in: year)
      try rates.checkOutflows(of: placements, in: year)
      let projected = ProjectedYear(
        year: year, advancing: stocks, by: rates,
        population: try population.children(inReportingYear: year))
      stocks = projected.stocks
      return projected
    }
  }
}
