/// A financial year of English local government: 1 April to 31 March.
public struct FinancialYear: Hashable, Sendable {
  /// The calendar year of its 1 April.
  public let startingIn: Int

  /// The year that starts on 1 April of a calendar year.
  ///
  /// - Parameter startingIn: 1000 to 9998, so that both ends have four digits.
  public init(startingIn: Int) {
    precondition(
      (1000...9998).contains(startingIn), "financial year starts in \(startingIn), not 1000 to 9998"
    )
    self.startingIn = startingIn
  }

  /// Reads `2024-25` or `202425`; `nil` for anything else, also where the years do not follow.
  public init?(_ label: String) {
    let digits = label.filter { $0 != "-" }
    guard digits.utf8.count == 6, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let code = Int(digits)
    else { return nil }
    self.init(code: code)
    guard label == self.label || label == digits else { return nil }
  }

  /// Reads the code `202425`; `nil` where the two years do not follow.
  public init?(code: Int) {
    let start = code / 100
    guard (1000...9998).contains(start), code % 100 == (start + 1) % 100 else { return nil }
    self.init(startingIn: start)
  }

  /// The calendar year of its 31 March, which is the reporting year of the statistics.
  public var endingIn: Int { startingIn + 1 }

  /// `2024-25`
  public var label: String {
    let ending = endingIn % 100
    return "\(startingIn)-\(ending < 10 ? "0" : "")\(ending)"
  }

  /// `202425`, as official data files write it.
  public var code: Int { startingIn * 100 + endingIn % 100 }

  /// 1 April.
  public var start: Day { Day(year: startingIn, month: 4, day: 1)! }

  /// 31 March.
  public var end: Day { Day(year: endingIn, month: 3, day: 31)! }
}

extension FinancialYear: Strideable {
  /// Years from this one to the other.
  public func distance(to other: FinancialYear) -> Int { other.startingIn - startingIn }

  /// The year that lies `n` years later, or earlier where `n` is negative.
  public func advanced(by n: Int) -> FinancialYear { FinancialYear(startingIn: startingIn + n) }
}

extension FinancialYear: CustomStringConvertible {
  /// The label, `2024-25`.
  public var description: String { label }
}
