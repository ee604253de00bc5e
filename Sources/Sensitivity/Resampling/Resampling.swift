import LinearAlgebra
import Statistics

/// How often each base run counts: once in the sample itself, and in every resample.
///
/// *Monte Carlo*: independent counts with mean 1, variance 1 and third central moment 0.98, from 0 to
/// 5: nearly Poisson's, in 256ths, so that one byte gives one. A count depends on the seed, the base
/// run and the resample alone, so that runs can come in any blocks, and more of them later.
///
/// *Quasi-random*: resample r leaves out replicate r − 1 (the jackknife by groups); base run k belongs
/// to replicate `k mod replicates`.
/// - SeeAlso: [HanleyMacGibbon2006] for counts that are independent; [Owen1995] for replicates.
struct Resampling: Sendable, Equatable {
  let sampling: Sampling
  let seed: UInt64

  init(_ settings: Settings) {
    sampling = settings.sampling
    seed = settings.seed
  }

  init(sampling: Sampling, seed: UInt64) {
    self.sampling = sampling
    self.seed = seed
  }

  /// Resamples, without the sample itself.
  var count: Int {
    switch sampling {
    case .quasiRandom(let replicates): replicates
    case .monteCarlo(let resamples): resamples
    }
  }

  /// Counts to the base run, with those of the sample itself in front: 1 + ``count``, filled up with
  /// zeros to a multiple of 16.
  var stride: Int { (count + 16) / 16 * 16 }

  /// The counts of some base runs, one after the other, ``stride`` each.
  func counts(of units: [Int]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: units.count * stride)
    for (place, unit) in units.enumerated() {
      let start = place * stride
      result[start] = 1
      switch sampling {
      case .quasiRandom(let replicates):
        for r in 0..<count { result[start + 1 + r] = unit % replicates == r ? 0 : 1 }
      case .monteCarlo:
        let stream = RandomStream(
          seed: seed, purpose: RandomPurpose.resamples.rawValue, draw: UInt32(unit))
        for eight in 0..<(count + 7) / 8 {
          var bits = stream.bits(at: UInt64(eight))
          for r in (8 * eight)..<min(8 * eight + 8, count) {
            result[start + 1 + r] = countOfByte[Int(bits & 255)]
            bits >>= 8
          }
        }
      }
    }
    return result
  }

  /// The counts of some base runs as a matrix: one row each, 1 + ``count`` columns.
  func weights(of units: [Int]) -> Matrix {
    let counts = counts(of: units)
    let (stride, columns) = (stride, count + 1)
    let elements = [Double](unsafeUninitializedCapacity: units.count * columns) { buffer, used in
      for unit in units.indices {
        for r in 0..<columns { buffer[unit * columns + r] = Double(counts[unit * stride + r]) }
      }
      used = units.count * columns
    }
    return Matrix(rows: units.count, columns: columns, elements: elements)
  }

  /// A figure and its interval from the figure in the sample and in every resample.
  ///
  /// Standard error: of resamples their standard deviation; of a jackknife
  /// `√((R − 1) / R · Σ (θ_r − θ̄)²)`. Interval: `θ ± t · s` with R − 1 degrees of freedom, or one less
  /// than there are base runs if that is less.
  ///
  /// - Parameters:
  ///   - figures: The sample's first; 1 + ``count`` of them.
  ///   - units: How many base runs there are.
  /// - Returns: None where the figure, or that of a resample, is not finite.
  func estimate(_ figures: [Double], units: Int) -> Estimate? {
    guard figures.allSatisfy(\.isFinite) else { return nil }
    let replicates = Array(figures.dropFirst())
    let center = mean(of: replicates)
    let squares = sum(of: replicates.lazy.map { ($0 - center) * ($0 - center) })
    let r = Double(replicates.count)
    let isJackknife = if case .quasiRandom = sampling { true } else { false }
    let error = (isJackknife ? squares * (r - 1) / r : squares / (r - 1)).squareRoot()
    let freedom = min(r - 1, Double(units - 1))
    return Estimate(
      value: figures[0], standardError: error,
      halfWidth: error * StudentT(freedom: max(freedom, 1)).quantile(at: 0.975),
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
      return abs(skewness) > 1 ? "unreliable: a few runs carry the figure" : nil
    }
  }

  private var leastReliable: Int {
    switch sampling {
    case .quasiRandom(let replicates): 8 * replicates
    case .monteCarlo: 64
    }
  }
}

/// The count that a byte stands for: 94, 95, 46, 16, 4 and 1 of 256 bytes give 0 to 5.
private let countOfByte: [UInt8] = [94, 95, 46, 16, 4, 1].enumerated().flatMap { count, bytes in
  [UInt8](repeating: UInt8(count), count: bytes)
}
