extension SensitivityMethod {
  /// Variance-based indices from frequencies (extended FAST): each input in turn goes fast to and fro
  /// along a curve while the others go slowly.
  ///
  /// ```
  /// S_i: variance at the first ten multiples of the fast frequency, in phase with it / V(y)
  /// T_i: 1 − variance at slow frequencies / V(y)
  /// ```
  ///
  /// A base run is one curve of `curvePoints` points for each input, and for the dummy, from random phases;
  /// intervals come from base runs, 16 and more of them. Of single inputs; groups change nothing. Ten
  /// multiples hold all but about a thousandth of S where the slope of a function jumps; for inputs without
  /// ends two functions of their tails join them. Without the
  /// dummy's curve totals near 0 come out up to 0.0005 too large. Reads `curvePoints`, `dummy`. Laws: an
  /// input that is not seen has S and T of 0 within their intervals; scaling and shifting an output changes
  /// nothing.
  /// - SeeAlso: [Saltelli1999].
  public static let extendedFAST = SensitivityMethod(
    "fast", "Shares of the variance by frequencies along curves.",
    kinds: [
      ("first-order", "Share of the variance that knowing the input would take away."),
      ("total-order", "Share of the variance that stays if all but the input are known."),
    ],
    rankedBy: "total-order",
    takesCorrelated: false, takesShares: false,
    start: { FourierAnalysis($0, outputs: $1, $2) })
}
