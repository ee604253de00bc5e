public import Statistics

extension Spread {
  /// The distribution about a value, or `nil` where it does not vary.
  ///
  /// - Parameter value: The mean of a spread with a cv, the mode of a triangular or PERT one between
  ///   two ends; in the parameter's unit.
  /// - Throws: `StatisticsError` where the family has no such member.
  public func distribution(about value: Double) throws -> (any Distribution)? {
    if let limits = limits(about: value) {
      guard limits.lowerBound < limits.upperBound else { return nil }
      let (low, high) = (limits.lowerBound, limits.upperBound)
      switch family {
      case .uniform: return try UniformDistribution(minimum: low, maximum: high)
      case .triangular: return try TriangularDistribution(minimum: low, mode: value, maximum: high)
      case .pert: return try PERTDistribution(minimum: low, mode: value, maximum: high)
      case .normal, .logNormal, .gamma, .beta, .fixed: return nil
      }
    }
    guard case .cv(let cv) = width, value != 0,
      let family = DistributionFamily.all.first(where: { $0.id == family.rawValue })
    else { return nil }
    return try family.distribution(mean: value, cv: cv)
  }
}
