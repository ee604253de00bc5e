/// One line of section 251 table A1 and what its spending follows.
///
/// Lines are data (`Datasets/spending-lines.yaml`), in the order of the table.
public struct SpendingLine: Hashable, Sendable, Identifiable {
  /// What the spending of a line is proportional to.
  public enum Driver: Hashable, Sendable {
    /// Weeks spent in these placement types; priced in GBP/child/week for each of them.
    case childWeeks(placements: [String])
    /// A named quantity of the year, such as `population-0-17`; priced in GBP/year for one unit.
    case quantity(String)
  }

  /// Kebab-case name, such as `residential-care`.
  public let id: String
  /// Name for readers.
  public let label: String
  /// Number in table A1, such as `3.1.1`.
  public let number: String
  /// The group whose total the line is part of, such as `children-looked-after`.
  public let group: String
  /// What its spending follows.
  public let driver: Driver
  /// The line of the series `section-251-outturn` that publishes it.
  public let seriesLine: String

  /// A line.
  ///
  /// - Parameter seriesLine: Its line in `section-251-outturn`; its own id with `nil`.
  public init(
    id: String, label: String, number: String, group: String, driver: Driver,
    seriesLine: String? = nil
  ) {
    self.id = id
    self.label = label
    self.number = number
    self.group = group
    self.driver = driver
    self.seriesLine = seriesLine ?? id
  }
}
