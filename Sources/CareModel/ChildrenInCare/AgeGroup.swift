/// An age group in which the department publishes children looked after.
///
/// The group of the oldest is published as "16 years and over"; nobody is looked after past the
/// 18th birthday, so it is 16 and 17 here.
public enum AgeGroup: String, CaseIterable, Sendable {
  case underOne = "0"
  case oneToFour = "1-4"
  case fiveToNine = "5-9"
  case tenToFifteen = "10-15"
  case sixteenAndOver = "16-17"

  /// The whole ages of the group.
  public var ages: ClosedRange<Int> {
    switch self {
    case .underOne: 0...0
    case .oneToFour: 1...4
    case .fiveToNine: 5...9
    case .tenToFifteen: 10...15
    case .sixteenAndOver: 16...17
    }
  }

  /// The group that holds a whole age.
  ///
  /// - Parameter age: Whole years, 0 to 17.
  public init(holding age: Int) {
    precondition((0...17).contains(age), "age \(age) is not from 0 to 17")
    self = Self.allCases.first { $0.ages.contains(age) }!
  }

  /// The position of the group in ``allCases``.
  public var index: Int { Self.allCases.firstIndex(of: self)! }
}
