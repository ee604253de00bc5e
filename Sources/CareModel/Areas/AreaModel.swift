import Parameters
import Statistics

/// Projects areas at England's rates and prices, one at a time.
///
/// What an area's projection depends on is its shares, England's projection and the parameters behind
/// it, nothing else. Counts and amounts are linear in the shares, so that the authorities of a region
/// add up to it and the regions to England; shares of a whole, such as the share with one placement,
/// and the split of a gap are not.
///
/// Apportioned, and to be flagged wherever they are shown: the spending of the opening year (England's
/// by line, in proportion to the area's workload at England's unit costs), funding, reserves and the
/// reform programme (England's, in proportion to that net spending).
public struct AreaModel: Sendable {
  /// England under the same assumptions.
  public let england: Projection
  private let model: CohortModel
  /// By projected year.
  private let responses: [[ChildGroup: CareYearResponse]]
  /// Children in England's population, by projected year.
  private let population: [Double]
  private let leavers: [CareLeaverAssumptions]
  private let leaving: [Int: LeavingCare]
  private let deflator: Deflator
  private let guardianshipLeavingRate: Uncertain

  /// What drives the spending of England's last year of outturn.
  private let baseWorkload: Workload

  /// A model of areas.
  ///
  /// - Parameters:
  ///   - model: The model of England.
  ///   - england: What it projects.
  /// - Throws: What `CohortModel.projection(through:)` throws.
  public init(of model: CohortModel, within england: Projection) throws {
    let assumptions = model.assumptions
    let (parameters, inputs) = (assumptions.parameters, assumptions.inputs)
    let day = FinancialYear(startingIn: england.openingYear).start
    self.model = model
    self.england = england
    var stocks = england.opening
    responses = try england.years.map { year in
      let rates = try assumptions.childrenInCare.rates(in: year.year)
      let population = try inputs.population.children(inReportingYear: year.year)
      defer { stocks = year.stocks }
      return ChildGroup.allCases.reduce(into: [:]) { responses, group in
        responses[group] = CareYearResponse(
          advancing: stocks[group]!,
          entries: CareEntries(of: group, rates: rates, population: population), by: rates,
          of: group)
      }
    }
    population = try england.years.map {
      try inputs.population.children(inReportingYear: $0.year).reduce(0, +)
    }
    leavers = try england.years.map { try CareLeaverAssumptions(from: parameters, in: $0.year) }
    leaving = try inputs.leavers.mapValues { try LeavingCare($0, under: parameters, on: day) }
    deflator = try assumptions.deflator()
    guardianshipLeavingRate = try parameters.value(
      of: "special-guardianship.leaving-rate", on: day)
    baseWorkload = Workload(
      endingIn: england.openingStock, inputs: inputs,
      careLeavers: england.careLeaverOpening.total(.nineteenToTwentyOne),
      specialGuardianship: try parameters.value(of: "special-guardianship.children", on: day))
  }

  /// The projection of an area.
  ///
  /// - Parameter area: Its shares; more than nothing of the opening stock.
  /// - Throws: `CareLeaverFaults` where an area has no care leavers.
  public func projection(of area: AreaShares) throws -> Projection {
    let opening = england.opening.reduce(into: [:]) { stocks, group in
      stocks[group.key] = group.value.part(area.opening[group.key]!)
    }
    let years = years(of: area, from: opening)
    let leaverOpening = try england.careLeaverOpening.part(area.careLeavers)
    let careLeavers = try careLeavers(of: area, from: leaverOpening, leaving: years)
    let base = baseWorkload(of: area, opening: opening)
    let workloads = workloads(
      of: area, years, careLeavers: (leaverOpening, careLeavers),
      guardianship: base.quantities["special-guardianship-children"]!)
    let outturn = outturn(on: base)
    let part = outturn.cash().net / england.outturn.cash().net
    let spending = Spending(
      on: workloads,
      at: SpendingAssumptions(
        lines: england.spending.lines, checked: england.prices, deflator: deflator),
      priceYear: england.spending.priceYear)
    let programme = ProgrammeSpending(
      of: england.programme.programme, part: part, priceYear: spending.priceYear,
      deflator: deflator)
    return Projection(
      openingYear: england.openingYear, placements: england.placements, opening: opening,
      years: years, longTermStability: try model.longTermStability(years),
      careLeaverOpening: leaverOpening, careLeavers: careLeavers, workloads: workloads,
      prices: england.prices, spending: spending, outturn: outturn, programme: programme,
      fundingBase: england.fundingBase, gap: gap(of: spending, with: programme, part: part))
  }

  private func years(
    of area: AreaShares, from opening: [ChildGroup: CareStock]
  ) -> [ProjectedYear] {
    var stocks = opening
    return england.years.indices.map { index in
      let groups = responses[index].reduce(into: [ChildGroup: CareYear]()) { years, group in
        years[group.key] = group.value.year(
          of: stocks[group.key]!, entries: group.value.entries.part(of: area, group.key))
      }
      stocks = groups.mapValues(\.stock)
      return ProjectedYear(year: england.years[index].year, groups)
    }
  }

  private func careLeavers(
    of area: AreaShares, from opening: CareLeaverOpening, leaving years: [ProjectedYear]
  ) throws -> [CareLeaverYear] {
    let part = area.careLeavers[.seventeenToEighteen]!
    var leaving = try leaving.mapValues {
      try LeavingCare(
        atEighteen: $0.atEighteen * part, atSixteenOrSeventeen: $0.atSixteenOrSeventeen * part)
    }
    for year in years { leaving[year.year] = try LeavingCare(year) }
    return try CareLeavers.projection(from: opening, leaving: leaving, under: leavers)
  }
}

extension AreaModel {
  /// The workload of the last year of outturn: child-weeks of the area's own stock, every other driver
  /// in proportion to what it counts.
  private func baseWorkload(
    of area: AreaShares, opening: [ChildGroup: CareStock]
  ) -> Workload {
    let asylum = ChildGroup.asylumSeeking
    let parts: [String: Uncertain] = [
      "population-0-17": Uncertain(area.population),
      "care-leavers-19-21": Uncertain(area.careLeavers[.nineteenToTwentyOne]!),
      "asylum-seeking-children": opening[asylum]!.total / england.opening[asylum]!.total,
      "special-guardianship-children": Uncertain(area.stock),
      Workload.constant: Uncertain(area.population),
    ]
    let weeks = Workload(
      endingIn: opening[.otherChildren]! + opening[asylum]!, inputs: model.assumptions.inputs,
      careLeavers: 0, specialGuardianship: 0
    ).childWeeks
    return Workload(
      childWeeks: weeks,
      quantities: baseWorkload.quantities.reduce(into: [:]) { result, quantity in
        result[quantity.key] = quantity.value * parts[quantity.key]!
      })
  }

  /// The workloads of the projected years.
  private func workloads(
    of area: AreaShares, _ years: [ProjectedYear],
    careLeavers: (opening: CareLeaverOpening, years: [CareLeaverYear]), guardianship: Uncertain
  ) -> [FinancialYear: Workload] {
    let orders = years.map { year in
      model.assumptions.inputs.specialGuardianshipShare
        * year.sum { $0.exited(.specialGuardianship) }
    }
    let guardianships = specialGuardianshipStock(
      opening: guardianship, leavingRate: guardianshipLeavingRate, orders: orders)
    let leavers =
      [careLeavers.opening.total(.nineteenToTwentyOne)]
      + careLeavers.years.map { $0.total(.nineteenToTwentyOne) }
    return years.indices.reduce(into: [:]) { result, index in
      var workload = Workload(
        years[index], placements: england.placements,
        population: Uncertain(population[index] * area.population),
        careLeavers: (before: leavers[index], now: leavers[index + 1]),
        specialGuardianship: guardianships[index])
      workload.quantities[Workload.constant] = Uncertain(area.population)
      result[years[index].financialYear] = workload
    }
  }

  /// England's outturn by line, in proportion to the workload at England's unit costs.
  private func outturn(on base: Workload) -> SpendingOutturn {
    let whole = england.outturn
    let prices = england.prices[whole.year]!
    let amounts = whole.lines.map { line in
      let (own, all) = (
        prices.amount(of: line, for: base).gross,
        prices.amount(of: line, for: baseWorkload).gross
      )
      let part = all > 0 ? own / all : base.quantities[Workload.constant]!
      return (line.id, whole.amounts[line.id]!.scaled(by: part))
    }
    return SpendingOutturn(
      year: whole.year, lines: whole.lines, amounts: Dictionary(uniqueKeysWithValues: amounts))
  }

  /// The gap, with England's funding and reserves apportioned.
  private func gap(
    of spending: Spending, with programme: ProgrammeSpending, part: Uncertain
  ) -> FundingGap {
    let years = england.gap.years
    func byYear(_ value: (FundingGap.Year) -> Uncertain) -> [FinancialYear: Uncertain] {
      Dictionary(uniqueKeysWithValues: years.map { ($0.year, value($0)) })
    }
    return FundingGap(
      spending: byYear { spending.cash(in: $0.year).net + programme.cash(in: $0.year) },
      funding: byYear { $0.funding * part }, reserves: england.gap.reserves * part)
  }
}

extension Projection {
  /// All children of the opening 31 March.
  var openingStock: CareStock { opening[.otherChildren]! + opening[.asylumSeeking]! }
}
