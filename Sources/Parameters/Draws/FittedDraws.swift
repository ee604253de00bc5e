import Foundation
import Statistics

/// The parameters of a fit in each of some draws, all of them drawn together.
struct FittedDraws: Sendable {
  private let distribution: FittedDistribution
  /// Number of draws.
  private let count: Int
  /// θ, parameter after parameter, with what the prior's strength moves it by; 0 in draw 0 where the
  /// strength is that of the fit.
  private let deviations: [Double]

  /// Draws the parameters of a fit.
  ///
  /// - Parameters:
  ///   - distribution: How they are tied together.
  ///   - draws: Which draws.
  ///   - strength: Strength of the prior in each draw over that of the fit, > 0.
  init(_ distribution: FittedDistribution, in draws: ParameterDraws, strength: Uncertain) {
    self.distribution = distribution
    count = draws.draws.count
    let p = distribution.parameters.count
    let normals = draws.draws.flatMap { draw in
      draw > 0 && !draws.areGiven
        ? RandomStream(
          seed: draws.seed, purpose: RandomPurpose.fit.rawValue, draw: UInt32(draw)
        ).normals(p) : [Double](repeating: 0, count: p)
    }
    var deviations = distribution.deviations(of: normals, draws: count)
    let logarithms = (0..<count).map { log(strength[$0]) }
    for (parameter, slope) in distribution.strengthSlopes.enumerated() {
      for draw in 0..<count { deviations[parameter * count + draw] += slope * logarithms[draw] }
    }
    self.deviations = deviations
  }

  /// Whether the fit draws the number of a path.
  func draws(_ path: String) -> Bool { distribution.loadings[path] != nil }

  /// The number of a path in every draw; `nil` where the fit does not move it.
  ///
  /// - Parameters:
  ///   - path: The parameter's id and categories.
  ///   - start: What it is where the fit moves nothing.
  ///   - valid: Draws beyond it are held at its ends.
  func number(
    at path: String, about start: Uncertain, valid: ClosedRange<Double>
  ) -> Uncertain? {
    guard let loading = distribution.loadings[path] else { return nil }
    guard !loading.terms.isEmpty else { return start }
    var numbers = [Double](repeating: 0, count: count)
    deviations.withUnsafeBufferPointer { deviations in
      numbers.withUnsafeMutableBufferPointer { numbers in
        let sum = numbers.baseAddress!
        for term in loading.terms {
          let parameter = deviations.baseAddress! + term.parameter * count
          for draw in 0..<count { sum[draw] += term.weight * parameter[draw] }
        }
        for draw in 0..<count {
          // Where nothing moves the last bit may still be lost on the way to odds.
          let value = start[draw]
          let number = sum[draw] == 0 ? value : loading.scale.moved(value, by: sum[draw])
          sum[draw] = min(max(number, valid.lowerBound), valid.upperBound)
        }
      }
    }
    return .drawn(numbers)
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
