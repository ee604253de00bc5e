extension SensitivityMethod {
  /// Borgonovo's δ: how far, on average, knowing an input moves the output's whole distribution.
  ///
  /// `δ_i = ½ E ∫ |f(y) − f(y | x_i)| dy`: the share of probability that moves. It is taken from the signs
  /// of a smoothed table of ranks, corrected for what chance adds; the interval holds the correction as
  /// well as chance. Sharp ridges, finer than a fortieth of a distribution, are smoothed away and δ of such
  /// functions comes out a few hundredths too small. First-order indices of the same runs stand
  /// beside it, as of `rank-first-order`. Of single inputs; groups change nothing. Reads `dummy`. Laws: 0 to
  /// 1, but for chance; a rising function applied to the output changes nothing; 0 for an input that the
  /// output does not depend on.
  /// - SeeAlso: [Borgonovo2007]; [Plischke2013] for one sample of all inputs.
  public static let delta = SensitivityMethod(
    "delta", "How far knowing an input moves the whole distribution.",
    kinds: [
      ("delta", "Share of the output's probability that moves when the input is known."),
      ("first-order", "Share of the variance that knowing the input would take away."),
    ],
    start: {
      try DeltaAnalysis(
        $0, outputs: $1, $2.independent, first: .firstOrder($0, outputs: $1, $2.independent))
    })
}
