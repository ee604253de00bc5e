/// The birth cohorts of one year: children who share the age that they reach, or would reach, by
/// the coming 31 March.
///
/// A year runs from 1 April to 31 March. Cohort 0 is born in it; cohort `c` is aged `c − 1` when it
/// opens and `c` when it closes; cohort 18 is aged 17 when it opens and leaves on its birthdays.
public enum BirthCohort {
  /// Cohorts of a year, 0 to 18.
  public static let all = 0...18

  /// The cohort that leaves: aged 17 on 1 April, 18 by the coming 31 March.
  public static let leaving = 18

  /// Ages on 31 March.
  public static let ages = 0...17

  /// The number of months in which a year is stepped.
  public static let months = 12

  /// The share of a cohort that has had its birthday by the middle of a month, birthdays falling
  /// evenly through the year.
  ///
  /// `(m − ½) / 12`
  ///
  /// - Parameter month: 1 (April) to 12 (March).
  public static func shareOlder(inMonth month: Int) -> Double {
    (Double(month) - 0.5) / Double(months)
  }

  /// The ages, with their shares, of the children of a cohort in the middle of a month.
  ///
  /// The leaving cohort is 17 until the birthday on which it leaves; infants are 0.
  ///
  /// - Parameters:
  ///   - cohort: 0 to 18.
  ///   - month: 1 (April) to 12 (March).
  /// - Returns: The younger and the older age, each 0 to 17, and the share at the older, 0 to 1.
  public static func ages(
    ofCohort cohort: Int, inMonth month: Int
  ) -> (younger: Int, older: Int, shareOlder: Double) {
    switch cohort {
    case 0: (0, 0, 1)
    case leaving: (17, 17, 1)
    default: (cohort - 1, cohort, shareOlder(inMonth: month))
    }
  }

  /// The share of the leaving cohort's remaining children whose 18th birthday falls in a month.
  ///
  /// `1 / (13 − m)`: evenly spread birthdays, so the whole cohort has left by 31 March.
  ///
  /// - Parameter month: 1 (April) to 12 (March).
  public static func shareTurningEighteen(inMonth month: Int) -> Double {
    1 / Double(13 - month)
  }
}
