import Parameters

/// Published figures of the authorities, in their order.
struct AreaSeries {
  private let areas: Areas
  private let data: DataFolder
  private let year = CareModelInputs.openingYear

  /// Years of starts, and of asylum-seeking children, that are averaged.
  static let startsYears = (CareModelInputs.openingYear - 2)...CareModelInputs.openingYear

  /// What a suppressed number of asylum-seeking children is taken as: the middle of 1 to 5.
  static let suppressedAsylum = 3.0

  init(_ areas: Areas, from data: DataFolder) throws {
    self.areas = areas
    self.data = data
  }

  /// The headings under which children of placement types are published, each once.
  static func headings(of placements: [PlacementType]) -> [String] {
    placements.map { $0.publishedHeadings[0] }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// Children in the population on the 30 June within the opening year.
  func population() throws -> [Double] {
    let series = try data.series("population-by-area")
    return try areas.authorities.map { try series.required(year: year - 1, [$0.code]) }
  }

  /// Children looked after on the opening 31 March.
  func stocks(headings: [String]) throws -> [AreaStock.Published] {
    let byAge = try data.series("children-looked-after-by-area")
    let byHeading = try data.series("children-looked-after-by-area-and-placement")
    let asylum = try data.series("children-looked-after-asylum-seeking-by-area")
    let population = try data.series("population-by-area")
    return try areas.authorities.map { area in
      func total(_ code: String) throws -> Double {
        try byAge.required(year: year, [code, "Total"])
      }
      let region = area.region!.code
      return AreaStock.Published(
        total: try byAge.value(year: year, [area.code, "Total"])
          ?? total(region) * population.required(year: year - 1, [area.code])
          / population.required(year: year - 1, [region]),
        byAge: AgeGroup.allCases.map { byAge.value(year: year, [area.code, $0.rawValue]) },
        byHeading: headings.map { byHeading.value(year: year, [area.code, $0]) },
        asylumSeeking: asylum.value(year: year, [area.code]))
    }
  }

  /// Mean yearly starts of asylum-seeking children, and the years they are of.
  ///
  /// - Parameter leavingOut: Authorities of which nothing is taken.
  func arrivals(leavingOut: [Bool]) throws -> [(mean: Double, years: Int)?] {
    try means(of: "children-starting-asylum-seeking-by-area", leavingOut: leavingOut)
  }

  /// Mean number of asylum-seeking children looked after on 31 March, and the years it is of.
  ///
  /// - Parameter leavingOut: Authorities of which nothing is taken.
  func asylumStocks(leavingOut: [Bool]) throws -> [(mean: Double, years: Int)?] {
    try means(of: "children-looked-after-asylum-seeking-by-area", leavingOut: leavingOut)
  }

  private func means(
    of id: String, leavingOut: [Bool]
  ) throws -> [(mean: Double, years: Int)?] {
    let series = try data.series(id)
    return zip(areas.authorities, leavingOut).map { area, isLeftOut in
      let found = Self.startsYears.compactMap { series.entry(year: $0, [area.code]) }
      guard !isLeftOut, !found.isEmpty else { return nil }
      let sum = found.reduce(0) { $0 + ($1.value ?? Self.suppressedAsylum) }
      return (sum / Double(found.count), found.count)
    }
  }

  /// Mean yearly starts of other children by age group, and the years they are of.
  ///
  /// Suppressed ages of a year are filled as those of the stock are (``SuppressedCounts``).
  ///
  /// - Parameters:
  ///   - arrivalAges: Share of asylum-seeking starts in each age group; adding up to 1.
  ///   - leavingOut: Authorities of which nothing is taken.
  /// - Returns: By age group and authority.
  func entries(
    arrivalAges: [Double], leavingOut: [Bool]
  ) throws -> [[(mean: Double, years: Int)?]] {
    let series = try data.series("children-starting-by-area")
    let arrivals = try arrivals(leavingOut: leavingOut)
    let ages = AgeGroup.allCases.map(\.rawValue)
    var sums = areas.authorities.map { _ in [Double](repeating: 0, count: ages.count) }
    var years = areas.authorities.map { _ in 0 }
    for year in Self.startsYears {
      let present = areas.authorities.indices.filter { index in
        let code = areas.authorities[index].code
        return !leavingOut[index] && series.value(year: year, [code, "Total"]) != nil
          && series.entry(year: year, [code, ages[0]]) != nil
      }
      let codes = present.map { areas.authorities[$0].code }
      let filled = SuppressedCounts.filled(
        codes.map { code in ages.map { series.value(year: year, [code, $0]) } },
        totals: try codes.map { try series.required(year: year, [$0, "Total"]) },
        nation: try ages.map { try series.required(year: year, [Area.england.code, $0]) })
      for (index, row) in zip(present, filled) {
        sums[index] = zip(sums[index], row).map { $0 + $1 }
        years[index] += 1
      }
    }
    return ages.indices.map { age in
      areas.authorities.indices.map { index in
        guard years[index] > 0 else { return nil }
        let all = sums[index][age] / Double(years[index])
        let asylum = (arrivals[index]?.mean ?? 0) * arrivalAges[age]
        return (max(0, all - asylum), years[index])
      }
    }
  }

  /// Shares of the care leavers of an age group.
  ///
  /// - Parameter others: What authorities without a published number are taken in proportion to.
  func careLeavers(_ group: CareLeaverAgeGroup, following others: [Double]) throws -> [Double] {
    let series = try data.series("care-leavers-by-area")
    let numbers = areas.authorities.map { area -> Double? in
      series.value(year: year, [area.code, group.rawValue]).flatMap { $0 > 0 ? $0 : nil }
    }
    let known = numbers.indices.filter { numbers[$0] != nil }
    let ratio =
      known.reduce(0) { $0 + numbers[$1]! } / known.reduce(0) { $0 + others[$1] }
    let all = zip(numbers, others).map { $0 ?? $1 * ratio }
    let sum = all.reduce(0, +)
    return all.map { $0 / sum }
  }
}
