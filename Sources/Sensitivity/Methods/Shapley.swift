extension SensitivityMethod {
  /// Shapley effects: the output's variance shared out among the inputs, also where they depend on each
  /// other.
  ///
  /// ```
  /// φ_i = E over orders of (c(i and those before) − c(those before)) / V(y)
  /// c(u) = E[V(y | all but u)]
  /// ```
  ///
  /// A base run takes the groups in a random order and draws one after the other anew, given the rest: 1 + G
  /// runs. Of inputs that depend on each other, each gets its share of what they explain together,
  /// so that one the function does not see may have some. Law: effects of one sample sum to 1; independent
  /// inputs have effects between their first-order and total indices.
  /// - SeeAlso: [Owen2014]; [Song2016] for dependent inputs and the design; [Goda2021] for one block's
  ///   sums.
  public static let shapley = SensitivityMethod(
    "shapley", "Shares of the variance that sum to 1, also of inputs that depend on each other.",
    kinds: [("shapley", "Share of the variance, interactions and dependence divided evenly.")],
    start: { try ShapleyAnalysis($0, outputs: $1, $2) })
}
