public import Statistics

/// One group's year, ready to be stepped: entries by cohort, where they are first placed, and the rates
/// that each cohort feels.
public struct CareYearInput: Sendable, Equatable {
  /// Children who enter in the year, by cohort (0 to 18). 19; each ≥ 0.
  public var entered: [Uncertain]

  /// First placements of those who enter, cohort × placement. 19 × P; rows add up to 1.
  public var firstPlacements: [[Uncertain]]

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
    self.init(
      CareEntries(otherChildren: rates, population: population), of: .otherChildren, rates: rates)
  }

  /// Other children: entries are given by whole age.
  ///
  /// - Parameters:
  ///   - rates: The year's rates; its entry rates are not used.
  ///   - entriesByAge: Children who enter at each whole age. 18; each ≥ 0.
  public init(otherChildren rates: CareRates, entriesByAge: [Uncertain]) {
    self.init(
      CareEntries(otherChildren: rates, byAge: entriesByAge), of: .otherChildren, rates: rates)
  }

  /// Asylum-seeking children: a number of arrivals, spread over ages and placements by shares.
  public init(asylumSeeking rates: CareRates) {
    self.init(CareEntries(asylumSeeking: rates), of: .asylumSeeking, rates: rates)
  }

  /// A group of children.
  init(_ entries: CareEntries, of group: ChildGroup, rates: CareRates) {
    entered = entries.byCohort
    firstPlacements = entries.mix
    exitRates = Self.exitRates(rates, of: group)
    moveFactor = rates.moveFactor
    moveRate = rates.moveRate
    openness = BirthCohort.all.map { cohort in
      Self.blended(cohort) { age in
        rates.placementAge.map { $0[AgeGroup(holding: age).index] }
      }
    }
  }

  private static func exitRates(_ rates: CareRates, of group: ChildGroup) -> [[[Uncertain]]] {
    switch group {
    case .otherChildren:
      return ExitReason.allCases.map { reason in
        BirthCohort.all.map { cohort in
          let rate = blended(cohort) { age in
            [rates.exitRate[reason.index][ExitAgeGroup(holding: age).index]]
          }[0]
          return rates.exitPlacementFactor[reason.index].map { $0 * rate }
        }
      }
    case .asylumSeeking:
      let none = [Uncertain](repeating: 0, count: rates.placements)
      let other = [Uncertain](repeating: rates.asylumExitRate, count: rates.placements)
      return ExitReason.allCases.map { reason in
        BirthCohort.all.map { _ in reason == .otherReason ? other : none }
      }
    }
  }

  /// Children who enter in the year, cohort × placement. 19 × P.
  public var entries: [[Uncertain]] {
    zip(firstPlacements, entered).map { shares, children in shares.map { $0 * children } }
  }

  /// Draws, or `nil` where every number is known.
  var draws: Int? {
    let tables = [moveRate, openness, firstPlacements, [entered], moveFactor] + exitRates
    return tables.lazy.joined().joined().compactMap(\.draws).first
  }

  /// The mean over a cohort's two ages in the year of a list that depends on age.
  static func blended(_ cohort: Int, _ atAge: (Int) -> [Uncertain]) -> [Uncertain] {
    let younger = atAge(max(cohort - 1, 0))
    let older = atAge(min(cohort, BirthCohort.ages.upperBound))
    return zip(younger, older).map { ($0 + $1) / 2 }
  }
}
