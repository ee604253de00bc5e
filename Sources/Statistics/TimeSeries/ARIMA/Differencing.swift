/// Differences of a series, plain and over a period: `w = (1 − B)ᵈ (1 − Bᵐ)ᴰ y`.
struct Differencing: Equatable {
  /// δ: `w_t = Σ δ_k y_{t−k}`, the first 1.
  let coefficients: [Double]

  init(_ plain: Int, seasonal: Int, period: Int) {
    var coefficients = [1.0]
    for _ in 0..<plain { coefficients = convolution(coefficients, [1, -1]) }
    let whole = [1.0] + [Double](repeating: 0, count: max(period - 1, 0)) + [-1]
    for _ in 0..<seasonal { coefficients = convolution(coefficients, whole) }
    self.coefficients = coefficients
  }

  /// How many values are lost.
  var lost: Int { coefficients.count - 1 }

  /// w of a series; shorter by ``lost``.
  func differences(of series: [Double]) -> [Double] {
    (lost..<max(series.count, lost)).map { t in
      coefficients.indices.reduce(0.0) { $0 + coefficients[$1] * series[t - $1] }
    }
  }

  /// The series that goes on from past values with given differences.
  func series(after past: [Double], differences: [Double]) -> [Double] {
    var all = past
    for difference in differences {
      let carried = coefficients.indices.dropFirst().reduce(0.0) {
        $0 - coefficients[$1] * all[all.count - $1]
      }
      all.append(difference + carried)
    }
    return Array(all[past.count...])
  }

  /// What a unit of a difference adds to the series k steps later, k from 0: `1 / δ(B)`.
  func effects(_ count: Int) -> [Double] {
    var effects = [1.0]
    for k in 1..<max(count, 1) {
      effects.append(
        coefficients.indices.dropFirst().prefix(k).reduce(0.0) {
          $0 - coefficients[$1] * effects[k - $1]
        })
    }
    return effects
  }
}
