public import LinearAlgebra

extension ARIMAModel {
  /// The forecast of the steps after the series, with its exact variance for the terms estimated.
  ///
  /// - Parameters:
  ///   - horizon: Steps ahead, ≥ 1.
  ///   - regressors: X of these steps, a row for each; `nil` for models without.
  public func forecast(_ horizon: Int, regressors: Matrix? = nil) -> SeriesForecast {
    precondition(horizon >= 1, "a forecast \(horizon) steps ahead")
    let columns = Self.columns(hasMean, regressors, horizon)
    precondition(
      columns.count == coefficients.count && columns.allSatisfy { $0.count == horizon },
      "\(columns.count) columns over \(regressors?.rows ?? horizon) steps, "
        + "\(coefficients.count) coefficients over \(horizon)")
    let size = state.count
    let phi = polynomials.phi + Array(repeating: 0, count: size - polynomials.phi.count)
    // The state carried on, and what each part of the first state does to the step: rows e₀ᵀ Tʲ.
    var (now, row) = (state, [1.0] + Array(repeating: 0, count: size - 1))
    var differences: [Double] = []
    var rows: [[Double]] = []
    for _ in 0..<horizon {
      differences.append(now[0])
      rows.append(row)
      now = (0..<size).map { phi[$0] * now[0] + ($0 + 1 < size ? now[$0 + 1] : 0) }
      row =
        [zip(row, phi).reduce(0) { $0 + $1.0 * $1.1 }] + row.dropLast()
    }
    let carried = differencing.series(after: past, differences: differences)
    let effects = differencing.effects(horizon)
    let responses = Array(convolution(effects, polynomials.responses(horizon)).prefix(horizon))
    var chance = 0.0
    let errors = (1...horizon).map { step in
      var known = [Double](repeating: 0, count: size)
      for j in 0..<step {
        for i in 0..<size { known[i] += effects[step - 1 - j] * rows[j][i] }
      }
      if step >= 2 { chance += responses[step - 2] * responses[step - 2] }
      var spread = chance
      for i in 0..<size {
        for j in 0..<size { spread += known[i] * known[j] * covariance[i * size + j] }
      }
      return (variance * spread).squareRoot()
    }
    return SeriesForecast(
      means: (0..<horizon).map { t in
        carried[t] + zip(coefficients, columns).reduce(0) { $0 + $1.0 * $1.1[t] }
      },
      standardErrors: errors)
  }
}
