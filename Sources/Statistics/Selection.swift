/// A sample quantile without sorting: the values are only moved about as far as it needs.
///
/// Several quantiles of one sample are cheap one after the other. The result is that of
/// ``quantile(ofSorted:at:type:)``, to the bit.
///
/// - Parameters:
///   - values: At least one value, in any order, which is changed; none NaN.
///   - p: 0 to 1.
///   - type: Which definition.
/// - SeeAlso: [Hoare1961].
public func quantile(
  selectedFrom values: inout [Double], at p: Double, type: QuantileType
) -> Double {
  precondition(!values.isEmpty, "a quantile of 0 values, at least 1 needed")
  let (place, _) = quantilePlace(of: p, count: Double(values.count), type: type)
  let lower = min(max(place, 1), values.count) - 1
  values.withUnsafeMutableBufferPointer { values in
    select(lower, in: values)
    if lower + 1 < values.count {
      // The next value is the least of those that are not below.
      var next = lower + 1
      for k in (lower + 2)..<max(values.count, lower + 2) where values[k] < values[next] {
        next = k
      }
      values.swapAt(lower + 1, next)
    }
  }
  return quantile(ofSorted: values, at: p, type: type)
}

/// Moves the values so that the k-th smallest, counted from 0, is at k, none greater before it and
/// none smaller behind it.
private func select(_ k: Int, in values: UnsafeMutableBufferPointer<Double>) {
  var (first, last) = (0, values.count - 1)
  while first < last {
    let middle = (first + last) / 2
    let pivot = medianOfThree(values[first], values[middle], values[last])
    var (i, j) = (first, last)
    while i <= j {
      while values[i] < pivot { i += 1 }
      while pivot < values[j] { j -= 1 }
      if i <= j {
        values.swapAt(i, j)
        i += 1
        j -= 1
      }
    }
    // All up to j are at most the pivot, all from i on at least.
    if k <= j {
      last = j
    } else if k >= i {
      first = i
    } else {
      return
    }
  }
}

private func medianOfThree(_ a: Double, _ b: Double, _ c: Double) -> Double {
  max(min(a, b), min(max(a, b), c))
}
