public import Statistics

/// The parameters of a run, and what is drawn for them: what the model reads its assumptions from.
public struct DrawnParameters: Sendable {
  /// The parameters at their values.
  public let central: ParameterSet
  private let drawn: [String: [[Uncertain]]]

  /// Parameters at their values, which are known.
  public init(_ parameters: ParameterSet) {
    central = parameters
    drawn = [:]
  }

  /// Parameters in some draws.
  ///
  /// - Throws: `StatisticsError` where a spread has no distribution.
  public init(_ parameters: ParameterSet, in draws: ParameterDraws) throws {
    central = parameters
    drawn = try parameters.all.reduce(into: [:]) { $0[$1.id] = try draws.values(of: $1) }
  }

  /// All ids in order.
  public var ids: [String] { central.ids }

  /// The value of a parameter on a day, in every draw.
  ///
  /// - Throws: `InputError` where there is no such parameter, category or value, or where a change
  ///   takes a draw out of the valid range.
  public func value(of id: String, on day: Day, _ keys: [String] = []) throws -> Uncertain {
    try central.parameter(id).value(on: day, keys, drawn: drawn[id])
  }
}
