/// What a number counts or measures: one of a closed list.
public struct MeasurementUnit: Hashable, Sendable {
  /// The unit as files write it, such as `GBP/child/week`.
  public let id: String
  /// One sentence for tables and help.
  public let sentence: String
  /// Whether it holds pounds, so that prices must be stated.
  public let isMoney: Bool

  private init(_ id: String, _ sentence: String, money: Bool = false) {
    self.id = id
    self.sentence = sentence
    self.isMoney = money
  }

  /// The unit of that name, or `nil`.
  public init?(id: String) {
    guard let unit = MeasurementUnit.all.first(where: { $0.id == id }) else { return nil }
    self = unit
  }

  /// Every unit there is.
  public static let all: [MeasurementUnit] = [
    MeasurementUnit("children", "Children."),
    MeasurementUnit("children/year", "Children in a year."),
    MeasurementUnit("/child/year", "Events per child per year: a rate, 0 or more."),
    MeasurementUnit("share", "Part of a whole, 0 to 1."),
    MeasurementUnit("probability", "Chance within one cycle, 0 to 1."),
    MeasurementUnit("ratio", "One quantity divided by another of the same unit."),
    MeasurementUnit("percent", "Hundredths: 79 for 79%."),
    MeasurementUnit("percentage-point", "Difference between two percentages."),
    MeasurementUnit("index", "Level relative to a base period."),
    MeasurementUnit("year", "Years."),
    MeasurementUnit("month", "Months."),
    MeasurementUnit("placements", "Placements."),
    MeasurementUnit("moves", "Changes of placement."),
    MeasurementUnit("care-leavers", "Care leavers."),
    MeasurementUnit("people", "People."),
    MeasurementUnit("GBP", "Pounds.", money: true),
    MeasurementUnit("GBP/week", "Pounds a week.", money: true),
    MeasurementUnit("GBP/child/week", "Pounds per child per week.", money: true),
    MeasurementUnit("GBP/year", "Pounds a year.", money: true),
    MeasurementUnit("GBP-million", "Million pounds.", money: true),
    MeasurementUnit("/year", "Per year: a growth or discount rate, or a hazard."),
    MeasurementUnit("number", "A plain number without a dimension."),
  ]
}

extension MeasurementUnit: CustomStringConvertible {
  /// The unit as files write it.
  public var description: String { id }
}
