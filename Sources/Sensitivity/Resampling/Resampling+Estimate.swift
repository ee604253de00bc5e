import Statistics

extension Resampling {
  /// What rounding of outputs may move a figure by, relative: no interval is narrower.
  private static let rounding = 0x1p-46

  /// A figure and its interval from the figure in the sample and in every resample.
  ///
  /// Standard error: of resamples their standard deviation; of a jackknife
  /// `√((R − 1) / R · Σ (θ_r − θ̄)²)`. Interval: `θ ± t · s` with R − 1 degrees of freedom, or one less
  /// than there are base runs if that is less.
  ///
  /// - Parameters:
  ///   - figures: The sample's first; 1 + ``count`` of them.
  ///   - units: How many base runs there are.
  ///   - lessBias: Whether the interval is moved by what resamples exceed the sample by on average: for
  ///     distances, which chance only makes larger.
  /// - Returns: None where the figure, or that of a resample, is not finite.
  func estimate(_ figures: [Double], units: Int, lessBias: Bool = false) -> Estimate? {
    guard figures.allSatisfy(\.isFinite) else { return nil }
    let replicates = Array(figures.dropFirst())
    let center = mean(of: replicates)
    let squares = sum(of: replicates.lazy.map { ($0 - center) * ($0 - center) })
    let r = Double(replicates.count)
    let isJackknife = if case .quasiRandom = sampling { true } else { false }
    let error = (isJackknife ? squares * (r - 1) / r : squares / (r - 1)).squareRoot()
    let freedom = min(r - 1, Double(units - 1))
    let half = max(
      error * StudentT(freedom: max(freedom, 1)).quantile(at: 0.975),
      Resampling.rounding * abs(figures[0]))
    let middle = lessBias ? 2 * figures[0] - center : figures[0]
    return Estimate(
      value: figures[0], standardError: error, interval: (middle - half)...(middle + half),
      replicates: replicates)
  }

  /// Why an estimate is not to be relied on, if so.
  func doubt(about estimate: Estimate?, units: Int) -> String? {
    guard let estimate else { return "not defined: the runs, or a resample of them, do not vary" }
    if units < leastReliable {
      return "unreliable: \(units) base runs, fewer than \(leastReliable)"
    }
    let all = estimate.replicates
    let center = mean(of: all)
    let squares = sum(of: all.lazy.map { ($0 - center) * ($0 - center) })
    guard squares > 0, estimate.standardError > 1e-9 * abs(estimate.value) else { return nil }
    let largest = all.reduce(0) { max($0, ($1 - center) * ($1 - center)) }
    switch sampling {
    case .quasiRandom:
      return largest > 0.6 * squares ? "unreliable: the interval rests on one replicate" : nil
    case .monteCarlo:
      let cubes = sum(of: all.lazy.map { ($0 - center) * ($0 - center) * ($0 - center) })
      let n = Double(all.count)
      let skewness = cubes / n / (squares / n * (squares / n).squareRoot())
      return abs(skewness) > 0.7 ? "unreliable: a few runs carry the figure" : nil
    }
  }

  private var leastReliable: Int {
    switch sampling {
    case .quasiRandom(let replicates): 8 * replicates
    case .monteCarlo: 64
    }
  }
}
