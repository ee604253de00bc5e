extension SensitivityMethod {
  /// Scenario discovery by a tree: questions about one input at a time that tell cases from other runs, or
  /// high outputs from low ones; each leaf is a box.
  ///
  /// Cases as in `prim` (`cases`); with `tree` set to values the outputs themselves are told apart. The tree
  /// is grown to leaves of a share `leastMass` of the runs and pruned by tenfold cross-validation, to the
  /// smallest tree within a standard error of the best. Every other run grows it, the rest say what its leaves
  /// are worth and how much of the variance it explains (`r-squared`). `importance` is what splits
  /// of an input take away from the sum of squares; its interval is the spread over trees of resamples. Leaves
  /// are boxes by number, from the highest mean of what is told apart. Of single inputs; groups change
  /// nothing. Reads `cases`, `tree`, `leastMass`, `dummy`. Laws: every run lies in exactly one leaf; a rising
  /// function applied to an input and to the limits alike changes nothing.
  /// - SeeAlso: [Breiman1984]; [LempertBryantBankes2008] for trees and `prim` side by side.
  public static let cart = SensitivityMethod(
    "cart", "Which questions about the inputs tell the worst or best runs from the rest.",
    kinds: [
      ("importance", "Share of the squares that splits of the input take away."),
      ("restricted", "Share of resamples in which the tree splits by the input."),
      ("threshold", "The output from which on runs are cases."),
      ("r-squared", "Share of the variance that the tree explains in runs it was not grown from."),
    ] + BoxMeasures.kinds,
    start: { try CARTAnalysis($0, outputs: $1, $2.independent) })
}
