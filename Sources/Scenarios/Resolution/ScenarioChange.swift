public import Parameters

/// One number that a scenario changed, for `changes.csv`.
///
/// Setting each row's number to `to` from `date` until `until` gives the scenario's parameters.
public struct ScenarioChange: Sendable, Equatable {
  /// The parameter and its categories: `entries.rate.16-17`; or `programme.spending.<strand>`.
  public let path: String
  /// The unit of both numbers.
  public let unit: MeasurementUnit
  /// The first day on which the number is changed.
  public let date: Day
  /// The first day on which it is changed no longer or changed again; `nil` if it stays.
  public let until: Day?
  /// The number on the date before any change; `nil` where it had none, or where nothing changes.
  public let from: Double?
  /// The number on the date in the scenario; `nil` where nothing changes, and the reason says why.
  public let to: Double?
  /// The ids of the levers, and `override`, in the order in which they act.
  public let origins: [String]
  /// How well the effects of the levers among `origins` are known, in their order.
  public let grades: [EvidenceGrade]
  /// Why.
  public let reason: String

  /// Whether the number is another than before.
  public var changesValue: Bool { from != to }
}
