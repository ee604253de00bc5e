/// Projects children in care year by year from an opening stock.
public struct CohortModel: Sendable {
  /// What drives it.
  public let assumptions: CareAssumptions

  /// Children in the population.
  public let population: Population

  /// The 31 March on which it opens.
  public let openingYear: Int

  /// Creates the model.
  public init(assumptions: CareAssumptions, population: Population, openingYear: Int) {
    self.assumptions = assumptions
    self.population = population
    self.openingYear = openingYear
  }

  /// Projects through a 31 March.
  ///
  /// - Parameter last: The last reporting year, after the opening year.
  /// - Throws: ``CareModelError`` if the horizon is not covered; `InputError` if an assumption is
  ///   missing or has no value in a year.
  public func projection(through last: Int) throws -> Projection {
    guard last > openingYear else {
      throw CareModelError.endsBeforeItOpens(opening: openingYear, last: last)
    }
    let opening = try assumptions.openingStock()
    var stocks = opening
    var years: [ProjectedYear] = []
    for year in (openingYear + 1)...last {
      let rates = try assumptions.rates(in: year)
      let people = try population.children(inReportingYear: year)
      let inputs: [ChildGroup: CareYearInput] = [
        .otherChildren: CareYearInput(otherChildren: rates, population: people),
        .asylumSeeking: CareYearInput(asylumSeeking: rates),
      ]
      let groups = try stocks.reduce(into: [ChildGroup: CareYear]()) { groups, entry in
        groups[entry.key] = try CareYear(advancing: entry.value, by: inputs[entry.key]!)
      }
      stocks = groups.mapValues(\.stock)
      years.append(ProjectedYear(year: year, groups: groups))
    }
    return Projection(
      openingYear: openingYear, opening: opening, years: years,
      placements: assumptions.placements)
  }
}
