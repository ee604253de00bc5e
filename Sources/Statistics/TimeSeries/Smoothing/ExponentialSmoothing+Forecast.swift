extension ExponentialSmoothing {
  /// The forecast of the steps after the series.
  ///
  /// Variances in closed form. For multiplicative seasons they leave out that the seasons drift too, by
  /// less than a part γ² σ² of themselves a period.
  ///
  /// - Parameter horizon: Steps ahead, ≥ 1.
  /// - SeeAlso: [Hyndman2008], table 6.2 and section 6.3.
  public func forecast(_ horizon: Int) -> SeriesForecast {
    precondition(horizon >= 1, "a forecast \(horizon) steps ahead")
    let state = path.end
    // What a unit of slope adds up to, and what an error adds to a later forecast.
    var (reach, damped) = (0.0, 1.0)
    var levels: [Double] = []
    var effects: [Double] = []
    for step in 1...horizon {
      damped *= weights.damping
      reach += damped
      levels.append(state.level + (form.trend == .none ? 0 : reach * state.slope))
      let again = form.season == .additive && step % period == 0 ? weights.season : 0
      effects.append(weights.level + (form.trend == .none ? 0 : weights.slope * reach) + again)
    }
    let seasons = (0..<horizon).map { form.season == .none ? 0 : state.seasons[$0 % period] }
    let isScaled = form.season == .multiplicative
    let plain = isScaled ? levels : zip(levels, seasons).map { $0 + $1 }
    let variances =
      form.error == .additive ? additive(effects) : multiplicative(effects, about: plain)
    return SeriesForecast(
      means: isScaled ? zip(plain, seasons).map { $0 * $1 } : plain,
      standardErrors: variances.indices.map { step in
        (isScaled ? abs(seasons[step]) : 1) * variances[step].squareRoot()
      })
  }

  /// `σ² (1 + Σ_{j<h} c_j²)`.
  private func additive(_ effects: [Double]) -> [Double] {
    var total = 1.0
    return effects.map { effect in
      defer { total += effect * effect }
      return variance * total
    }
  }

  /// `(1 + σ²) θ_h − μ_h²` with `θ_h = μ_h² + σ² Σ_{j<h} c_j² θ_{h−j}`.
  private func multiplicative(_ effects: [Double], about means: [Double]) -> [Double] {
    var squares: [Double] = []
    for (step, mean) in means.enumerated() {
      let drift = (0..<step).reduce(0.0) {
        $0 + effects[$1] * effects[$1] * squares[step - 1 - $1]
      }
      squares.append(mean * mean + variance * drift)
    }
    return zip(squares, means).map { max(0, (1 + variance) * $0 - $1 * $1) }
  }
}
