import LinearAlgebra

/// Sums over base runs, of the sample and of every resample, in memory that does not grow with them.
///
/// `S[r, f] = Σ_k w[k, r] · x[k, f]`, by BLAS a few hundred base runs at a time: the bits depend on the
/// processor, but not on blocks, threads or the order of evaluation.
struct ResampledSums: Sendable {
  let resampling: Resampling
  /// Base runs added up.
  private(set) var units = 0
  private let columns: Int
  private var added: Matrix
  private var waiting: [Double] = []
  private var waitingUnits: [Int] = []

  /// Base runs that are added up at once.
  private static let batch = 512

  /// No runs yet.
  ///
  /// - Parameter columns: Number of features of a base run.
  init(_ resampling: Resampling, columns: Int) {
    self.resampling = resampling
    self.columns = columns
    added = Matrix(rows: resampling.count + 1, columns: columns, repeating: 0)
  }

  /// Adds a base run.
  ///
  /// - Parameters:
  ///   - unit: Its index.
  ///   - fill: Writes its features.
  mutating func add(_ unit: Int, _ fill: (UnsafeMutableBufferPointer<Double>) -> Void) {
    if waitingUnits.isEmpty {
      waiting = Array(repeating: 0, count: ResampledSums.batch * columns)
    }
    let start = waitingUnits.count * columns
    waiting.withUnsafeMutableBufferPointer {
      fill(UnsafeMutableBufferPointer(rebasing: $0[start..<start + columns]))
    }
    waitingUnits.append(unit)
    units += 1
    if waitingUnits.count == ResampledSums.batch {
      added = totals
      waitingUnits = []
    }
  }

  /// The sums: one row for the sample, one for each resample.
  var totals: Matrix {
    guard !waitingUnits.isEmpty else { return added }
    let weights = resampling.weights(of: waitingUnits)
    let features = Matrix(rows: ResampledSums.batch, columns: columns, elements: waiting)
    return added
      + MatrixView(weights).transposed
      * features[rows: 0..<waitingUnits.count, columns: 0..<columns]
  }
}
