import CareModel

extension CareFitState {
  /// Neighbouring age groups of exits for a reason are drawn towards the same distance from their
  /// prior medians.
  ///
  /// - Parameters:
  ///   - parameters: As ``parameters(placements:moves:exitFactors:years:priors:)`` gives them.
  ///   - priors: How smooth, and how wide each parameter's own prior is.
  static func smoothness(
    of parameters: [FitParameter], priors: CareFitPriors
  ) -> [FitPenalty.Term] {
    let places = Dictionary(uniqueKeysWithValues: parameters.enumerated().map { ($1.path, $0) })
    let ages = ExitAgeGroup.allCases
    let weight = priors[.exitRate] / priors.ageSmoothness
    return ExitReason.allCases.flatMap { reason in
      zip(ages, ages.dropFirst()).map { younger, older in
        let path = "exits.\(reason.rawValue).rate"
        return FitPenalty.Term(
          name: "\(path): \(younger.rawValue) and \(older.rawValue)",
          weights: [
            (places["\(path).\(younger.rawValue)"]!, -weight),
            (places["\(path).\(older.rawValue)"]!, weight),
          ])
      }
    }
  }
}
