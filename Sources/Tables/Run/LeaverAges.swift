import CareModel
import Statistics

/// Ages of care leavers that tables show together.
struct LeaverAges: Sendable {
  /// The item of the filter `age`.
  let label: String
  /// The ages.
  let ages: [CareLeaverAge]
  /// The group as which they are published; `nil` for a single age.
  let published: CareLeaverAgeGroup?

  /// The group of headline figure H4.
  static let headline = LeaverAges(
    label: "19 to 21 years", ages: CareLeaverAgeGroup.nineteenToTwentyOne.ages,
    published: .nineteenToTwentyOne)

  /// The published groups and the single ages of the older one.
  static let all: [LeaverAges] =
    [
      headline,
      LeaverAges(
        label: CareLeaverAge.seventeenToEighteen.label, ages: [.seventeenToEighteen],
        published: .seventeenToEighteen),
    ]
    + headline.ages.map { LeaverAges(label: $0.label, ages: [$0], published: nil) }

  /// The sum over the ages; a marker if one of them has one.
  func sum(_ figure: (CareLeaverAge) -> IndicatorValue) -> IndicatorValue {
    ages.dropFirst().reduce(figure(ages[0])) { $0.plus(figure($1)) }
  }
}
