import CareModel
import Foundation
import LinearAlgebra
public import Parameters
import Statistics

extension CareFit {
  /// How the numbers of ``parameters(source:)`` are drawn together, the opening stock apart.
  ///
  /// The factor is that of the covariance of the fit's parameters. The weight of a number on one of
  /// them is its slope at the estimate, on the scale of the number.
  ///
  /// - Throws: `LinearAlgebraError` where the covariance is not positive definite.
  public func distribution() throws -> FittedDistribution {
    let factor = try CholeskyFactor(fit.covariance).lower
    return FittedDistribution(
      parameters: model.parameters.map(\.path),
      factor: (0..<factor.rows).map { Array(factor.row($0).prefix($0 + 1)) },
      strengthSlopes: fit.strengthSlopes, loadings: loadings())
  }

  /// The distance of central differences: on the scales of most numbers a slope is the same at all
  /// distances, and on those of the others nearly so.
  private static let step = 1e-3
  /// Decimals to which weights are kept; what is left of 0 by rounding vanishes.
  private static let decimals = 1e9

  /// The openness of placement types to ages, which the fit takes as given: drawn by itself it would
  /// undo what the fit ties together. So would fitted numbers that no parameter moves, such as those
  /// that are 1 by definition.
  private func given() -> [String: FittedDistribution.Loading] {
    var given: [String: FittedDistribution.Loading] = [:]
    for placement in model.placements {
      for group in AgeGroup.allCases {
        given["placement.age-profile.\(placement.id).\(group.rawValue)"] =
          FittedDistribution.Loading(scale: .given, terms: [])
      }
    }
    return given
  }

  private func loadings() -> [String: FittedDistribution.Loading] {
    let points = fit.estimate.indices.flatMap { place in
      [Self.step, -Self.step].map { step in
        var moved = fit.estimate
        moved[place] += step
        return moved
      }
    }
    let state = model.state(at: points)
    return rates(of: state).reduce(into: given()) { loadings, parameter in
      for (keys, value) in zip(parameter.keys, parameter.values) {
        let terms = fit.estimate.indices.compactMap { place -> FittedDistribution.Term? in
          let (above, below) = (value[2 * place], value[2 * place + 1])
          guard above != below else { return nil }
          let slope =
            (parameter.scale.coordinate(of: above) - parameter.scale.coordinate(of: below))
            / (2 * Self.step)
          let weight = (slope * Self.decimals).rounded() / Self.decimals
          return weight == 0 ? nil : FittedDistribution.Term(parameter: place, weight: weight)
        }
        loadings[ParameterPath(id: parameter.id, keys: keys).text] = FittedDistribution.Loading(
          scale: terms.isEmpty ? .given : parameter.scale, terms: terms)
      }
    }
  }
}

extension FittedDistribution.Scale {
  /// A number as the scale measures it.
  fileprivate func coordinate(of value: Double) -> Double {
    switch self {
    case .identity, .given: value
    case .relative: Foundation.log(value)
    case .logit: Foundation.log(value / (1 - value))
    }
  }
}
