extension SensitivityMethod {
  /// Variance-based indices: the share of an output's variance that goes back to each input, alone and
  /// with others.
  ///
  /// ```
  /// S_i = V(E[y | x_i]) / V(y)        T_i = E[V(y | all but x_i)] / V(y)
  /// S_ij = V(E[y | x_i, x_j]) / V(y) − S_i − S_j
  /// ```
  ///
  /// From a pick-freeze design of 2 + G runs a block, 2 + 2 G for second order (G groups). Reads
  /// `estimator`, `secondOrder`, `dummy`. Laws: a group that the function does not see has T = 0 (by
  /// Jansen's formula exactly); scaling and shifting an output changes nothing.
  /// - SeeAlso: [Sobol1993]; [Homma1996] for T; [Saltelli2010] for the design.
  public static let sobol = SensitivityMethod(
    "sobol", "Shares of the variance: of each input alone, and with all its interactions.",
    kinds: [
      ("first-order", "Share of the variance that knowing the input would take away."),
      ("total-order", "Share of the variance that stays if all but the input are known."),
      ("second-order", "Share of the variance from the interaction of two inputs."),
    ],
    rankedBy: "total-order",
    takesCorrelated: false,
    start: { try SobolAnalysis($0, outputs: $1, $2) })
}
