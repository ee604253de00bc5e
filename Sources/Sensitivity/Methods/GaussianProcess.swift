extension SensitivityMethod {
  /// Variance-based indices from a surrogate: the mean of a Gaussian process that one sample's runs have been
  /// told to.
  ///
  /// ```
  /// y ≈ m(x) = β + Σ_a α_a Π_i k_i(x_i, x_ai)        S_u = V(E[m | x_u]) / V(m)
  /// ```
  ///
  /// k is Matérn's kernel of smoothness 5/2 with a length for each input, in the input itself where it has ends,
  /// else in the normal number that stands where it does. Lengths and nugget are the likeliest, by the first 400
  /// runs; the process is told the first 1,000 (`runs-told`; a note says so where there are more). Integrals are
  /// sums over 96 points an input. `q-squared` is the share of the variance that all other runs foretell of a
  /// run. What it falls short of 1 by bounds what the rest of the function can add to or take from an index, and
  /// widens every interval, by the worse end of its own; so does what the misses of runs left out say of the
  /// index, with its resamples. Intervals hold more often than 95 times in 100. Above a tenth a note says so, and
  /// if nothing is foretold there are no figures. No form of the function is assumed: what is nearly a polynomial
  /// takes fewer runs with `polynomial-chaos`, what jumps wants `sobol`. Groups have one figure. Reads
  /// `secondOrder`, `dummy`. Laws: an input that the function does not see has indices of 0 within their
  /// intervals; scaling and shifting an output changes nothing but, by rounding, where the search for lengths ends.
  /// - SeeAlso: [OakleyOHagan2004]; [Marrel2009]; [Dubrule1983] for runs left out.
  public static let gaussianProcess = SensitivityMethod(
    "gaussian-process",
    "Shares of the variance from few runs of a function without jumps, by a Gaussian process.",
    kinds: [
      ("first-order", "Share of the variance that knowing the input would take away."),
      ("total-order", "Share of the variance that stays if all but the input are known."),
      ("second-order", "Share of the variance from the interaction of two inputs."),
      ("q-squared", "Share of the variance that the process foretells of runs left out."),
      ("runs-told", "Runs that the process has been told."),
    ],
    rankedBy: "total-order", takesCorrelated: false,
    start: { try GaussianProcessAnalysis($0, outputs: $1, $2) })
}
