import Statistics

/// Children of one group who enter in a year: how many at each age, and where they are first placed.
struct CareEntries: Sendable {
  /// Children who enter at each whole age. 18; each ≥ 0.
  let byAge: [Uncertain]
  /// Share of those who enter at age 0 that were born in the year.
  let firstYearShare: Uncertain
  /// First placements, cohort (0 to 18) × placement; rows add up to 1.
  let mix: [[Uncertain]]

  /// Other children: entry rates times the population at risk.
  ///
  /// - Parameters:
  ///   - rates: The year's rates.
  ///   - population: Children in the population by whole age, 0 to 17, averaged over the year.
  init(otherChildren rates: CareRates, population: [Double]) {
    precondition(population.count == BirthCohort.ages.count, "\(population.count) ages, not 18")
    let byGroup = AgeGroup.allCases.map { group in
      rates.entryRate[group.index] * group.ages.reduce(0) { $0 + population[$1] }
    }
    self.init(otherChildren: rates, byAge: rates.spread(byGroup, over: population))
  }

  /// Other children, given by whole age.
  init(otherChildren rates: CareRates, byAge: [Uncertain]) {
    precondition(byAge.count == BirthCohort.ages.count, "\(byAge.count) ages, not 18")
    let first = AgeGroup.allCases.map { group in
      Self.shares(
        rates.entryPlacement.indices.map { placement in
          rates.entryPlacement[placement] * rates.placementAge[placement][group.index]
        })
    }
    self.byAge = byAge
    firstYearShare = rates.firstYearShare
    mix = BirthCohort.all.map { cohort in
      CareYearInput.blended(cohort) { age in first[AgeGroup(holding: age).index] }
    }
  }

  /// Asylum-seeking children: a number of arrivals, spread over ages and placements by shares.
  init(asylumSeeking rates: CareRates) {
    byAge = rates.asylumEntryAge.map { $0 * rates.asylumEntries }
    firstYearShare = rates.firstYearShare
    mix = BirthCohort.all.map { _ in rates.asylumEntryPlacement }
  }

  private init(_ other: CareEntries, byAge: [Uncertain]) {
    self.byAge = byAge
    (firstYearShare, mix) = (other.firstYearShare, other.mix)
  }

  /// A part of these entries.
  ///
  /// - Parameter shares: By whole age, 18; each ≥ 0.
  func part(_ shares: [Uncertain]) -> CareEntries {
    CareEntries(self, byAge: zip(byAge, shares).map { $0 * $1 })
  }

  /// Children by cohort (0 to 18): half of those who enter at an age have had that birthday in this
  /// year, half had it in the year before.
  var byCohort: [Uncertain] {
    var cohorts = [Uncertain](repeating: 0, count: BirthCohort.all.count)
    for age in BirthCohort.ages {
      let sameYear = age == 0 ? firstYearShare : 0.5
      cohorts[age] += byAge[age] * sameYear
      cohorts[age + 1] += byAge[age] * (1 - sameYear)
    }
    return cohorts
  }

  private static func shares(_ weights: [Uncertain]) -> [Uncertain] {
    let total = weights.reduce(0, +)
    precondition(total > 0, "no placement type is open to an age group: \(weights)")
    return weights.map { $0 / total }
  }
}
