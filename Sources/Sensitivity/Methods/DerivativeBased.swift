extension SensitivityMethod {
  /// Derivative-based measures: how steep the output is in an input, on average, and the most that its
  /// total index can be.
  ///
  /// ```
  /// ν_i = E[(∂y/∂x_i)²]        T_i ≤ E[(w_i ∂y/∂x_i)²] / V(y)
  /// ```
  ///
  /// w is the input's width over π if it is uniform, its standard deviation if it is normal, and for any
  /// other distribution dx/dz, z the normal number that stands where x does: Poincaré's inequality for
  /// uniform and for normal numbers. Derivatives are differences over a ten-thousandth of the
  /// interquartile range, so a base run has 1 + D runs. ν is in squared units of the output over the
  /// input's. An input that takes whole numbers only has none. Of single inputs; groups change nothing.
  /// Laws: ν = c² for a linear function; 0 for an input that is not seen; the bound is T for a linear
  /// function of normal inputs, and never below T but for chance.
  /// - SeeAlso: [SobolKucherenko2009]; [Lamboni2013] for bounds.
  public static let derivativeBased = SensitivityMethod(
    "dgsm", "Mean squared slopes, and the most that total indices can be.",
    kinds: [
      ("dgsm", "Mean square of the output's derivative with respect to the input."),
      ("dgsm-bound", "The most that the input's total index can be."),
    ],
    rankedBy: "dgsm-bound",
    takesCorrelated: false, takesShares: false, readsOrder: true,
    start: { try DerivativeAnalysis($0, outputs: $1, $2) })
}
