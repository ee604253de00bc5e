/// Moves values so that the k-th smallest, counted from 0, is at k, none greater before it and none
/// smaller behind it; none NaN.
///
/// - SeeAlso: [Hoare1961].
func select(_ k: Int, in values: UnsafeMutableBufferPointer<Double>) {
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
