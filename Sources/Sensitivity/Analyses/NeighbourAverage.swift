/// The average of a symmetric kernel over runs that are neighbours in an input, and what each run
/// has to do with it.
///
/// Neighbours have nearly the same value of the input, so that a(y, y') of a pair is a draw of the kernel
/// for two outputs given that value. With ψ(j) the kernel's mean between run j and the ``reach`` runs to
/// either side, run j stands for
///
/// ```
/// a(j, j + 1) + ψ(j) − ψ(j + 1)
/// ```
///
/// These add up to the kernel's sum but for its ends. Unlike a(j, j + 1), which two runs share, they are
/// uncorrelated: the bracket's part that y(j + 1) decides is moved to run j + 1. So the variance of their
/// mean, as a bootstrap sees it, is that of the average.
/// - SeeAlso: [Chatterjee2021] for averages over neighbours.
struct NeighbourAverage: Sendable {
  /// The mean over the n − 1 pairs of neighbours.
  let average: Double
  /// What each run stands for, by run.
  let influence: [Double]

  /// Runs to either side among which a kernel's mean is taken.
  private static let reach = 16

  /// - Parameters:
  ///   - order: Runs by rising input, at least 2.
  ///   - values: What the kernel takes, run by run.
  ///   - kernel: Symmetric.
  init(_ order: [Int32], _ values: [Double], _ kernel: (Double, Double) -> Double) {
    let n = order.count
    let y = order.map { values[Int($0)] }
    var means = [Double](repeating: 0, count: n)
    y.withUnsafeBufferPointer { y in
      for j in 0..<n {
        let (low, high) = (max(0, j - Self.reach), min(n - 1, j + Self.reach))
        var total = 0.0
        for l in low...high where l != j { total += kernel(y[j], y[l]) }
        means[j] = total / Double(high - low)
      }
    }
    var (sum, influence) = (0.0, [Double](repeating: 0, count: n))
    for j in 0..<n - 1 {
      let pair = kernel(y[j], y[j + 1])
      sum += pair
      influence[Int(order[j])] = pair + means[j] - means[j + 1]
    }
    average = sum / Double(n - 1)
    // The last run has no next one: it stands for what it decides alone.
    influence[Int(order[n - 1])] = means[n - 1]
    self.influence = influence
  }
}
