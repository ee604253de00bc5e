public import Statistics

/// What is drawn for the values of parameters: the same for all scenarios, whose changes lie over it.
public struct DrawnValues: Sendable {
  fileprivate let byParameter: [String: [[Uncertain]]]
  /// The draws, for what is drawn year by year.
  fileprivate let draws: ParameterDraws

  /// Draws the values of all parameters of which a number varies.
  ///
  /// - Parameters:
  ///   - parameters: Before the changes of any scenario.
  ///   - draws: Which draws.
  ///   - fit: What ties fitted numbers together; with `nil` each is drawn by itself.
  ///   - strength: What multiplies the strength of the fit's prior in every draw, > 0.
  /// - Throws: `StatisticsError` where a spread has no distribution; `InputError` where the prior's
  ///   strength is missing.
  public init(
    of parameters: ParameterSet, in draws: ParameterDraws, fit: FittedDistribution? = nil,
    strength: Uncertain = 1
  ) throws {
    let fitted = try fit.flatMap { fit -> FittedDraws? in
      let prior = try parameters.parameter(FittedDistribution.strength)
      guard !draws.areGiven || draws.vary(prior) || strength != 1 else { return nil }
      let kept = prior.values[0].table.values[0]
      let drawn = try draws.values(of: prior)[0][0]
      return FittedDraws(fit, in: draws, strength: drawn / Uncertain(kept) * strength)
    }
    byParameter = try parameters.all.reduce(into: [:]) {
      if fitted != nil || draws.vary($1) { $0[$1.id] = try draws.values(of: $1, fit: fitted) }
    }
    self.draws = draws
  }
}

extension FittedDistribution {
  /// The parameter that multiplies the penalty of a fit; the kept fit was made with its value.
  public static let strength = "calibration.prior-strength"
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

  /// A standard normal number in every draw, for what is drawn beside the parameters; 0 in the central
  /// run.
  ///
  /// - Parameter name: What varies: no two have the same numbers.
  public func normal(for name: String) -> Uncertain { drawn?.draws.normals(at: name) ?? 0 }

  /// The values of several categories of a parameter on a day, in every draw, in the order asked for.
  ///
  /// - Throws: As for one value.
  public func values(of id: String, on day: Day, _ keys: [[String]]) throws -> [Uncertain] {
    let (parameter, drawn) = (try central.parameter(id), drawn?.byParameter[id])
    return try keys.map { try parameter.value(on: day, $0, drawn: drawn) }
  }

  /// The shares of categories that make up a whole on a day, in the order asked for.
  ///
  /// A change that raises some shares for what others lose is worked out for the values; where it lies
  /// over draws, shares are divided by what they add up to in the draw, times what the values add up to.
  ///
  /// - Throws: As for one value.
  public func shares(of id: String, on day: Day, _ keys: [[String]]) throws -> [Uncertain] {
    let shares = try values(of: id, on: day, keys)
    guard try !central.parameter(id).adjustments.isEmpty else { return shares }
    let sum = shares.sum()
    guard sum > 0 else { return shares }
    let factor = sum.map { sum.central / $0 }
    return shares.map { $0 * factor }
  }

  /// How far a rate or a price has moved away from its trend some years on, in every draw.
  ///
  /// `x_n = ρ x_{n−1} + σ η_n` from x₀ = 0, with a standard normal η for each year, ρ the persistence
  /// and σ the deviation; 0 in the central run.
  ///
  /// - Parameters:
  ///   - name: What moves: no two have the same numbers.
  ///   - years: n, ≥ 0.
  ///   - deviation: σ, ≥ 0.
  ///   - persistence: ρ, 0 to 1.
  public func innovation(
    of name: String, years: Int, deviation: Uncertain, persistence: Uncertain
  ) -> Uncertain {
    innovations(of: name, through: years, deviation: deviation, persistence: persistence)[years]
  }

  /// The same after each number of years from 0 to n, in one walk.
  ///
  /// - Returns: x₀ … x_n. n + 1.
  public func innovations(
    of name: String, through years: Int, deviation: Uncertain, persistence: Uncertain
  ) -> [Uncertain] {
    guard let draws = drawn?.draws else { return [Uncertain](repeating: 0, count: years + 1) }
    return (0..<years).reduce(into: [0]) { path, year in
      path.append(
        path[year] * persistence + deviation * draws.normals(at: "\(name).\(year + 1)"))
    }
  }
}
