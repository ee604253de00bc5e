extension SensitivityMethod {
  /// The value of a study of `studySize` observations that informs an input before choosing between plans,
  /// in the unit of the outputs, beside what it would be worth to know the input.
  ///
  /// Outputs are net benefits, as of `evppi`.
  ///
  /// ```
  /// EVSI_i = E[max_d (m_d + √(n / (n + n₀)) (E[b_d | x_i] − m_d))] − max_d m_d        m_d = E[b_d]
  /// ```
  ///
  /// n is the number of observations and n₀, `priorSize`, how many the distribution of the input as it
  /// stands is worth: the variance of one observation about the input over the variance of the input, if both
  /// are normal; a + b of a beta distribution of a share; 1 / scale of a gamma distribution of a rate, in units of
  /// exposure. It is one number for all inputs, so ask about inputs that differ one by one. The defaults, 100
  /// of each, are a study that knows as much as is known now; only the ratio counts.
  ///
  /// *Assumed*: the mean net benefit expected after the study is distributed as E[b | x_i], drawn in towards its
  /// mean. That is exact where net benefits are linear in a normal input that is observed with normal errors, and
  /// has the right variance where they are linear in an input whose mean a study updates linearly; elsewhere it is
  /// an approximation, which the figures' notes recall. A group is observed as one. Cells,
  /// runs that choose and runs that value are those of `evppi`. Reads `studySize`, `priorSize`, `cells`,
  /// `dummy`. Laws, of any one sample: 0 ≤ EVSI ≤ EVPPI ≤ EVPI; EVSI rises with n, and to EVPPI.
  /// - SeeAlso: [JalalAlarid2018] for the approximation; [Heath2018] for one by the same moments.
  public static let sampleInformation = SensitivityMethod(
    "evsi", "What a study of an input is worth before choosing a plan.",
    kinds: [
      ("evpi", "Value of knowing all inputs."),
      ("evppi", "Value of knowing the input or group."),
      ("evsi", "Value of a study that informs the input or group."),
    ],
    rankedBy: "evsi",
    start: { try InformationAnalysis($0, outputs: $1, $2.independent, study: InformingStudy($2)) })
}
