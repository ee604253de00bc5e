import Foundation

/// A distribution over a few neighbouring whole numbers with stated probabilities: integers, and
/// categories by their place in a list.
///
/// Both tails are sums of the probabilities on their side. Laws: as of every ``Distribution``; numbers
/// drawn from evenly spread u have the stated probabilities exactly.
public struct WholeNumberDistribution: Distribution, Equatable {
  /// The least of the numbers.
  public let lowest: Int
  /// The probability of each, from the least on; each > 0, sum 1.
  public let probabilities: [Double]
  /// Probability of at most each number, and of more.
  private let lower: [Double]
  private let upper: [Double]

  /// The most numbers.
  private static let mostNumbers = 1_000_000

  /// Numbers with stated probabilities.
  ///
  /// - Parameters:
  ///   - lowest: The least number.
  ///   - probabilities: Of it and of those that follow, at least 2, each > 0; their sum within 1e-9 of 1.
  /// - Throws: `parameter`.
  public init(from lowest: Int, probabilities: [Double]) throws(StatisticsError) {
    try Self.check(count: probabilities.count)
    for (place, value) in probabilities.enumerated() {
      try StatisticsError.check(
        "whole number", "probability of \(lowest + place)", value, "above 0", value > 0)
    }
    let total = probabilities.reduce(0, +)
    try StatisticsError.check(
      "whole number", "sum of probabilities", total, "1", abs(total - 1) <= 1e-9)
    let exact = probabilities.map { $0 / total }
    func sums(_ values: some Sequence<Double>) -> [Double] {
      var sum = 0.0
      return values.map {
        sum += $0
        return sum
      }
    }
    self.lowest = lowest
    self.probabilities = exact
    lower = sums(exact).dropLast() + [1]
    upper = sums(exact.reversed()).dropLast().reversed() + [0]
  }

  /// Numbers that are all as likely.
  ///
  /// - Parameter range: At least 2 numbers, at most a million.
  /// - Throws: `parameter`.
  public init(_ range: ClosedRange<Int>) throws(StatisticsError) {
    let count = range.upperBound - range.lowerBound + 1
    try Self.check(count: count)
    lowest = range.lowerBound
    probabilities = Array(repeating: 1 / Double(count), count: count)
    lower = (1...count).map { Double($0) / Double(count) }
    upper = (1...count).map { Double(count - $0) / Double(count) }
  }

  private static func check(count: Int) throws(StatisticsError) {
    try StatisticsError.check(
      "whole number", "count of numbers", Double(count), "2 to \(mostNumbers)",
      (2...mostNumbers).contains(count))
  }

  /// Whether only whole numbers have a probability.
  public var isCount: Bool { true }
  /// The interval that holds all values.
  public var support: ClosedRange<Double> {
    Double(lowest)...Double(lowest + probabilities.count - 1)
  }
  /// The mean.
  public var mean: Double {
    Double(lowest) + sum(of: probabilities.enumerated().map { Double($0.offset) * $0.element })
  }
  /// The variance.
  public var variance: Double {
    let center = mean - Double(lowest)
    return sum(
      of: probabilities.enumerated().map { place, probability in
        (Double(place) - center) * (Double(place) - center) * probability
      })
  }

  /// The place of the last number that is at most x; −1 if there is none.
  private func place(at x: Double) -> Int {
    Int(min(max(x.rounded(.down) - Double(lowest), -1), Double(probabilities.count - 1)))
  }

  /// See ``Distribution/logDensity(at:)``.
  public func logDensity(at x: Double) -> Double {
    support.contains(x) && x == x.rounded() ? log(probabilities[place(at: x)]) : -.infinity
  }

  /// See ``Distribution/cumulative(at:)``.
  public func cumulative(at x: Double) -> Double {
    let place = place(at: x)
    return place < 0 ? 0 : lower[place]
  }

  /// See ``Distribution/upperTail(at:)``.
  public func upperTail(at x: Double) -> Double {
    let place = place(at: x)
    return place < 0 ? 1 : upper[place]
  }

  /// See ``Distribution/quantile(at:)``.
  public func quantile(at p: Double) -> Double {
    checkProbability(p)
    return first { lower[$0] >= p }
  }

  /// See ``Distribution/quantile(upperTail:)``.
  public func quantile(upperTail q: Double) -> Double {
    checkProbability(q)
    return first { upper[$0] <= q }
  }

  /// The first number whose place is far enough, where all that follow are.
  private func first(_ isEnough: (Int) -> Bool) -> Double {
    var (low, high) = (0, probabilities.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if isEnough(middle) { high = middle } else { low = middle + 1 }
    }
    return Double(lowest + low)
  }
}
