/// Intervals of scores whose parts hang together within blocks, such as those of one council at one
/// time: whole blocks are drawn again with replacement.
///
/// What is compared is drawn together: a block brings the errors of both forecasts (a paired
/// bootstrap). Blocks are taken as independent of each other; where they are not, intervals are too
/// narrow.
///
/// - SeeAlso: [DavisonHinkley1997], section 3.8.
public struct BlockBootstrap: Sendable {
  /// How often each block is drawn: resample × block.
  private let counts: [[Int]]
  /// Which block each part lies in.
  private let block: [Int]

  /// Draws the resamples.
  ///
  /// - Parameters:
  ///   - labels: The block of each part; parts of one label lie in one block. At least one.
  ///   - resamples: How many, ≥ 1.
  ///   - seed: What all resamples share.
  ///   - purpose: What the numbers are for.
  public init<Label: Hashable>(
    blocks labels: [Label], resamples: Int, seed: UInt64, purpose: UInt32
  ) {
    precondition(!labels.isEmpty && resamples >= 1, "\(labels.count) parts, \(resamples) resamples")
    block = groupNumbers(of: labels)
    let blocks = block.max()! + 1
    counts = (0..<resamples).map { resample in
      let stream = RandomStream(seed: seed, purpose: purpose, draw: UInt32(resample))
      return stream.integers(blocks, below: blocks)
        .reduce(into: [Int](repeating: 0, count: blocks)) { $0[$1] += 1 }
    }
  }

  /// How many blocks there are.
  public var blocks: Int { counts[0].count }

  /// A ratio of sums over all parts, `Σ a / Σ b`, and its interval.
  ///
  /// Means are such ratios with `b = 1`, differences of means with `a` a difference, relative errors
  /// and ratios of scores too.
  ///
  /// - Parameters:
  ///   - numerators: a, one for each part.
  ///   - denominators: b, one for each part.
  ///   - level: Of the interval, above 0 and below 1.
  /// - Returns: The ratio of all parts, and the percentile interval of the resamples'; `nil` where a
  ///   denominator adds up to 0. With one block the interval is that ratio alone.
  public func ratio(
    of numerators: [Double], to denominators: [Double], level: Double = 0.95
  ) -> (value: Double, interval: ClosedRange<Double>)? {
    precondition(
      numerators.count == block.count && denominators.count == block.count,
      "\(numerators.count) over \(denominators.count), \(block.count) parts")
    let (above, below) = (sums(numerators), sums(denominators))
    let whole = sum(of: below)
    guard whole != 0 else { return nil }
    var ratios: [Double] = []
    ratios.reserveCapacity(counts.count)
    for drawn in counts {
      let denominator = sum(of: zip(drawn, below).lazy.map { Double($0) * $1 })
      guard denominator != 0 else { return nil }
      ratios.append(sum(of: zip(drawn, above).lazy.map { Double($0) * $1 }) / denominator)
    }
    let ends = quantiles(of: ratios, at: [(1 - level) / 2, (1 + level) / 2], type: .inclusive)
    return (sum(of: above) / whole, ends[0]...ends[1])
  }

  private func sums(_ parts: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: blocks)
    for (block, part) in zip(block, parts) { sums[block] += part }
    return sums
  }
}
