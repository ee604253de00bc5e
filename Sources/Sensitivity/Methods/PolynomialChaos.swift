extension SensitivityMethod {
  /// Variance-based indices from a surrogate: a sparse sum of polynomials, orthonormal for the inputs'
  /// distributions, fitted to one sample.
  ///
  /// ```
  /// y ≈ Σ c_t Π p_(t,i)(x_i)        S_u = Σ over terms of u alone c_t² / Σ c_t²
  /// ```
  ///
  /// Degrees rise, and terms are taken one by one, as long as runs that are left out are foretold better.
  /// `q-squared` is the share of the variance foretold of runs left out; what it falls short of 1
  /// by widens every interval, so that what polynomials cannot follow is not hidden, and above a tenth a note
  /// says so. Few runs are enough where the function is smooth; where it jumps use `sobol`. Groups have
  /// one figure. Reads `secondOrder`, `dummy`. Laws: a polynomial is found whole, with Q² = 1 and its exact
  /// indices; scaling and shifting an output changes nothing.
  /// - SeeAlso: [Sudret2008] for indices; [BlatmanSudret2011] for the choice of terms.
  public static let polynomialChaos = SensitivityMethod(
    "polynomial-chaos",
    "Shares of the variance from few runs of a smooth function, by polynomials.",
    kinds: [
      ("first-order", "Share of the variance that knowing the input would take away."),
      ("total-order", "Share of the variance that stays if all but the input are known."),
      ("second-order", "Share of the variance from the interaction of two inputs."),
      ("q-squared", "Share of the variance that the polynomial foretells of runs left out."),
      ("terms", "Terms of the polynomial."),
      ("degree", "The highest degree of a term."),
    ],
    rankedBy: "total-order", takesCorrelated: false,
    start: { try PolynomialAnalysis($0, outputs: $1, $2) })
}
