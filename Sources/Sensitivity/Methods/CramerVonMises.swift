import Statistics

extension SensitivityMethod {
  /// How much an input decides of where the output lies, above or below any value: Cramér–von Mises
  /// indices.
  ///
  /// ```
  /// C_i = ∫ V(P(y ≤ t | x_i)) dF(t) / ∫ F(t) (1 − F(t)) dF(t)
  ///     ≈ 1 − N Σ_j |r_j' − r_j| / (2 Σ_j l_j (N − l_j))
  /// ```
  ///
  /// r_j is the number of outputs up to that of run j, l_j of those not below it, j' the run next above j in
  /// x_i. All of the distribution counts, not its variance alone. Of single inputs; groups change nothing.
  /// Reads `dummy`. Laws: 0 for an input that the output does not depend on, 1 for one that decides
  /// it; a rising function applied to the output changes nothing.
  /// - SeeAlso: [Gamboa2018] for the index; [Chatterjee2021] for the estimate.
  public static let cramerVonMises = SensitivityMethod(
    "cvm", "Shares of all that varies in a distribution, not of its variance alone.",
    kinds: [("cramer-von-mises", "Share of the spread of ranks that the input decides.")],
    start: {
      try RankAnalysis($0, outputs: $1, $2.independent, "cramer-von-mises") { values in
        let ranks = OutputRanks(values)
        return RankFigure(
          values: ranks.upTo, kernel: { abs($0 - $1) }, features: [ranks.spread],
          between: ranks.spanned,
          figure: { average, means in
            let n = Double(values.count)
            return 1 - average * (n - 1) / n / (ranks.whole + means[0] - ranks.spreadMean)
          })
      }
    })
}

/// Ranks of outputs as shares of the runs.
private struct OutputRanks: Sendable {
  /// Share of the runs up to each, r / N.
  let upTo: [Double]
  /// What each run has to do with ``whole``.
  let spread: [Double]
  /// The mean of that.
  let spreadMean: Double
  /// `2 Σ l (N − l) / N³`.
  let whole: Double

  init(_ values: [Double]) {
    let n = Double(values.count)
    let quantity = SortedQuantity(values)
    let ends = Array(quantity.starts.dropFirst()) + [values.count]
    var (upTo, spread) = (values, values)
    var (whole, before) = (0.0, 0.0)
    for (start, end) in zip(quantity.starts, ends) {
      let notBelow = 1 - Double(start) / n
      // Sum of 1 − 2 l / N over the runs whose own l counts this one: those up to it.
      before += Double(end - start) * (1 - 2 * notBelow)
      whole += Double(end - start) * 2 * notBelow * (1 - notBelow)
      for k in start..<end {
        let run = Int(quantity.order[k])
        upTo[run] = Double(end) / n
        spread[run] = 2 * (notBelow * (1 - notBelow) + before / n)
      }
    }
    (self.upTo, self.spread, self.whole) = (upTo, spread, whole / n)
    spreadMean = mean(of: spread)
  }

  /// How many pairs of neighbours each run's rank lies between, as a share of the runs: by that much a
  /// further run there would widen their distances.
  func spanned(_ order: [Int32]) -> [Double] {
    let n = order.count
    // A pair spans the ranks above its lower and up to its upper one.
    var changes = [Double](repeating: 0, count: n + 2)
    func rank(_ place: Int) -> Int { Int((upTo[Int(order[place])] * Double(n)).rounded()) }
    for j in 0..<n - 1 {
      let (a, b) = (rank(j), rank(j + 1))
      changes[min(a, b) + 1] += 1
      changes[max(a, b) + 1] -= 1
    }
    for k in 1..<changes.count { changes[k] += changes[k - 1] }
    return upTo.map { changes[Int(($0 * Double(n)).rounded())] / Double(n) }
  }
}
