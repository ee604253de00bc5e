import LinearAlgebra
import Statistics

/// How often each base run counts: once in the sample itself, and in every resample.
///
/// Base runs are counted in groups, all runs of one alike.
///
/// *Monte Carlo*: independent counts with mean 1, variance 1 and third central moment 0.98, from 0 to
/// 5: nearly Poisson's, in 256ths, so that one byte gives one. A count depends on the seed, the group
/// and the resample alone, so that runs can come in any blocks, and more of them later. The first 1,024
/// base runs are groups of one, the next 1,024 of two, the next 2,048 of four and so on: sums over groups
/// vary as sums over runs do, and 16,384 runs take 3,072 counts a resample.
///
/// *Quasi-random*: the group is the replicate, `k mod replicates` for base run k; resample r leaves out
/// replicate r − 1 (the jackknife).
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

  /// Base runs that are groups of their own.
  private static let singles = 1024

  /// The group of a base run; rising with it, for independent ones.
  func group(of unit: Int) -> Int {
    switch sampling {
    case .quasiRandom(let replicates): return unit % replicates
    case .monteCarlo:
      guard unit >= Resampling.singles else { return unit }
      // In [singles · 2^j, singles · 2^(j + 1)) there are singles / 2 groups of 2^(j + 1).
      let octave = Int.bitWidth - 1 - (unit / Resampling.singles).leadingZeroBitCount
      let before = Resampling.singles + octave * Resampling.singles / 2
      return before + (unit - (Resampling.singles << octave)) >> (octave + 1)
    }
  }

  /// The counts of some groups, one after the other, ``stride`` each.
  ///
  /// - Parameter groups: Their indices, not falling.
  func counts(ofGroups groups: [Int]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: groups.count * stride)
    guard let first = groups.first, let last = groups.last else { return result }
    let (count, stride) = (count, stride)
    // A uniform number gives six bytes; a group takes whole numbers.
    let width = (count + 5) / 6
    let isMonteCarlo = if case .monteCarlo = sampling { true } else { false }
    let numbers =
      isMonteCarlo
      ? RandomStream(seed: seed, purpose: RandomPurpose.resamples.rawValue, draw: 0)
        .uniforms((last + 1 - first) * width, from: UInt64(first * width)) : []
    result.withUnsafeMutableBufferPointer { result in
      for (place, group) in groups.enumerated() {
        let own = place * stride
        result[own] = 1
        guard isMonteCarlo else {
          for r in 0..<count { result[own + 1 + r] = group == r ? 0 : 1 }
          continue
        }
        for k in 0..<width {
          var bits = UInt64(numbers[(group - first) * width + k] * 0x1p48)
          for r in (6 * k)..<min(6 * k + 6, count) {
            result[own + 1 + r] = countOfByte[Int(bits & 255)]
            bits >>= 8
          }
        }
      }
    }
    return result
  }

  /// The counts of some base runs, rising, one after the other, ``stride`` each.
  func counts(of units: [Int]) -> [UInt16] {
    let groups = units.map(group)
    let (first, last) = ((groups.min() ?? 0), (groups.max() ?? -1))
    let counts = counts(ofGroups: Array(first..<last + 1))
    return [UInt16](unsafeUninitializedCapacity: units.count * stride) { buffer, used in
      counts.withUnsafeBufferPointer { counts in
        for (place, group) in groups.enumerated() {
          for r in 0..<stride {
            buffer[place * stride + r] = UInt16(counts[(group - first) * stride + r])
          }
        }
      }
      used = units.count * stride
    }
  }

  /// Counts as a matrix: one row a group or run, 1 + ``count`` columns.
  func matrix(_ counts: [some BinaryInteger]) -> Matrix {
    let (rows, columns, stride) = (counts.count / stride, count + 1, stride)
    let elements = [Double](unsafeUninitializedCapacity: rows * columns) { buffer, used in
      counts.withUnsafeBufferPointer { counts in
        for row in 0..<rows {
          for r in 0..<columns { buffer[row * columns + r] = Double(counts[row * stride + r]) }
        }
      }
      used = rows * columns
    }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }
}

/// The count that a byte stands for: 94, 95, 46, 16, 4 and 1 of 256 bytes give 0 to 5.
private let countOfByte: [UInt8] = [94, 95, 46, 16, 4, 1].enumerated().flatMap { count, bytes in
  [UInt8](repeating: UInt8(count), count: bytes)
}
