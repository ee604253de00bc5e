extension SensitivityMethod {
  /// Whether the output depends on an input at all, in any way: Hilbert–Schmidt independence criteria
  /// with a test.
  ///
  /// `R²_i = H(x_i, y) / √(H(x_i, x_i) H(y, y))`, H the sum of squared covariances of all functions of
  /// normal kernels of width 1, x and y being the normal numbers that stand where the input stands in its
  /// distribution and the output among the runs. The p-value is the probability of as large a criterion if
  /// the output did not depend on the input, by a gamma distribution. Of single inputs; groups change
  /// nothing. Reads `dummy`. Laws: R² is 0 for independence alone, and at most 1; a rising function applied
  /// to the output changes nothing; p-values of an input that is not seen are evenly spread.
  /// - SeeAlso: [DaVeiga2015]; [Gretton2007] for the test.
  public static let independence = SensitivityMethod(
    "hsic", "Whether there is any dependence, with a test: for few runs.",
    kinds: [
      ("hsic", "Dependence of the output on the input: 0 for none, 1 at most."),
      ("p-value", "Probability of as much by chance, were there no dependence."),
    ],
    start: { try KernelAnalysis($0, outputs: $1, $2.independent) })
}
