/// The autocorrelations of a series: `r_k = Σ (y_t − ȳ)(y_{t+k} − ȳ) / Σ (y_t − ȳ)²`.
///
/// - Parameters:
///   - series: In order of time, at least 2 values, not all the same.
///   - lags: The greatest lag, 1 to one less than there are values.
/// - Returns: Of lags 1, 2, …; each −1 to 1.
/// - SeeAlso: [BrockwellDavis1991], section 7.2.
public func autocorrelations(of series: [Double], lags: Int) -> [Double] {
  precondition((1..<max(series.count, 1)).contains(lags), "\(lags) lags of \(series.count) values")
  let centre = mean(of: series)
  let moved = series.map { $0 - centre }
  let whole = sum(of: moved.lazy.map { $0 * $0 })
  precondition(whole > 0, "autocorrelations of values that are all the same")
  return (1...lags).map { lag in
    sum(of: zip(moved, moved.dropFirst(lag)).lazy.map { $0 * $1 }) / whole
  }
}

/// The partial autocorrelations: the last coefficient of the autoregression of each order that has these
/// autocorrelations, by Durbin's recursion.
///
/// - Parameters:
///   - series: In order of time, at least 2 values, not all the same.
///   - lags: The greatest lag, 1 to one less than there are values.
/// - Returns: Of lags 1, 2, …; each −1 to 1.
/// - SeeAlso: [BrockwellDavis1991], section 5.2.
public func partialAutocorrelations(of series: [Double], lags: Int) -> [Double] {
  let r = autocorrelations(of: series, lags: lags)
  var (phi, variance, partial) = ([Double](), 1.0, [Double]())
  for k in 0..<lags {
    let explained = phi.indices.reduce(0.0) { $0 + phi[$1] * r[k - 1 - $1] }
    let last = (r[k] - explained) / variance
    phi = phi.indices.map { phi[$0] - last * phi[k - 1 - $0] } + [last]
    variance *= 1 - last * last
    partial.append(last)
  }
  return partial
}

/// Ljung and Box's test that a series, such as a model's errors, has no autocorrelation:
/// `n (n + 2) Σ r_k² / (n − k)`, by chi-squared.
///
/// - Parameters:
///   - series: In order of time, not all the same.
///   - lags: How many autocorrelations, 1 to one less than there are values.
///   - fitted: Terms estimated if the series is a model's errors; taken off the degrees of freedom, fewer
///     than the lags.
/// - SeeAlso: [LjungBox1978].
public func ljungBox(_ series: [Double], lags: Int, fitted: Int = 0) -> TestResult {
  precondition(fitted >= 0 && fitted < lags, "\(lags) lags, \(fitted) terms")
  let n = Double(series.count)
  let total = autocorrelations(of: series, lags: lags).enumerated().reduce(0.0) {
    $0 + $1.element * $1.element / (n - 1 - Double($1.offset))
  }
  return .chiSquared(n * (n + 2) * total, freedom: lags - fitted)
}
