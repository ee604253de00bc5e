import LinearAlgebra
public import Parameters
import Statistics

/// Projects areas as parts of England.
///
/// Every authority has its own children, and they enter and leave as its ``AreaEffects`` have it; what is
/// said of England is divided between authorities, so that those of a region add up to it and the regions
/// to England in every count and amount. Shares of a whole, such as the share with one placement, and the
/// split of a gap do not add up.
///
/// Apportioned, and to be flagged wherever they are shown: the spending of the opening year (England's
/// by line, in proportion to the area's workload at England's unit costs), funding, reserves and the
/// reform programme (England's, in proportion to that net spending). Unit costs are England's.
public struct AreaModel: Sendable {
  /// England under the same assumptions.
  public let england: Projection
  let model: CohortModel
  private let shares: AuthorityShares
  private let courses: AuthorityCourses
  private let authorityLeavers: AuthorityLeavers
  /// Children in England's population, by projected year.
  let population: [Double]
  private let leavers: [CareLeaverAssumptions]
  private let leaving: [Int: LeavingCare]
  let deflator: Deflator
  let guardianshipLeavingRate: Uncertain

  /// What drives the spending of England's last year of outturn.
  let baseWorkload: Workload

  /// A model of areas.
  ///
  /// - Parameters:
  ///   - model: The model of England.
  ///   - england: What it projects.
  ///   - shares: What part of England each area is.
  ///   - effects: In what the authorities differ from it.
  ///   - threads: How many authorities are computed at once; all cores with `nil`. It changes no
  ///     number.
  /// - Throws: What `CohortModel.projection(through:)` throws.
  public init(
    of model: CohortModel, within england: Projection, shares: AuthorityShares,
    effects: AreaEffects, threads: Int? = nil
  ) throws {
    let assumptions = model.assumptions
    let (parameters, inputs) = (assumptions.parameters, assumptions.inputs)
    let day = FinancialYear(startingIn: england.openingYear).start
    (self.model, self.england, self.shares) = (model, england, shares)
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
    let paths = AreaEffectPaths(
      effects, drawnWith: parameters, years: england.years.count)
    let authorities = shares.areas.authorities.map { shares.shares(of: $0) }
    let courses = try AuthorityCourses(
      of: authorities, in: shares.areas.regions.map { Self.members(of: $0, in: shares.areas) },
      within: england,
      responses: Self.responses(of: england, under: assumptions, threads: threads), along: paths,
      threads: threads)
    self.courses = courses
    let (before, assumed) = (leaving, leavers)
    authorityLeavers = AuthorityLeavers(
      of: try zip(authorities, courses.leaving).map { area, leaving in
        try Self.careLeavers(
          of: area, from: england.careLeaverOpening.part(area.careLeavers), before: before,
          leaving: leaving, under: assumed)
      }, within: england.careLeavers,
      effects: CareLeaverAgeGroup.allCases.reduce(into: [:]) { effects, group in
        let share = england.careLeavers[0].neetShare(group)!.central
        let all = england.careLeavers[0].total(group).central
        effects[group] = authorities.map { area in
          paths.path(
            of: .neet(group), in: area.area,
            chance: AreaEffect.chance(ofShare: share, of: area.careLeavers[group]! * all))
        }
      })
  }

  /// What each projected year does to the children of areas.
  private static func responses(
    of england: Projection, under assumptions: Assumptions, threads: Int?
  ) throws -> [[ChildGroup: CareYearResponse]] {
    try concurrently(england.years.indices, threads: threads) { place in
      let year = england.years[place].year
      let stocks = place == 0 ? england.opening : england.years[place - 1].stocks
      let rates = try assumptions.childrenInCare.rates(in: year)
      let population = try assumptions.inputs.population.children(inReportingYear: year)
      let felt = [rates] + AreaLeaning.all.map { $0.doubled(rates) }
      return ChildGroup.allCases.reduce(into: [:]) { responses, group in
        responses[group] = CareYearResponse(
          advancing: stocks[group]!,
          entries: CareEntries(of: group, rates: rates, population: population), by: felt,
          of: group)
      }
    }
  }

  /// Places of the authorities that an area is made of.
  private static func members(of area: Area, in areas: Areas) -> [Int] {
    areas.authorities.indices.filter {
      let authority = areas.authorities[$0]
      return area == .england || authority == area || authority.region?.code == area.code
    }
  }

  /// The projection of an area.
  ///
  /// - Parameter area: One of the areas, with more than nobody in care when it opens.
  /// - Throws: `CareLeaverFaults` where an area has no care leavers.
  public func projection(of area: Area) throws -> Projection {
    let members = Self.members(of: area, in: shares.areas)
    let years = england.years.map(\.year)
    if shares.areas.authorities.contains(area) {
      return try projection(
        of: shares.shares(of: area), members, courses.years(ofAuthority: members[0], years))
    }
    let regions = shares.areas.regions
    return try projection(
      of: shares.shares(of: area), members,
      courses.years(
        ofRegions: regions.indices.filter { area == .england || regions[$0] == area }, years))
  }

  private func projection(
    of area: AreaShares, _ members: [Int], _ years: [ProjectedYear]
  ) throws -> Projection {
    let opening = england.opening.reduce(into: [:]) { stocks, group in
      stocks[group.key] = group.value.part(area.opening[group.key]!)
    }
    let leaverOpening = try england.careLeaverOpening.part(area.careLeavers)
    let careLeavers = authorityLeavers.years(
      of: members,
      try Self.careLeavers(
        of: area, from: leaverOpening, before: leaving, leaving: years.map { try LeavingCare($0) },
        under: leavers))
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

  /// Care leavers at England's shares.
  private static func careLeavers(
    of area: AreaShares, from opening: CareLeaverOpening, before: [Int: LeavingCare],
    leaving: [LeavingCare], under assumed: [CareLeaverAssumptions]
  ) throws -> [CareLeaverYear] {
    let part = area.careLeavers[.seventeenToEighteen]!
    var all = try before.mapValues {
      try LeavingCare(
        atEighteen: $0.atEighteen * part, atSixteenOrSeventeen: $0.atSixteenOrSeventeen * part)
    }
    for (place, year) in leaving.enumerated() { all[opening.year + 1 + place] = year }
    return try CareLeavers.projection(from: opening, leaving: all, under: assumed)
  }
}
