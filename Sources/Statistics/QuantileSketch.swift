/// Quantiles of numbers seen one at a time, in memory that grows with the logarithm of their number; exact
/// until ``capacity`` is exceeded, then with a rank error it knows a bound of.
///
/// Numbers wait at level 0. A level that is full is sorted and every second number moves up, standing for
/// two: once those at odd places, once those at even ones, so that errors of a level cancel. No chance is
/// involved: the same numbers in the same order, and sketches merged in the same order, give the
/// same bits on any machine.
///
/// Laws: the share of numbers not above the result is within ``rankError`` of p; merged sketches answer for
/// all their numbers.
/// - SeeAlso: [Karnin2016], whose levels these are, without chance; [Manku1998] for the bound.
public struct QuantileSketch: Sendable, Equatable {
  /// Numbers a level holds before half of them move up; even, ≥ 4.
  public let capacity: Int
  /// How many numbers were seen.
  public private(set) var count = 0
  /// Numbers of level h stand for 2ʰ each.
  private var levels: [[Double]] = [[]]
  /// How often each level was halved by keeping the lesser number of each pair, which can raise a rank by
  /// 2ʰ, and by keeping the greater, which can lower it by as much.
  private var raised: [Int] = [0]
  private var lowered: [Int] = [0]
  private var minimum = Double.infinity
  private var maximum = -Double.infinity

  /// No numbers yet.
  ///
  /// - Parameter capacity: Even, ≥ 4. With 1,024 a million numbers leave a rank error below 0.4 %.
  public init(capacity: Int = 1024) {
    precondition(capacity >= 4 && capacity.isMultiple(of: 2), "a capacity of \(capacity)")
    self.capacity = capacity
  }

  /// Takes a number in.
  ///
  /// - Parameter value: Finite.
  public mutating func add(_ value: Double) {
    precondition(value.isFinite, "\(value) in a quantile sketch")
    count += 1
    minimum = min(minimum, value)
    maximum = max(maximum, value)
    levels[0].append(value)
    halveFullLevels()
  }

  /// Takes in all that another has seen.
  ///
  /// - Parameter other: Of the same capacity.
  public mutating func merge(_ other: QuantileSketch) {
    precondition(
      capacity == other.capacity, "sketches of capacity \(capacity) and \(other.capacity)")
    for level in other.levels.indices {
      openLevel(level)
      levels[level] += other.levels[level]
      raised[level] += other.raised[level]
      lowered[level] += other.lowered[level]
    }
    count += other.count
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    halveFullLevels()
  }

  /// A bound of the error in rank, as a share of ``count``: what all halvings that raise a rank, or all
  /// that lower it, can add up to.
  public var rankError: Double {
    func moved(_ halvings: [Int]) -> Int {
      halvings.enumerated().reduce(0) { $0 + $1.element << $1.offset }
    }
    return count > 0 ? Double(max(moved(raised), moved(lowered))) / Double(count) : 0
  }

  /// The value that a share p of the numbers does not exceed, within ``rankError``; the inverse of the
  /// distribution function, type 1, while no level was halved.
  ///
  /// - Parameter p: 0 to 1. At 0 and 1 the least and the greatest number, exactly.
  public func quantile(at p: Double) -> Double { quantiles(at: [p])[0] }

  /// Several quantiles at once.
  ///
  /// - Parameter shares: Each 0 to 1.
  public func quantiles(at shares: [Double]) -> [Double] {
    precondition(count >= 1, "a quantile of 0 values, at least 1 needed")
    let held = levels.enumerated().flatMap { level, values in
      values.map { (value: $0, weight: 1 << level) }
    }.sorted { $0.value < $1.value }
    var reached: [Int] = []
    for item in held { reached.append((reached.last ?? 0) + item.weight) }
    return shares.map { p in
      precondition(p >= 0 && p <= 1, "a quantile at \(p), outside 0 to 1")
      if p == 0 { return minimum }
      if p == 1 { return maximum }
      let wanted = Double(count) * p * (1 - 4 * Double.ulpOfOne)
      return held[reached.firstIndex { Double($0) >= wanted } ?? held.count - 1].value
    }
  }

  private mutating func openLevel(_ level: Int) {
    while levels.count <= level {
      levels.append([])
      raised.append(0)
      lowered.append(0)
    }
  }

  private mutating func halveFullLevels() {
    var level = 0
    while level < levels.count {
      while levels[level].count > capacity {
        openLevel(level + 1)
        // An odd number waits, so that what moves up stands for what it came from.
        var values = levels[level].sorted()
        let waiting = values.count.isMultiple(of: 2) ? [] : [values.removeLast()]
        let keepsLesser = raised[level] <= lowered[level]
        let first = keepsLesser ? 0 : 1
        levels[level + 1] += stride(from: first, to: values.count, by: 2).map { values[$0] }
        levels[level] = waiting
        if keepsLesser { raised[level] += 1 } else { lowered[level] += 1 }
      }
      level += 1
    }
  }
}
