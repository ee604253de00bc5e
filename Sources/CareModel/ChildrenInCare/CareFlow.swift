/// A flow of children whose rate has a level of its own in every year.
///
/// The logarithm of the level follows a trend, which is damped after the last observed year, and
/// moves away from it by an innovation each year. Asylum-seeking children who enter have no trend.
public enum CareFlow: String, CaseIterable, Sendable {
  /// Entries of other children per child in the population.
  case entries
  /// Exits of other children before 18 per child in care.
  case exits
  /// Moves per child in care.
  case moves
  /// Entries of asylum-seeking children.
  case asylum

  /// The flows whose levels are fitted; entries of asylum-seeking children are published.
  public static let fitted: [CareFlow] = [.entries, .exits, .moves]
}
