import CareModel
import Foundation
import Parameters
import Statistics

/// The fit of one effect: how it differs between regions, authorities and years, and what it is in each
/// authority.
///
/// An authority's effect is a level (``LevelFilter``) whose prior mean is its region's, which is itself
/// normal about England's 0. Spreads are those of the highest likelihood over all regions and
/// authorities, times their priors; each authority is then drawn towards its region, and each region
/// towards England, by how little their data say.
struct AreaEffectFit {
  private let effect: AreaEffect
  private let prior: AreaEffectPrior
  /// By region, authorities; by authority, years.
  private let regions: [[(code: String, observations: [AreaObservation?])]]

  /// The fit of an effect.
  ///
  /// - Parameters:
  ///   - observed: The effect.
  ///   - history: Its years.
  init(of observed: ObservedEffect, in history: AreaHistory, _ prior: AreaEffectPrior) {
    effect = observed.effect
    self.prior = prior
    let byYear = history.years.map { observed.observe(history, $0) }
    let authorities = history.areas.authorities
    regions = history.areas.regions.map { region in
      authorities.indices.filter { authorities[$0].region?.code == region.code }.map { index in
        (authorities[index].code, byYear.map { $0[index] })
      }
    }
  }

  /// Fits.
  ///
  /// - Throws: `StatisticsError` where the search finds no end.
  func fitted() throws -> AreaEffects.Fitted {
    let numbers = AreaEffectPrior.Number.all(of: effect)
    let start = numbers.map { scaled(prior[$0], $0) }
    func value(_ point: [Double]) -> Double {
      -evidence(spread(at: point)).map(\.logLikelihood).reduce(0, +)
    }
    let minimum = try QuasiNewton(tolerance: Self.tolerance).minimum(
      from: start,
      penalties: start.indices.map {
        .init(
          parameter: $0, center: start[$0], precision: 1 / (prior.deviation * prior.deviation))
      }
    ) { point in
      let gradient = point.indices.map { place in
        var (below, above) = (point, point)
        below[place] -= Self.step
        above[place] += Self.step
        return (value(above) - value(below)) / (2 * Self.step)
      }
      return (value(point), gradient)
    }
    let found = spread(at: minimum.parameters)
    return AreaEffects.Fitted(spread: rounded(found), estimates: estimates(at: found))
  }

  /// Where a change of the likelihood is lost in the rounding of its differences.
  private static let tolerance = 1e-6
  private static let step = 1e-4

  private func scaled(_ number: Double, _ kind: AreaEffectPrior.Number) -> Double {
    kind == .persistence ? log(number / (1 - number)) : log(number)
  }

  private func spread(at point: [Double]) -> AreaEffects.Spread {
    var found: [AreaEffectPrior.Number: Double] = [:]
    for (number, x) in zip(AreaEffectPrior.Number.all(of: effect), point) {
      found[number] = number == .persistence ? 1 / (1 + exp(-x)) : exp(x)
    }
    let change = found[.yearlyChange]!
    let persistence = found[.persistence] ?? 1
    return AreaEffects.Spread(
      betweenRegions: found[.betweenRegions] ?? 0,
      betweenAuthorities: found[.betweenAuthorities]
        ?? change / (1 - persistence * persistence).squareRoot(),
      yearlyChange: change, persistence: persistence, dispersion: found[.dispersion]!)
  }

  private func filter(
    _ observations: [AreaObservation?], _ spread: AreaEffects.Spread
  ) -> LevelFilter {
    var filter = LevelFilter(
      variance: spread.betweenAuthorities * spread.betweenAuthorities,
      persistence: spread.persistence, innovation: spread.yearlyChange)
    for (year, observation) in observations.enumerated() {
      if year > 0 { filter.advance() }
      filter.observe(observation?.observation(dispersion: spread.dispersion) ?? .missing)
    }
    return filter
  }

  /// The mean of each region, and the logarithm of the likelihood of its authorities.
  private func evidence(
    _ spread: AreaEffects.Spread
  ) -> [(mean: Double, variance: Double, logLikelihood: Double)] {
    regions.map { region in
      region.reduce(LevelFilter.Evidence()) { $0 + filter($1.observations, spread).evidence }
        .priorMean(deviation: spread.betweenRegions)
    }
  }

  private func estimates(at spread: AreaEffects.Spread) -> [String: AreaEffects.Estimate] {
    zip(regions, evidence(spread)).reduce(into: [:]) { result, pair in
      let (authorities, region) = pair
      for (code, observations) in authorities {
        let filter = filter(observations, spread)
        let weight = filter.priorWeight
        let prior = pow(spread.persistence, Double(observations.count - 1))
        result[code] = AreaEffects.Estimate(
          value: Self.rounded(filter.level + weight * region.mean),
          deviation: Self.rounded(
            (filter.variance + weight * weight * region.variance).squareRoot()),
          ownShare: Self.rounded(1 - weight / prior))
      }
    }
  }

  private func rounded(_ spread: AreaEffects.Spread) -> AreaEffects.Spread {
    AreaEffects.Spread(
      betweenRegions: Self.rounded(spread.betweenRegions),
      betweenAuthorities: Self.rounded(spread.betweenAuthorities),
      yearlyChange: Self.rounded(spread.yearlyChange),
      persistence: Self.rounded(spread.persistence), dispersion: Self.rounded(spread.dispersion))
  }

  /// To four decimals: what the search leaves open lies below.
  private static func rounded(_ number: Double) -> Double { (number * 1e4).rounded() / 1e4 }
}
