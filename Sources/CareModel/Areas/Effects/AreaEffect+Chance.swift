extension AreaEffect {
  /// Half a child, added to every count so that none has a logarithm without bound.
  public static let half = 0.5

  /// Variance by chance of the logarithm of a count, were children independent of each other.
  ///
  /// - Parameter expected: Children counted on average, ≥ 0.
  public static func chance(ofCount expected: Double) -> Double { 1 / (expected + half) }

  /// Variance by chance of a share's logarithm of odds, were children independent of each other.
  ///
  /// - Parameters:
  ///   - share: 0 to 1.
  ///   - whole: Of how many children, ≥ 0.
  public static func chance(ofShare share: Double, of whole: Double) -> Double {
    1 / (whole * share * (1 - share) + half)
  }
}
