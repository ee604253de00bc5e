public import Statistics

/// Care leavers of one reporting year, by age, activity and accommodation.
///
/// A care leaver here is what the statistics count: a young person who reached 17 to 21 in the year
/// to 31 March and had been looked after for at least 13 weeks after the 14th birthday, some of it
/// after the 16th. Activity and accommodation are those around the birthday.
public struct CareLeaverYear: Equatable, Sendable {
  /// The year to 31 March of which the figures are.
  public let year: Int
  /// Care leavers in each activity; ≥ 0.
  public let activity: [CareLeaverAge: [CareLeaverActivity: Uncertain]]
  /// Care leavers in each accommodation; ≥ 0. The same total as `activity` at each age, up to
  /// rounding of the arithmetic.
  public let accommodation: [CareLeaverAge: [CareLeaverAccommodation: Uncertain]]
  /// Young people who left foster care on their 18th birthday and have since reached the age.
  public let stayingPutBase: [CareLeaverAge: Uncertain]
  /// Those of them who live with their former foster carers. Published up to age 20.
  public let stayingPut: [CareLeaverAge: Uncertain]

  /// Care leavers of an age: the sum of the activities, in their order, and so exactly that.
  public func total(at age: CareLeaverAge) -> Uncertain {
    CareLeaverActivity.allCases.reduce(0) { $0 + activity[age]![$1]! }
  }

  /// Care leavers of an age group: the sum over its ages.
  public func total(_ group: CareLeaverAgeGroup) -> Uncertain {
    group.ages.reduce(0) { $0 + total(at: $1) }
  }

  /// Care leavers of an age group in an activity.
  public func number(_ group: CareLeaverAgeGroup, doing wanted: CareLeaverActivity) -> Uncertain {
    group.ages.reduce(0) { $0 + activity[$1]![wanted]! }
  }

  /// Care leavers of an age group in a type of accommodation.
  public func number(
    _ group: CareLeaverAgeGroup, livingIn wanted: CareLeaverAccommodation
  ) -> Uncertain {
    group.ages.reduce(0) { $0 + accommodation[$1]![wanted]! }
  }

  /// Care leavers of an age group who are not in education, employment or training, for whatever
  /// reason.
  public func neet(_ group: CareLeaverAgeGroup) -> Uncertain {
    CareLeaverActivity.allCases.filter(\.isNEET).reduce(0) { $0 + number(group, doing: $1) }
  }

  /// The NEET share as it is published: those known to be NEET among all care leavers of the group,
  /// also those of whom nothing is known. At 19 to 21 this is headline figure H4.
  ///
  /// - Returns: 0 to 1, or `nil` if the group is empty.
  public func neetShare(_ group: CareLeaverAgeGroup) -> Uncertain? {
    let all = total(group)
    return all > 0 ? neet(group) / all : nil
  }
}
