extension SensitivityMethod {
  /// Partial correlation coefficients: the correlation of an input and the output, both without what a
  /// linear function of all other inputs explains.
  ///
  /// Of single inputs; groups change nothing. Of shares that add up to 1 the last is left out. Reads `dummy`. Law: ±1 for a linear function; with noise of
  /// variance s `p_i² = c_i² v_i / (c_i² v_i + s)`.
  /// - SeeAlso: [Helton2006], section 6.
  public static let partialCorrelation = SensitivityMethod(
    "pcc", "Correlations without what other inputs explain.",
    kinds: RegressionFigure.partial.kinds(ofRanks: false),
    readsOrder: true,
    start: { try RegressionAnalysis($0, outputs: $1, $2, .partial) })
}
