/// The nine definitions of a sample quantile, numbered as by Hyndman and Fan (and R's `type`).
///
/// - SeeAlso: [HyndmanFan1996].
public enum QuantileType: Int, CaseIterable, Sendable {
  /// 1: inverse of the distribution function: the least value that a share p does not exceed.
  case inverseDistribution = 1
  /// 2: as 1, averaged where the distribution function is flat at p.
  case averagedInverse = 2
  /// 3: the value whose rank is nearest to n p, the even rank if two are.
  case nearestEvenRank = 3
  /// 4: linear interpolation of the distribution function, x(k) at p = k / n.
  case interpolatedDistribution = 4
  /// 5: x(k) at p = (k − ½) / n (Hazen; hydrology).
  case hazen = 5
  /// 6: x(k) at p = k / (n + 1) (Weibull; PERCENTILE.EXC of spreadsheets).
  case weibull = 6
  /// 7: x(k) at p = (k − 1) / (n − 1) (R's default; PERCENTILE.INC of spreadsheets).
  case inclusive = 7
  /// 8: x(k) at p = (k − ⅓) / (n + ⅓): nearly median-unbiased whatever the distribution.
  case medianUnbiased = 8
  /// 9: x(k) at p = (k − ⅜) / (n + ¼): nearly unbiased for normal values.
  case normalUnbiased = 9
}

/// A sample quantile.
///
/// Types 4 to 9: `(1 − g) · x(j) + g · x(j + 1)` with `j + g = a + p (n + 1 − a − b)`, x(k) the k-th
/// smallest value, places before the first and after the last taken as the first and the last.
/// A place within 4 · 2⁻⁵² of a whole number counts as whole, because p is rarely exact.
///
/// Laws: non-decreasing in p; the quantile of shifted and scaled values (scale > 0) is the quantile
/// shifted and scaled.
///
/// - Parameters:
///   - values: At least one value, in any order; none NaN.
///   - p: 0 to 1.
///   - type: Which definition.
/// - Returns: Between the least and the greatest value.
public func quantile(of values: [Double], at p: Double, type: QuantileType) -> Double {
  quantiles(of: values, at: [p], type: type)[0]
}

/// Several quantiles of one sample.
///
/// - Parameters:
///   - values: At least one value, in any order; none NaN.
///   - shares: p of each, 0 to 1.
///   - type: Which definition.
/// - Returns: One for each p, in order.
public func quantiles(
  of values: [Double], at shares: [Double], type: QuantileType
) -> [Double] {
  precondition(!values.isEmpty, "a quantile of 0 values, at least 1 needed")
  precondition(!values.contains(where: \.isNaN), "a quantile of values that are not all numbers")
  let found = shares.map { quantilePlace(of: $0, count: Double(values.count), type: type) }
  let places = Set(found.flatMap { [$0.place, $0.place + 1] })
    .map { min(max($0, 1), values.count) - 1 }
  let wanted = Set(places).sorted()
  let sorted = Dictionary(uniqueKeysWithValues: zip(wanted, selected(wanted, of: values)))
  return found.map { place in
    interpolated(place) { sorted[min(max($0, 1), values.count) - 1]! }
  }
}

/// The same of values in rising order, for several quantiles of one sample.
///
/// - Parameters:
///   - sorted: At least one value, in rising order; none NaN.
///   - p: 0 to 1.
///   - type: Which definition.
public func quantile(ofSorted sorted: [Double], at p: Double, type: QuantileType) -> Double {
  quantile(ofCount: sorted.count, at: p, type: type) { sorted[$0 - 1] }
}

/// The same of values of which only some are at hand.
///
/// - Parameters:
///   - count: How many values there are, at least one.
///   - p: 0 to 1.
///   - type: Which definition.
///   - smallest: The k-th smallest value, k one of ``quantilePlaces(of:at:type:)``; not NaN.
public func quantile(
  ofCount count: Int, at p: Double, type: QuantileType, smallest: (Int) -> Double
) -> Double {
  precondition(count > 0, "a quantile of 0 values, at least 1 needed")
  return interpolated(quantilePlace(of: p, count: Double(count), type: type)) {
    smallest(min(max($0, 1), count))
  }
}

/// Which of the values in rising order a quantile rests on, counted from 1.
///
/// - Parameters:
///   - count: How many values there are, at least one.
///   - p: 0 to 1.
///   - type: Which definition.
public func quantilePlaces(
  of count: Int, at p: Double, type: QuantileType
) -> ClosedRange<Int> {
  let place = quantilePlace(of: p, count: Double(count), type: type).place
  return min(max(place, 1), count)...min(max(place + 1, 1), count)
}

/// The quantile from the values at its place and at the next, counted from 1.
private func interpolated(
  _ found: (place: Int, fraction: Double), _ value: (Int) -> Double
) -> Double {
  let (low, high) = (value(found.place), value(found.place + 1))
  let fraction = found.fraction
  // No difference is formed where none is needed: that of infinite values is no number.
  if fraction == 0 || low == high { return low }
  if fraction == 1 { return high }
  // From the nearer end, so that rounding cannot lead past the further one.
  return fraction < 0.5
    ? low + fraction * (high - low) : high - (1 - fraction) * (high - low)
}

/// j and g of the formula above: the place below (counted from 1) and the weight of the next.
func quantilePlace(
  of p: Double, count n: Double, type: QuantileType
) -> (place: Int, fraction: Double) {
  precondition(p >= 0 && p <= 1, "a quantile at \(p), outside 0 to 1")
  let fuzz = 4 * Double.ulpOfOne
  func split(_ position: Double) -> (place: Int, fraction: Double) {
    let place = (position + fuzz).rounded(.down)
    let fraction = position - place
    return (Int(place), abs(fraction) < fuzz ? 0 : fraction)
  }
  func interpolated(_ a: Double, _ b: Double) -> (place: Int, fraction: Double) {
    split(a + p * (n + 1 - a - b))
  }
  switch type {
  case .inverseDistribution:
    let (place, fraction) = split(n * p)
    return (place, fraction > 0 ? 1 : 0)
  case .averagedInverse:
    let (place, fraction) = split(n * p)
    return (place, fraction > 0 ? 1 : 0.5)
  case .nearestEvenRank:
    let (place, fraction) = split(n * p - 0.5)
    return (place, fraction == 0 && place.isMultiple(of: 2) ? 0 : 1)
  case .interpolatedDistribution: return interpolated(0, 1)
  case .hazen: return interpolated(0.5, 0.5)
  case .weibull: return interpolated(0, 0)
  case .inclusive: return interpolated(1, 1)
  case .medianUnbiased: return interpolated(1.0 / 3, 1.0 / 3)
  case .normalUnbiased: return interpolated(3.0 / 8, 3.0 / 8)
  }
}
