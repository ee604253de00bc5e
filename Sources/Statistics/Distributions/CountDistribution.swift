/// A distribution of counts 0, 1, 2, …; quantiles by search on the tail probabilities.
public protocol CountDistribution: Distribution {
  /// The natural logarithm of the probability of a count.
  ///
  /// - Parameter k: A whole number, ≥ 0.
  func logProbability(_ k: Double) -> Double
  /// The probabilities of at most and of more than a count; each keeps its digits.
  ///
  /// - Parameter k: A whole number, ≥ 0.
  func tails(_ k: Double) -> (lower: Double, upper: Double)
}

extension CountDistribution {
  /// Whether only whole numbers have a probability.
  public var isCount: Bool { true }
  /// The interval that holds all values.
  public var support: ClosedRange<Double> { 0 ... .infinity }

  /// See ``Distribution/logDensity(at:)``.
  public func logDensity(at x: Double) -> Double {
    x >= 0 && x < .infinity && x == x.rounded() ? logProbability(x) : -.infinity
  }

  /// See ``Distribution/cumulative(at:)``.
  public func cumulative(at x: Double) -> Double {
    x < 0 ? 0 : x == .infinity ? 1 : tails(x.rounded(.down)).lower
  }

  /// See ``Distribution/upperTail(at:)``.
  public func upperTail(at x: Double) -> Double {
    x < 0 ? 1 : x == .infinity ? 0 : tails(x.rounded(.down)).upper
  }

  /// See ``Distribution/quantile(at:)``.
  public func quantile(at p: Double) -> Double {
    checkProbability(p)
    if p == 1 { return .infinity }
    return leastCount(near: normalGuess(standardNormalQuantile(p))) { tails($0).lower >= p }
  }

  /// See ``Distribution/quantile(upperTail:)``.
  public func quantile(upperTail q: Double) -> Double {
    checkProbability(q)
    if q == 0 { return .infinity }
    return leastCount(near: normalGuess(standardNormalQuantile(upperTail: q))) {
      tails($0).upper <= q
    }
  }

  private func normalGuess(_ z: Double) -> Double {
    max(mean + max(z, -1e3) * standardDeviation, 0).rounded()
  }
}

/// The least whole number ≥ 0 that is enough, where all above one that is are: doubling steps from a
/// guess, then halving.
private func leastCount(near guess: Double, isEnough: (Double) -> Bool) -> Double {
  var (step, low, high) = (1.0, guess, guess)
  if isEnough(guess) {
    repeat {
      high = low
      if high == 0 { return 0 }
      low = max(low - step, 0)
      step *= 2
    } while isEnough(low)
  } else {
    repeat {
      low = high
      high += step
      step *= 2
    } while !isEnough(high)
  }
  while high - low > 1 {
    let middle = ((low + high) / 2).rounded(.down)
    if isEnough(middle) { high = middle } else { low = middle }
  }
  return high
}
