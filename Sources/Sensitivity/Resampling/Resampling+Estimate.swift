import Foundation
import Statistics

/// How an interval lies about its figure.
enum IntervalShape {
  /// As far to either side.
  case plain
  /// As many times larger as smaller, where the figure is above 0 in every resample: for means of
  /// squares, whose errors grow with them and lean to one side.
  case ratio
  /// Moved by twice what resamples exceed the sample by on average, and wider by as much: for largest
  /// distances, which chance only makes larger.
  case lessBias
}

extension Resampling {
  /// What rounding of outputs may move a figure by, relative: no interval is narrower.
  private static let rounding = 0x1p-46

  /// What chance adds to the largest of many differences, over what a resample adds to the sample's.
  ///
  /// A resample has the chance of the sample and its own, √2 times as much. The largest grows with the
  /// size of chance where the differences are level, with its power 4/3 where they have a peak: it
  /// exceeds the truth by 1 / (√2 − 1) = 2.4 to 1 / (2^⅔ − 1) = 1.7 times what resamples exceed it by.
  private static let largestExcess = 2.0

  /// A figure and its interval from the figure in the sample and in every resample.
  ///
  /// Standard error: of resamples their standard deviation; of a jackknife
  /// `√((R − 1) / R · Σ (θ_r − θ̄)²)`. Interval: `θ ± t · s` with R − 1 degrees of freedom, or one less
  /// than there are base runs if that is less.
  ///
  /// - Parameters:
  ///   - figures: The sample's first; 1 + ``count`` of them.
  ///   - units: How many base runs there are.
  ///   - shape: How the interval lies about the figure.
  ///   - bias: What the figure may be wrong by for other reasons than chance: added to the half-width as
  ///     the root of the sum of squares.
  /// - Returns: None where the figure, or that of a resample, is not finite.
  func estimate(
    _ figures: [Double], units: Int, _ shape: IntervalShape = .plain, bias: Double = 0
  ) -> Estimate? {
    guard figures.allSatisfy(\.isFinite) else { return nil }
    let replicates = Array(figures.dropFirst())
    let (center, error) = spread(replicates)
    let freedom = max(min(Double(replicates.count - 1), Double(units - 1)), 1)
    let t = StudentDistribution(freedom: freedom).quantile(at: 0.975)
    let value = figures[0]
    let least = Resampling.rounding * abs(value)
    func estimate(_ lower: Double, _ upper: Double) -> Estimate {
      Estimate(
        value: value, standardError: error, interval: (lower - least)...(upper + least),
        replicates: replicates)
    }
    switch shape {
    case .ratio where figures.allSatisfy { $0 > 0 }:
      let factor = exp(t * spread(replicates.map { log($0) }).error)
      return estimate(value / factor, value * factor)
    case .plain, .ratio:
      let half = (t * error * t * error + bias * bias).squareRoot()
      return estimate(value - half, value + half)
    case .lessBias:
      let excess = Resampling.largestExcess * (center - value)
      let half = (t * error * t * error + excess * excess).squareRoot()
      return estimate(value - excess - half, value - excess + half)
    }
  }

  /// The mean of a figure over resamples and its standard error.
  private func spread(_ replicates: [Double]) -> (center: Double, error: Double) {
    let center = mean(of: replicates)
    let squares = sum(of: replicates.lazy.map { ($0 - center) * ($0 - center) })
    let r = Double(replicates.count)
    let isJackknife = if case .quasiRandom = sampling { true } else { false }
    return (center, (isJackknife ? squares * (r - 1) / r : squares / (r - 1)).squareRoot())
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

extension Estimate {
  /// A figure with the spread that it has over resamples: Student's t times their standard deviation.
  init(value: Double, spread replicates: [Double]) {
    let n = Double(replicates.count)
    let error = variance(of: replicates).squareRoot()
    self.init(
      value: value, standardError: error,
      halfWidth: StudentDistribution(freedom: n - 1).quantile(at: 0.975) * error,
      replicates: replicates)
  }
}
