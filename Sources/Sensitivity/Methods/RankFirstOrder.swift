import Statistics

extension SensitivityMethod {
  /// First-order indices of all inputs from one sample, by ranks: outputs of runs that are neighbours in
  /// an input go together as far as that input decides them.
  ///
  /// `S_i = (Σ_j y_j y_j' / (N − 1) − ȳ²) / V(y)`, j' the run next above j in x_i. No number of classes or
  /// frequencies has to be chosen. Intervals are bootstrapped by what each run has to do with its
  /// neighbours, which stay what they are. Of single inputs; groups change nothing. Reads `dummy`. Laws:
  /// scaling and shifting an output changes nothing, nor does a rising function applied to an input and
  /// its distribution alike.
  /// - SeeAlso: [Gamboa2022].
  public static let rankFirstOrder = SensitivityMethod(
    "rank-first-order", "First-order shares of the variance by ranks, with nothing to choose.",
    kinds: [("first-order", "Share of the variance that knowing the input would take away.")],
    start: { try RankAnalysis.firstOrder($0, outputs: $1, $2.independent) })
}

extension RankAnalysis {
  /// First-order indices by ranks.
  static func firstOrder(
    _ problem: Problem, outputs: [String], _ settings: Settings
  ) throws -> RankAnalysis {
    try RankAnalysis(problem, outputs: outputs, settings, "first-order") { values in
      let center = mean(of: values)
      let excess = values.map { $0 - center }
      return RankFigure(
        values: excess, kernel: { $0 * $1 }, features: [excess, excess.map { $0 * $0 }],
        between: nil,
        figure: { average, means in
          let square = means[0] * means[0]
          return (average - square) / (means[1] - square)
        })
    }
  }
}
