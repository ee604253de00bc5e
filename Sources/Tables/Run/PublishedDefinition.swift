import CareModel
import Parameters
import Statistics

/// Entries and exits of a projected year as the department would count them.
///
/// The model counts events. The published starts count a child once a year, and both starts and
/// ceasings also count children whose care passes between authorities. With `r` the fitted
/// `entries.repeat`, `T` the assumed `transfers.count` and `s` the share of them that concerns
/// asylum-seeking children,
///
/// `S = (E + T) / (1 + r)`, of which asylum-seeking `A = Eₐ + s · T`, other children `S − A`;
/// `C = X + T`.
///
/// Starts at an age keep the shares of their group's entries. It is the inverse of what the fit
/// takes published starts for.
///
/// An area has as many starts for an entry as England has at the age and in the group, and of England's
/// transfers its share of the opening stock, so that areas add up.
struct PublishedDefinition {
  private let entryRepeat: Uncertain
  private let transfers: Uncertain
  private let asylumShare: Uncertain
  private let transferAges: [ExitAgeGroup: Uncertain]
  private let england: ProjectedYear?
  private let part: Double

  /// The definition in a projected year.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - scenario: The scenario, of England or an area.
  /// - Throws: `InputError` where a parameter is missing.
  init(in year: FinancialYear, of scenario: RunResults.Scenario) throws {
    let parameters = scenario.parameters
    england = scenario.whole?.projection.years.first { $0.financialYear == year }
    part = scenario.whole?.part ?? 1
    entryRepeat = try parameters.value(of: "entries.repeat", on: year.start)
    transfers = try parameters.value(of: "transfers.count", on: year.start)
    asylumShare = try parameters.value(of: "transfers.asylum-share", on: year.start)
    var ages: [ExitAgeGroup: Uncertain] = [:]
    for age in ExitAgeGroup.allCases {
      ages[age] = try parameters.value(of: "transfers.age", on: year.start, [age.rawValue])
    }
    let sum = ExitAgeGroup.allCases.reduce(0) { $0 + ages[$1]! }
    transferAges = ages.mapValues { $0 / sum }
  }

  /// Children who start in a year, by age group.
  func starts(in year: ProjectedYear) -> [AgeGroup: Uncertain] {
    let byGroup = startsByGroup(in: england ?? year)
    guard let england else {
      return AgeGroup.allCases.reduce(into: [:]) { result, age in
        result[age] = byGroup[.otherChildren]![age.index] + byGroup[.asylumSeeking]![age.index]
      }
    }
    let (all, own) = (entered(in: england), entered(in: year))
    return AgeGroup.allCases.reduce(into: [:]) { result, age in
      result[age] = ChildGroup.allCases.reduce(0) { sum, group in
        let whole = all[group]![age.index]
        return whole > 0
          ? sum + byGroup[group]![age.index] * (own[group]![age.index] / whole) : sum
      }
    }
  }

  /// Children who start in a year, by group and age group.
  private func startsByGroup(in year: ProjectedYear) -> [ChildGroup: [Uncertain]] {
    let entered = entered(in: year)
    let asylum = entered[.asylumSeeking]!.reduce(0, +)
    let others = entered[.otherChildren]!.reduce(0, +)
    let starts = (asylum + others + transfers) / (1 + entryRepeat)
    let asylumStarts = asylum > 0 ? asylum + asylumShare * transfers : 0
    func spread(_ starts: Uncertain, _ group: ChildGroup, _ all: Uncertain) -> [Uncertain] {
      AgeGroup.allCases.map { age in
        starts * (all > 0 ? entered[group]![age.index] / all : 0)
      }
    }
    return [
      .otherChildren: spread(starts - asylumStarts, .otherChildren, others),
      .asylumSeeking: spread(asylumStarts, .asylumSeeking, asylum),
    ]
  }

  /// Children who enter in a year, by group and age group.
  private func entered(in year: ProjectedYear) -> [ChildGroup: [Uncertain]] {
    year.groups.mapValues { group in
      AgeGroup.allCases.map { group.entered(at: $0.ages) }
    }
  }

  /// Children of an age whose care passes to another authority in a year.
  func transfers(at age: ExitAgeGroup) -> Uncertain { part * (transfers * transferAges[age]!) }
}
