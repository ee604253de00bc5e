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
struct PublishedDefinition {
  private let entryRepeat: Uncertain
  private let transfers: Uncertain
  private let asylumShare: Uncertain
  private let transferAges: [ExitAgeGroup: Uncertain]

  /// The definition in a projected year.
  ///
  /// - Throws: `InputError` where a parameter is missing.
  init(in year: FinancialYear, under parameters: DrawnParameters) throws {
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
    let entered = year.groups.mapValues { group in
      AgeGroup.allCases.map { group.entered(at: $0.ages) }
    }
    let asylum = entered[.asylumSeeking]!.reduce(0, +)
    let others = entered[.otherChildren]!.reduce(0, +)
    let starts = (asylum + others + transfers) / (1 + entryRepeat)
    let asylumStarts = asylum > 0 ? asylum + asylumShare * transfers : 0
    return AgeGroup.allCases.reduce(into: [:]) { result, age in
      let share = { (group: ChildGroup, all: Uncertain) in
        all > 0 ? entered[group]![age.index] / all : 0
      }
      result[age] =
        (starts - asylumStarts) * share(.otherChildren, others)
        + asylumStarts * share(.asylumSeeking, asylum)
    }
  }

  /// Children of an age whose care passes to another authority in a year.
  func transfers(at age: ExitAgeGroup) -> Uncertain { transfers * transferAges[age]! }
}
