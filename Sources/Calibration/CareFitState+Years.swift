import CareModel

/// What differs between years: trends, effects and innovations.
extension CareFitState {
  /// A trend for each placement type. Supported accommodation and other placements have one between
  /// them: children were moved from the one heading to the other in the last year.
  static func placementTrends(
    _ types: [PlacementType], _ priors: CareFitPriors
  ) -> [FitParameter] {
    let shared = types.indices.filter { types[$0].setting == .supported }
    return types.indices.filter { !shared.contains($0) || $0 == shared.first }.map { placement in
      let members = shared.contains(placement) ? shared : [placement]
      return FitParameter(
        "placement.trend.\(types[placement].id)", prior: 0,
        deviation: priors[.placementTrend], scale: .identity
      ) { state, value in
        for member in members { state.placementTrend[member] = value }
      }
    }
  }

  /// A flow's trend, its innovations since the first fitted year, and the effect of 2020-21.
  static func levels(
    of flow: CareFlow, years: ClosedRange<Int>, _ priors: CareFitPriors
  ) -> [FitParameter] {
    [
      FitParameter(
        "\(flow.rawValue).trend", prior: 0, deviation: priors[.trend], scale: .identity
      ) { $0.trends[flow] = $1 },
      FitParameter(
        "\(flow.rawValue).effect-2020-21", prior: 1, deviation: priors[.effect2021],
        onlyIn2021: true
      ) { $0.effects2021[flow] = $1 },
    ]
      + years.dropFirst().map { year in
        FitParameter(
          "\(flow.rawValue).innovation.\(year)", prior: 0, deviation: priors[flow],
          scale: .identity
        ) { $0.innovations[flow, default: [:]][year] = $1 }
      }
  }

  /// How exits in each age group moved away from all exits: once for good in 2020-21, and year by
  /// year. Those of children under one have been a fifth lower since 2020-21 than before.
  static func exitAges(
    years: ClosedRange<Int>, _ priors: CareFitPriors
  ) -> [FitParameter] {
    ExitAgeGroup.allCases.flatMap { age in
      [
        FitParameter(
          "exits.age-step.\(age.rawValue).2021", prior: 1, deviation: priors[.effect2021]
        ) { $0.exitAgeSteps[age] = $1 }
      ]
        + years.dropFirst().map { year in
          FitParameter(
            "exits.age-innovation.\(age.rawValue).\(year)", prior: 0,
            deviation: priors.exitAgeInnovation, scale: .identity
          ) { $0.exitAgeInnovations[age, default: [:]][year] = $1 }
        }
    }
  }
}
