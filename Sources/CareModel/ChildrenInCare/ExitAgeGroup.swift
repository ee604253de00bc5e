/// An age group with an exit rate of its own: the groups in which the department publishes children
/// who ceased to be looked after before their 18th birthday.
public enum ExitAgeGroup: String, CaseIterable, Sendable {
  case underOne = "0"
  case oneToFour = "1-4"
  case fiveToNine = "5-9"
  case tenToFifteen = "10-15"
  case sixteen = "16"
  case seventeen = "17"

  /// The group that holds a whole age.
  ///
  /// - Parameter age: Whole years, 0 to 17.
  public init(holding age: Int) {
    switch age {
    case 0: self = .underOne
    case 1...4: self = .oneToFour
    case 5...9: self = .fiveToNine
    case 10...15: self = .tenToFifteen
    case 16: self = .sixteen
    case 17: self = .seventeen
    default: preconditionFailure("age \(age) is not from 0 to 17")
    }
  }

  /// The position of the group in ``allCases``.
  public var index: Int { Self.allCases.firstIndex(of: self)! }
}
