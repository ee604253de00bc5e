/// The sum of numbers, first to last, with the rounding error of each addition carried along
/// (Neumaier's compensated summation): the error is at most a unit in the last place of the sum plus
/// about n² · 2⁻¹⁰⁶ · Σ |x|. The same bits everywhere.
///
/// - Parameter values: Any number of finite values; none give 0.
/// - SeeAlso: [Neumaier1974].
public func sum(of values: some Sequence<Double>) -> Double {
  var (total, lost) = (0.0, 0.0)
  for value in values {
    let next = total + value
    lost += abs(total) >= abs(value) ? (total - next) + value : (value - next) + total
    total = next
  }
  return total + lost
}

/// The arithmetic mean, from the compensated sum.
///
/// - Parameter values: At least one value.
public func mean(of values: [Double]) -> Double {
  precondition(!values.isEmpty, "the mean of 0 values, at least 1 needed")
  return sum(of: values) / Double(values.count)
}

/// The sample variance: `Σ (x − x̄)² / (n − 1)`.
///
/// The divisor is n − 1 (unbiased for independent values). Two passes; what rounding of the mean adds
/// is taken off again, `(Σ (x − x̄)² − (Σ (x − x̄))² / n) / (n − 1)`.
///
/// - Parameter values: At least two values.
/// - SeeAlso: [ChanGolubLeVeque1983], equation 1.7.
public func variance(of values: [Double]) -> Double {
  precondition(values.count >= 2, "the variance of \(values.count) values, at least 2 needed")
  let center = mean(of: values)
  let n = Double(values.count)
  let drift = sum(of: values.lazy.map { $0 - center })
  let squares = sum(of: values.lazy.map { ($0 - center) * ($0 - center) })
  return (squares - drift * drift / n) / (n - 1)
}

/// The weighted mean: `Σ w x / Σ w`.
///
/// - Parameters:
///   - values: At least one value.
///   - weights: As many weights, each finite and ≥ 0, not all 0.
public func weightedMean(of values: [Double], weights: [Double]) -> Double {
  precondition(
    values.count == weights.count, "\(values.count) values, \(weights.count) weights")
  precondition(
    weights.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight below 0 or not finite: \(weights)")
  let whole = sum(of: weights)
  precondition(whole > 0, "\(weights.count) weights with the sum \(whole), above 0 needed")
  return sum(of: zip(values, weights).lazy.map { $0 * $1 }) / whole
}
