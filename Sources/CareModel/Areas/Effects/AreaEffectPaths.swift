import Foundation
import Parameters
import Statistics

/// The effects of the authorities in each projected year, as counts of the year would show them.
///
/// From what is known of an effect on the opening 31 March it goes on as it was fitted,
/// `x_n = ρ x_{n−1} + σ η_n`; what chance adds in a year, `√(d v) ζ_n`, does not last. In the central run
/// it is `ρⁿ x₀`.
struct AreaEffectPaths: Sendable {
  private let effects: AreaEffects
  private let parameters: DrawnParameters
  private let years: Int

  /// Paths over some years.
  ///
  /// - Parameters:
  ///   - effects: What they start from.
  ///   - parameters: Give the draws.
  ///   - years: Projected years, ≥ 1.
  init(_ effects: AreaEffects, drawnWith parameters: DrawnParameters, years: Int) {
    self.effects = effects
    self.parameters = parameters
    self.years = years
  }

  /// An effect of an authority in each projected year.
  ///
  /// - Parameters:
  ///   - effect: Which.
  ///   - area: The authority.
  ///   - chance: Variance by chance, v, were children independent of each other.
  /// - Returns: As many as there are years, each within ``largest`` of 0.
  func path(of effect: AreaEffect, in area: Area, chance: Double) -> [Uncertain] {
    guard let fitted = effects[effect], let known = fitted.estimates[area.code] else {
      return [Uncertain](repeating: 0, count: years)
    }
    let (spread, name) = (fitted.spread, "area.\(effect.id).\(area.code)")
    let byChance = (spread.dispersion * chance).squareRoot()
    let moves = parameters.innovations(
      of: name, through: years, deviation: Uncertain(spread.yearlyChange),
      persistence: Uncertain(spread.persistence))
    var left = Uncertain(known.value) + known.deviation * parameters.normal(for: "\(name).0")
    return (1...years).map { year in
      left *= Uncertain(spread.persistence)
      let seen = left + moves[year] + byChance * parameters.normal(for: "\(name).\(year).chance")
      return seen.map { min(max($0, -Self.largest), Self.largest) }
    }
  }

  /// Largest distance from England that is let happen, on the scale of an effect: four and a half
  /// times as high or as low.
  static let largest = 1.5
}
