public import CareModel
import Statistics

/// An activity of care leavers, or a total of several, as tables show it.
public struct CareLeaverActivityGroup: Hashable, Sendable {
  /// The category of the series `care-leavers-activity`.
  public let category: String
  /// The item of the filter.
  public let label: String
  /// The activities that it adds up.
  public let activities: [CareLeaverActivity]

  /// All, then education, employment or training and its parts, then NEET and its reasons, then not
  /// known.
  public static let all: [CareLeaverActivityGroup] =
    [
      CareLeaverActivityGroup("Total", "Total", CareLeaverActivity.allCases),
      CareLeaverActivityGroup(
        "education-employment-or-training", "Education, employment or training total", active),
    ] + active.map(CareLeaverActivityGroup.init)
    + [neetTotal]
    + neet.map(CareLeaverActivityGroup.init) + [CareLeaverActivityGroup(.notKnown)]

  /// Not in education, employment or training for any reason.
  static let neetTotal = CareLeaverActivityGroup("neet", "NEET total", neet)

  private static let neet = CareLeaverActivity.allCases.filter(\.isNEET)
  private static let active = CareLeaverActivity.allCases.filter { !$0.isNEET && $0 != .notKnown }

  private init(_ category: String, _ label: String, _ activities: [CareLeaverActivity]) {
    self.category = category
    self.label = label
    self.activities = activities
  }

  private init(_ activity: CareLeaverActivity) {
    self.init(activity.rawValue, activity.label, [activity])
  }

  /// The group's care leavers of some ages.
  func number(
    in activity: [CareLeaverAge: [CareLeaverActivity: Uncertain]], at ages: [CareLeaverAge]
  )
    -> Uncertain
  {
    ages.reduce(0) { sum, age in
      activities.reduce(sum) { $0 + activity[age]![$1]! }
    }
  }
}
