extension SensitivityMethod {
  /// Standardised regression coefficients: `b_i = β_i sd(x_i) / sd(y)` of the linear regression of y on all
  /// inputs, with the share R² that it explains.
  ///
  /// Of single inputs; groups change nothing. Of shares that add up to 1 the last is left out. Reads `dummy`. Law: for a linear function of independent
  /// inputs `b_i² = S_i = T_i` and R² = 1.
  /// - SeeAlso: [Helton2006], section 6.
  public static let standardisedRegression = SensitivityMethod(
    "src", "Slopes of a linear regression in standard deviations.",
    kinds: RegressionFigure.standardised.kinds(ofRanks: false),
    readsOrder: true,
    start: { try RegressionAnalysis($0, outputs: $1, $2, .standardised) })
}
