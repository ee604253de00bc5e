public import Statistics

/// One group's year, ready to be stepped: entries by cohort and placement, and the rates that each
/// cohort feels.
public struct CareYearInput: Sendable, Equatable {
  /// Children who enter in the year, cohort (0 to 18) × placement. 19 × P; each ≥ 0.
  public var entries: [[Uncertain]]

  /// Exit rates, reason × cohort × placement. Per child and year; each ≥ 0.
  public var exitRates: [[[Uncertain]]]

  /// Move rates, origin × destination, to a type that is open and for a move factor of 1. Per child
  /// and year. P × P.
  public var moveRate: [[Uncertain]]

  /// How open each placement type is to a cohort: multiplies moves to it. Cohort × P.
  public var openness: [[Uncertain]]

  /// Move factors, in care since × placements so far. 2 × 3.
  public var moveFactor: [[Uncertain]]

  /// Other children: entries are rates times the population at risk.
  ///
  /// - Parameters:
  ///   - rates: The year's rates.
  ///   - population: Children in the population by whole age, 0 to 17, averaged over the year.
  public init(otherChildren rates: CareRates, population: [Double]) {
    precondition(population.count == BirthCohort.ages.count, "\(population.count) ages, not 18")
    let byGroup = AgeGroup.allCases.map { group in
      rates.entryRate[group.index] * group.ages.reduce(0) { $0 + population[$1] }
    }
    self.init(otherChildren: rates, entriesByAge: rates.spread(byGroup, over: population))
  }

  /// Other children: entries are given by whole age.
  ///
  /// - Parameters:
  ///   - rates: The year's rates; its entry rates are not used.
  ///   - entriesByAge: Children who enter at each whole age. 18; each ≥ 0.
  public init(otherChildren rates: CareRates, entriesByAge: [Uncertain]) {
    let cohorts = Self.byCohort(entriesByAge, firstYearShare: rates.firstYearShare)
    let first = AgeGroup.allCases.map { group in
      Self.shares(
        rates.entryPlacement.indices.map { placement in
          rates.entryPlacement[placement] * rates.placementAge[placement][group.index]
        })
    }
    self.init(
      entries: BirthCohort.all.map { cohort in
        let mix = Self.blended(cohort) { age in first[AgeGroup(holding: age).index] }
        return mix.map { $0 * cohorts[cohort] }
      },
      rates: rates,
      exitRates: ExitReason.allCases.map { reason in
        BirthCohort.all.map { cohort in
          let rate = Self.blended(cohort) { age in
            [rates.exitRate[reason.index][ExitAgeGroup(holding: age).index]]
          }[0]
          return rates.exitPlacementFactor[reason.index].map { $0 * rate }
        }
      })
  }

  /// Asylum-seeking children: a number of arrivals, spread over ages and placements by shares.
  public init(asylumSeeking rates: CareRates) {
    let cohorts = Self.byCohort(
      rates.asylumEntryAge.map { $0 * rates.asylumEntries }, firstYearShare: rates.firstYearShare)
    let none = [Uncertain](repeating: 0, count: rates.placements)
    let other = [Uncertain](repeating: rates.asylumExitRate, count: rates.placements)
    self.init(
      entries: cohorts.map { entered in rates.asylumEntryPlacement.map { $0 * entered } },
      rates: rates,
      exitRates: ExitReason.allCases.map { reason in
        BirthCohort.all.map { _ in reason == .otherReason ? other : none }
      })
  }

  private init(entries: [[Uncertain]], rates: CareRates, exitRates: [[[Uncertain]]]) {
    self.entries = entries
    self.exitRates = exitRates
    moveFactor = rates.moveFactor
    moveRate = rates.moveRate
    openness = BirthCohort.all.map { cohort in
      Self.blended(cohort) { age in
        rates.placementAge.map { $0[AgeGroup(holding: age).index] }
      }
    }
  }

  /// Draws, or `nil` where every number is known.
  var draws: Int? {
    let tables = [moveRate, openness, entries, [moveFactor.flatMap { $0 }]] + exitRates
    return tables.lazy.joined().joined().compactMap(\.draws).first
  }

  /// Spreads entries at whole ages over the cohorts: half of those who enter at an age have had
  /// that birthday in this year, half had it in the year before.
  private static func byCohort(_ byAge: [Uncertain], firstYearShare: Uncertain) -> [Uncertain] {
    precondition(byAge.count == BirthCohort.ages.count, "\(byAge.count) ages, not 18")
    var cohorts = [Uncertain](repeating: 0, count: BirthCohort.all.count)
    for age in BirthCohort.ages {
      let sameYear = age == 0 ? firstYearShare : 0.5
      cohorts[age] += byAge[age] * sameYear
      cohorts[age + 1] += byAge[age] * (1 - sameYear)
    }
    return cohorts
  }

  /// The mean over a cohort's two ages in the year of a list that depends on age.
  private static func blended(_ cohort: Int, _ atAge: (Int) -> [Uncertain]) -> [Uncertain] {
    let younger = atAge(max(cohort - 1, 0))
    let older = atAge(min(cohort, BirthCohort.ages.upperBound))
    return zip(younger, older).map { ($0 + $1) / 2 }
  }

  private static func shares(_ weights: [Uncertain]) -> [Uncertain] {
    let total = weights.reduce(0, +)
    precondition(total > 0, "no placement type is open to an age group: \(weights)")
    return weights.map { $0 / total }
  }
}
