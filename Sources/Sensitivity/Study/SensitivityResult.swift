import Statistics

/// What a study says: figures with their intervals, and from how many runs.
public struct SensitivityResult: Sendable {
  /// Every figure, by output.
  public let measures: [Measure]
  /// Base runs made.
  public let baseRuns: Int
  /// Runs made.
  public let runs: Int
  /// Runs that failed, whose blocks were dropped; `nil` if none did.
  public let failures: FailureReport?
  let sampling: Sampling

  /// A figure of an input or group.
  ///
  /// - Parameters:
  ///   - kind: One of the method's kinds.
  ///   - input: The input or group, the first of the two for a pair.
  ///   - other: The second of the two.
  ///   - output: The first one if not given.
  /// - Returns: `nil` if there is none.
  public func estimate(
    _ kind: String, of input: String, with other: String? = nil, output: String? = nil
  ) -> Estimate? {
    measures.first {
      $0.kind == kind && $0.input == input && $0.other == other
        && (output == nil || $0.output == output)
    }?.estimate
  }

  /// The probability that one input has a larger figure than another, by size without sign: the share
  /// of resamples in which it does (half of those in which they are equal); with replicates, Student's t
  /// of the jackknifed difference.
  ///
  /// - Parameters:
  ///   - input: The input or group.
  ///   - other: The one it is set beside.
  ///   - kind: One of the method's kinds.
  ///   - output: The first one if not given.
  /// - Returns: 0 to 1; `nil` where either has no figure or none is drawn.
  public func probability(
    that input: String, outranks other: String, by kind: String, output: String? = nil
  ) -> Double? {
    guard let a = estimate(kind, of: input, output: output),
      let b = estimate(kind, of: other, output: output), !a.replicates.isEmpty
    else { return nil }
    let differences = zip(a.replicates, b.replicates).map { abs($0) - abs($1) }
    switch sampling {
    case .monteCarlo:
      let wins = differences.reduce(0) { $0 + ($1 > 0 ? 1 : $1 == 0 ? 0.5 : 0) }
      return wins / Double(differences.count)
    case .quasiRandom:
      let difference = abs(a.value) - abs(b.value)
      let center = mean(of: differences)
      let r = Double(differences.count)
      let squares = sum(of: differences.lazy.map { ($0 - center) * ($0 - center) })
      let error = (squares * (r - 1) / r).squareRoot()
      guard error > 0 else { return difference > 0 ? 1 : difference == 0 ? 0.5 : 0 }
      return StudentDistribution(freedom: r - 1).cumulative(at: difference / error)
    }
  }
}
