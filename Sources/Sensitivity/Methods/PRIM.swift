extension SensitivityMethod {
  /// Scenario discovery by patient rule induction: boxes of inputs in which the cases of interest lie.
  ///
  /// Cases are runs with outputs beyond a threshold, or a share of the highest or lowest (`cases`). A box is
  /// peeled slice by slice from all runs, a share `peel` of them at a time, down to a share `leastMass`;
  /// the box on the way that best balances coverage and density is kept, limits that do
  /// nothing are lifted and slices pasted back. Further boxes, up to `boxes`, are sought among the runs outside
  /// those before; one must be surely denser than all runs are. Every other run finds boxes, the rest say
  /// what they are worth, so that intervals (Wilson's; Student's t of the mean) are of boxes
  /// that stand fast. For each input:
  ///
  /// ```
  /// quasi-p      P(as many cases in the box, or more | the input's limits do nothing), binomial
  /// restricted   share of resamples in which the first box limits the input
  /// ```
  ///
  /// Figures of a box name it as the second input. Of single inputs; groups change nothing. Reads `cases`,
  /// `boxes`, `peel`, `leastMass`, `dummy`. Laws: a rising function applied to an input, to its
  /// distribution and to the limits alike changes nothing; coverage · cases = density · runs.
  /// - SeeAlso: [FriedmanFisher1999]; [BryantLempert2010] for the measures of a box.
  public static let prim = SensitivityMethod(
    "prim", "In which box of the inputs the worst or best runs lie.",
    kinds: [
      ("restricted", "Share of resamples in which the first box found limits the input."),
      ("threshold", "The output from which on runs are cases."),
      ("quasi-p", "Probability of so many cases in the box if the input's limits did nothing."),
    ] + BoxMeasures.kinds,
    start: { try PRIMAnalysis($0, outputs: $1, $2.independent) })
}
