public import Statistics

/// What is drawn for the values of parameters: the same for all scenarios, whose changes lie over it.
public struct DrawnValues: Sendable {
  fileprivate let byParameter: [String: [[Uncertain]]]

  /// Draws the values of all parameters of which a number varies.
  ///
  /// - Throws: `StatisticsError` where a spread has no distribution.
  public init(of parameters: ParameterSet, in draws: ParameterDraws) throws {
    byParameter = try parameters.all.reduce(into: [:]) {
      if draws.vary($1) { $0[$1.id] = try draws.values(of: $1) }
    }
  }
}

/// The parameters of a run, and what is drawn for them: what the model reads its assumptions from.
public struct DrawnParameters: Sendable {
  /// The parameters at their values.
  public let central: ParameterSet
  private let drawn: DrawnValues?

  /// Parameters and what is drawn for them.
  ///
  /// - Parameters:
  ///   - parameters: With the changes of a scenario.
  ///   - drawn: What is drawn for their values before these changes; with `nil` they are known.
  public init(_ parameters: ParameterSet, drawn: DrawnValues? = nil) {
    central = parameters
    self.drawn = drawn
  }

  /// All ids in order.
  public var ids: [String] { central.ids }

  /// The value of a parameter on a day, in every draw.
  ///
  /// - Throws: `InputError` where there is no such parameter, category or value, or where a change
  ///   takes a draw out of the valid range.
  public func value(of id: String, on day: Day, _ keys: [String] = []) throws -> Uncertain {
    try central.parameter(id).value(on: day, keys, drawn: drawn?.byParameter[id])
  }
}
