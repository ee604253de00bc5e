import LinearAlgebra

/// Sums over base runs, of the sample and of every resample, in memory that does not grow with them.
///
/// `S[r, f] = Σ_g w[g, r] · Σ_(k in g) x[k, f]` over the groups g of ``Resampling``, by BLAS a few hundred
/// groups at a time: the bits depend on the processor, but not on blocks, threads or the order of
/// evaluation.
struct ResampledSums: Sendable {
  let resampling: Resampling
  /// Base runs added up.
  private(set) var units = 0
  private let columns: Int
  private var added: Matrix
  /// Sums of the groups that are not yet among the resamples', one row each.
  private var waiting: [Double]
  private var groups: [Int] = []
  /// Whether groups come and go, or runs keep coming to all of them.
  private let isMonteCarlo: Bool

  /// Groups that are added up at once.
  private static let batch = 512

  /// No runs yet.
  ///
  /// - Parameter columns: Number of features of a base run.
  init(_ resampling: Resampling, columns: Int) {
    self.resampling = resampling
    self.columns = columns
    isMonteCarlo = if case .monteCarlo = resampling.sampling { true } else { false }
    added = Matrix(rows: resampling.count + 1, columns: columns, repeating: 0)
    let rows = isMonteCarlo ? ResampledSums.batch : resampling.count
    waiting = Array(repeating: 0, count: rows * columns)
    if !isMonteCarlo { groups = Array(0..<rows) }
  }

  /// Adds base runs.
  ///
  /// - Parameters:
  ///   - first: The index of run 0.
  ///   - kept: Which runs, rising.
  ///   - fill: Writes the features of one of them.
  mutating func add(
    _ kept: [Int], first: Int, _ fill: (Int, UnsafeMutablePointer<Double>) -> Void
  ) {
    let columns = columns
    var features = [Double](repeating: 0, count: columns)
    for unit in kept {
      let group = resampling.group(of: first + unit)
      let isNew = isMonteCarlo && group != groups.last
      if isNew {
        if groups.count == ResampledSums.batch {
          added = totals
          groups = []
        }
        groups.append(group)
      }
      let row = isMonteCarlo ? groups.count - 1 : group
      waiting.withUnsafeMutableBufferPointer { waiting in
        let to = waiting.baseAddress! + row * columns
        if isNew {
          fill(unit, to)
        } else {
          features.withUnsafeMutableBufferPointer { features in
            fill(unit, features.baseAddress!)
            for f in 0..<columns { to[f] += features[f] }
          }
        }
      }
    }
    units += kept.count
  }

  /// The sums: one row for the sample, one for each resample.
  var totals: Matrix {
    guard !groups.isEmpty else { return added }
    let weights = resampling.matrix(resampling.counts(ofGroups: groups))
    let sums = Matrix(rows: waiting.count / columns, columns: columns, elements: waiting)
    return added
      + MatrixView(weights).transposed * sums[rows: 0..<groups.count, columns: 0..<columns]
  }
}
