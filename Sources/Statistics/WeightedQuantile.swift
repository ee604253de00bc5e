/// A sample quantile of values that stand for several observations each.
///
/// The definitions of ``quantile(of:at:type:)`` with `n = Σ w` observations: x(k) is the least value whose
/// weight, together with that of smaller values, reaches k. Types 1 and 2 take n p as it is, so that
/// multiplying all weights by a constant changes nothing; the others count whole observations.
///
/// Law: with whole weights it is the quantile of the values written out that often, for each type.
///
/// - Parameters:
///   - values: At least one value, in any order; none NaN.
///   - weights: As many, each finite and ≥ 0; their sum above 0, for types 3 to 9 at least 1.
///   - p: 0 to 1.
///   - type: Which definition.
/// - Returns: Between the least and the greatest value with a weight above 0.
public func quantile(
  of values: [Double], weights: [Double], at p: Double, type: QuantileType
) -> Double {
  precondition(values.count == weights.count, "\(values.count) values, \(weights.count) weights")
  precondition(p >= 0 && p <= 1, "a quantile at \(p), outside 0 to 1")
  precondition(!values.contains(where: \.isNaN), "a quantile of values that are not all numbers")
  precondition(
    weights.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight below 0 or not finite: \(weights)")
  let order = values.indices.filter { weights[$0] > 0 }.sorted { values[$0] < values[$1] }
  precondition(!order.isEmpty, "\(weights.count) weights, none above 0")
  var reached: [Double] = []
  for place in order { reached.append((reached.last ?? 0) + weights[place]) }
  let whole = reached[reached.count - 1]
  /// x(k), k clamped to the observations there are.
  func value(_ k: Double) -> Double {
    // Sums of weights are rarely exact.
    let first = reached.firstIndex { $0 >= k - 4 * whole * Double.ulpOfOne } ?? order.count - 1
    return values[order[first]]
  }
  switch type {
  case .inverseDistribution: return value(whole * p)
  case .averagedInverse:
    let k = whole * p
    // Where the distribution function is flat at p, the mean of both ends of the flat part.
    let flat = reached.firstIndex { abs($0 - k) <= 4 * whole * Double.ulpOfOne }
    guard let flat, flat + 1 < order.count else { return value(k) }
    return values[order[flat]] + (values[order[flat + 1]] - values[order[flat]]) / 2
  default:
    precondition(whole >= 1, "weights with the sum \(whole), at least 1 observation needed")
    let (place, fraction) = quantilePlace(of: p, count: whole, type: type)
    let (low, high) = (value(max(Double(place), 0)), value(Double(place + 1)))
    return fraction < 0.5
      ? low + fraction * (high - low) : high - (1 - fraction) * (high - low)
  }
}
