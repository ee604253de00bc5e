import Foundation
import Statistics

/// The parameters of a fit in each of some draws, all of them drawn together.
struct FittedDraws: Sendable {
  private let distribution: FittedDistribution
  /// θ by draw and parameter; all zero in draw 0.
  private let deviations: [[Double]]
  /// What the prior's strength moves θ by, draw by draw: by parameter.
  private let shifts: [[Double]]

  /// Draws the parameters of a fit.
  ///
  /// - Parameters:
  ///   - distribution: How they are tied together.
  ///   - draws: Which draws.
  ///   - strength: Strength of the prior in each draw over that of the fit, > 0.
  init(_ distribution: FittedDistribution, in draws: ParameterDraws, strength: Uncertain) {
    self.distribution = distribution
    deviations = draws.draws.map { draw in
      guard draw > 0 else { return [] }
      return distribution.deviations(
        of: RandomStream(
          seed: draws.seed, purpose: RandomPurpose.fit.rawValue, draw: UInt32(draw)
        ).normals(distribution.parameters.count))
    }
    shifts = draws.draws.indices.map { place in
      let logarithm = log(strength[place])
      return logarithm == 0 ? [] : distribution.strengthSlopes.map { $0 * logarithm }
    }
  }

  /// The number of a path in every draw; `nil` where the fit does not move it.
  ///
  /// - Parameters:
  ///   - path: The parameter's id and categories.
  ///   - value: What it is in the central run.
  ///   - valid: Draws beyond it are held at its ends.
  func number(at path: String, value: Double, valid: ClosedRange<Double>) -> Uncertain? {
    guard let loading = distribution.loadings[path] else { return nil }
    guard !loading.terms.isEmpty else { return .known(value) }
    return .drawn(
      deviations.indices.map { draw in
        if deviations[draw].isEmpty && shifts[draw].isEmpty { return value }
        var distance = 0.0
        for term in loading.terms {
          if !deviations[draw].isEmpty {
            distance += term.weight * deviations[draw][term.parameter]
          }
          if !shifts[draw].isEmpty { distance += term.weight * shifts[draw][term.parameter] }
        }
        let number = loading.scale.moved(value, by: distance)
        return min(max(number, valid.lowerBound), valid.upperBound)
      })
  }
}

extension FittedDistribution.Scale {
  /// A number moved on the scale.
  ///
  /// A relative distance d multiplies by `1 + d` down to a half and by `½ exp(2 d + 1)` below, which
  /// goes on smoothly and stays above 0.
  func moved(_ value: Double, by distance: Double) -> Double {
    switch self {
    case .identity: value + distance
    case .relative: value * (distance >= -0.5 ? 1 + distance : 0.5 * exp(2 * distance + 1))
    case .logit: 1 / (1 + (1 - value) / value * exp(-distance))
    case .given: value
    }
  }
}
