import Parameters
import Statistics

extension Workload {
  /// Weeks in a year, leap years averaged: what turns child-years into child-weeks.
  public static let weeksPerYear = 365.25 / 7

  /// The workload of a projected year.
  ///
  /// Child-weeks are the time in care of both groups of children. Care leavers aged 19 to 21 are
  /// the mean of those counted at either end of the year, asylum-seeking children the mean stock
  /// of the year, special guardianship the stock at its end, population that of its 30 June.
  ///
  /// - Parameters:
  ///   - year: A projected year.
  ///   - placements: Placement types in the order of its lists.
  ///   - population: Children aged 0 to 17 on the 30 June within the year.
  ///   - careLeavers: Care leavers aged 19 to 21 in the year before and in this one.
  ///   - specialGuardianship: Children under a special guardianship order at the end of the year.
  init(
    _ year: ProjectedYear, placements: [PlacementType], population: Uncertain,
    careLeavers: (before: Uncertain, now: Uncertain), specialGuardianship: Uncertain
  ) {
    let time = year.groups.mapValues(\.childYearsByPlacement)
    let weeks = placements.indices.map { placement in
      ChildGroup.allCases.map { time[$0]![placement] }.sum() * Self.weeksPerYear
    }
    self.init(
      childWeeks: Dictionary(uniqueKeysWithValues: zip(placements.map(\.id), weeks)),
      quantities: [
        "population-0-17": population,
        "care-leavers-19-21": (careLeavers.before + careLeavers.now) / 2,
        "asylum-seeking-children":
          time[.asylumSeeking]!.sum(),
        "special-guardianship-children": specialGuardianship,
      ])
  }

  /// The workload of the last year of outturn, 2023-24, which published spending is divided by.
  ///
  /// Child-weeks are the mean of the stocks at either end of the year: the opening stock, and the
  /// same taken back a year by how each published heading changed,
  /// `w[p] = W · n[p] · (1 + c[h] / d[h]) / 2`, with `c` and `d` the children of the heading of `p`
  /// on the two days. Placement types that share a heading keep their shares of it, which are not
  /// published for both days in one release; supported accommodation and *other* share one,
  /// because children were moved between the two headings within the year.
  ///
  /// - Parameters:
  ///   - stock: Children on the opening 31 March by placement type, n.
  ///   - inputs: Published figures of both days.
  ///   - careLeavers: Care leavers aged 19 to 21 in the opening year.
  ///   - specialGuardianship: Children under a special guardianship order at the end of the year.
  init(
    endingIn stock: CareStock, inputs: CareModelInputs, careLeavers: Uncertain,
    specialGuardianship: Uncertain
  ) {
    let weeks = zip(inputs.placements, stock.byPlacement).map { placement, children in
      (
        placement.id,
        Self.weeksPerYear * children * Uncertain(1 + inputs.yearBefore[placement.id]!) / 2
      )
    }
    self.init(
      childWeeks: Dictionary(uniqueKeysWithValues: weeks),
      quantities: [
        "population-0-17": Uncertain(inputs.basePopulation),
        "care-leavers-19-21": (Uncertain(inputs.careLeaversYearBefore) + careLeavers) / 2,
        "asylum-seeking-children": Uncertain(inputs.baseAsylumSeeking),
        "special-guardianship-children": specialGuardianship,
      ])
  }
}
