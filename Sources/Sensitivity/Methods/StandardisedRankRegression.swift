extension SensitivityMethod {
  /// Standardised regression coefficients of the ranks of all inputs and of the output. Ranks are taken
  /// anew in every resample; equal values share theirs.
  ///
  /// Of single inputs; groups change nothing. Of shares that add up to 1 the last is left out. Reads `dummy`. Law: a rising function applied to the output
  /// changes nothing.
  /// - SeeAlso: [Helton2006], section 6.
  public static let standardisedRankRegression = SensitivityMethod(
    "srrc", "The same for ranks: for monotone functions.",
    kinds: RegressionFigure.standardised.kinds(ofRanks: true),
    readsOrder: true,
    start: { try RankRegressionAnalysis($0, outputs: $1, $2, .standardised) })
}
