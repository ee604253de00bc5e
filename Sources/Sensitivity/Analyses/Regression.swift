import LinearAlgebra

/// Correlations of the inputs with each other and with an output, and the coefficients that follow.
struct RegressionCoefficients {
  /// Coefficients of the regression of the standardised output on the standardised inputs.
  let standardised: [Double]
  /// Correlation of each input with the output, both without what the other inputs explain.
  let partial: [Double]
  /// Share of the output's variance that the regression explains, 0 to 1.
  let determination: Double

  /// From second moments: `b = C⁻¹ r`, `R² = rᵀ b`, `p_i = b_i / √((C⁻¹)_ii (1 − R²) + b_i²)`.
  ///
  /// - Parameters:
  ///   - all: (n + 1) × (n + 1): weighted sums of products of centred values, the output's
  ///     last.
  ///   - left: Inputs that are left out; their coefficients are not numbers.
  /// - Returns: `nil` where an input or the output does not vary, or inputs depend on each other.
  init?(_ all: Matrix, leaving left: Set<Int> = []) {
    let taken = (0..<all.rows).filter { !left.contains($0) }
    let n = taken.count - 1
    let moments = left.isEmpty ? all : Matrix(taken.map { i in taken.map { all[i, $0] } })
    let scales = (0...n).map { moments[$0, $0] }
    guard scales.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    var inputs = Matrix(rows: n, columns: n, repeating: 0)
    for i in 0..<n {
      for j in 0..<n { inputs[i, j] = moments[i, j] / (scales[i] * scales[j]).squareRoot() }
    }
    let output = (0..<n).map { moments[$0, n] / (scales[$0] * scales[n]).squareRoot() }
    let factor: CholeskyFactor
    do {
      factor = try CholeskyFactor(inputs)
    } catch {
      return nil
    }
    let b = factor.solve(output)
    let inverse = factor.inverse
    // Rounding can take the share of an exact fit beyond 1.
    let explained = min(zip(output, b).reduce(0) { $0 + $1.0 * $1.1 }, 1)
    func spread(_ values: [Double]) -> [Double] {
      var result = [Double](repeating: .nan, count: all.rows - 1)
      for (place, value) in zip(taken, values) { result[place] = value }
      return result
    }
    standardised = spread(b)
    determination = explained
    partial = spread(
      b.indices.map { i in
        b[i] == 0 ? 0 : b[i] / (inverse[i, i] * (1 - explained) + b[i] * b[i]).squareRoot()
      })
  }
}

/// Which of the coefficients a method gives.
enum RegressionFigure: Sendable {
  case standardised, partial

  /// The kinds of a method.
  func kinds(ofRanks: Bool) -> [(id: String, sentence: String)] {
    let what = ofRanks ? "the ranks of the output" : "the output"
    let first =
      switch self {
      case .standardised:
        (
          ofRanks ? "srrc" : "src",
          "Standard deviations by which \(what) moves with one of the input."
        )
      case .partial:
        (
          ofRanks ? "prcc" : "pcc",
          "Correlation with \(what), both without what the other inputs explain."
        )
      }
    let share = "Share of the variance of \(what) that a linear function explains."
    return [first, ("r-squared", share)]
  }

  /// The measures of one output from the coefficients in the sample and every resample.
  ///
  /// - Parameters:
  ///   - names: The inputs, the dummy last if there is one.
  ///   - left: Places of inputs that were left out because they follow from others.
  func measures(
    _ all: [RegressionCoefficients?], names: [String], leaving left: Set<Int> = [], ofRanks: Bool,
    output: String, _ resampling: Resampling, units: Int
  ) -> [Measure] {
    let kinds = kinds(ofRanks: ofRanks)
    func measure(
      _ kind: String, _ name: String, _ value: (RegressionCoefficients) -> Double
    ) -> Measure {
      guard units > names.count + 2, all[0] != nil else {
        let note =
          units > names.count + 2
          ? "not defined: the output or an input does not vary"
          : "not defined: \(units) runs for \(names.count) inputs"
        return Measure(kind, of: name, output: output, nil, note: note)
      }
      let estimate = resampling.estimate(all.map { $0.map(value) ?? .nan }, units: units)
      let note = resampling.doubt(about: estimate, units: units)
      return Measure(kind, of: name, output: output, estimate, note: note)
    }
    return names.indices.map { i in
      if left.contains(i) {
        return Measure(
          kinds[0].id, of: names[i], output: output, nil,
          note: "not defined: it follows from the other shares of its row, which stand for it")
      }
      return measure(kinds[0].id, names[i]) {
        self == .partial ? $0.partial[i] : $0.standardised[i]
      }
    } + [measure(kinds[1].id, Measure.allName) { $0.determination }]
  }
}
