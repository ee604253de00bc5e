import CareModel
import Parameters
import TestSupport

/// Effects of authorities, wider apart than any that are fitted.
enum InventedEffects {
  static let spread = AreaEffects.Spread(
    betweenRegions: 0.1, betweenAuthorities: 0.3, yearlyChange: 0.2, persistence: 1,
    dispersion: 2)

  /// Every effect of every authority, up to 0.6 away from England.
  static func effects(of areas: Areas) -> AreaEffects {
    var random = SeededGenerator(seed: 1)
    return AreaEffects(
      AreaEffect.all.reduce(into: [:]) { effects, effect in
        effects[effect] = AreaEffects.Fitted(
          spread: spread,
          estimates: areas.authorities.reduce(into: [:]) {
            $0[$1.code] = .init(
              value: Double.random(in: -0.6...0.6, using: &random), deviation: 0.1, ownShare: 0.5)
          })
      })
  }

  /// One effect of one authority; every other authority is as England in it.
  static func effect(
    _ effect: AreaEffect, _ value: Double, in area: Area, of areas: Areas
  ) -> AreaEffects {
    AreaEffects([
      effect: AreaEffects.Fitted(
        spread: spread,
        estimates: areas.authorities.reduce(into: [:]) {
          $0[$1.code] = .init(value: $1 == area ? value : 0, deviation: 0, ownShare: 1)
        })
    ])
  }
}
