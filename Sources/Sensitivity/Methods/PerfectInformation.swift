extension SensitivityMethod {
  /// The value of knowing inputs before choosing between plans, in the unit of the outputs.
  ///
  /// Outputs are the plans' net benefits; one output alone is set against a plan worth 0.
  ///
  /// ```
  /// EVPI = E[max_d b_d] − max_d E[b_d]        EVPPI_i = E[max_d E[b_d | x_i]] − max_d E[b_d]
  /// ```
  ///
  /// E[b | x_i] is the mean over cells of equal probability, `cells` of each input of a group (the cube
  /// root of the number of runs unless set). Where it is not clear which plan is best, the first quarter of
  /// the runs decides, and the rest says what that is worth: choosing and
  /// valuing by the same runs would understate what is lost. Reads `cells`, `dummy`. Laws, of any one
  /// sample with the same cells: 0 ≤ EVPPI of a set ≤ EVPPI of a larger set ≤ EVPI.
  /// - SeeAlso: [Claxton1999]; [StrongOakley2013] for one sample of all inputs.
  public static let perfectInformation = SensitivityMethod(
    "evppi", "What it is worth to know inputs before choosing a plan.",
    kinds: [
      ("evpi", "Value of knowing all inputs."),
      ("evppi", "Value of knowing the input or group."),
    ],
    rankedBy: "evppi",
    start: { try InformationAnalysis($0, outputs: $1, $2.independent) })
}
