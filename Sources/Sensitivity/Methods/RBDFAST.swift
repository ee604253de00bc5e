extension SensitivityMethod {
  /// First-order indices of all inputs from one sample, by frequencies: how much of an output's variance
  /// cosines of each input's place explain.
  ///
  /// `S_i = Σ_p a_p² / V(y)`, a_p the coefficients of the regression of y on `√2 cos(π p u_i)`, p = 1 …
  /// `harmonics`, u_i the place of x_i in its distribution. That is the spectrum of the runs in the order of
  /// x_i, to and fro; what chance adds to squares is taken away. Ten cosines hold all but about a
  /// thousandth of S where the slope of a function jumps. For inputs without ends z and z² join them, z the
  /// normal number that stands where x_i does. Of single inputs; groups change nothing.
  /// Reads `harmonics`, `dummy`. Law: a rising function applied to an input and its distribution alike
  /// changes nothing.
  /// - SeeAlso: [Tarantola2006]; [Plischke2010] for cosines; [TissotPrieur2012] for what chance adds.
  public static let rbdFAST = SensitivityMethod(
    "rbd-fast", "First-order shares of the variance from any number of runs.",
    kinds: [("first-order", "Share of the variance that knowing the input would take away.")],
    start: { try PlaceRegressionAnalysis($0, outputs: $1, $2) })
}
