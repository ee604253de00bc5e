/// A point along a descent direction that meets the strong Wolfe conditions:
///
/// ```
/// f(x + a d) ≤ f(x) + 1e-4 · a · gᵀd        |g(x + a d)ᵀ d| ≤ 0.9 · |gᵀd|
/// ```
///
/// The step grows until it brackets such a point, then cubic interpolation narrows the bracket. Where the
/// value changes by less than 1e-12 of itself, which may be rounding, the slope alone decides.
///
/// - Parameters:
///   - start: x, finite.
///   - d: Downhill.
///   - first: The first step length tried, > 0.
///   - point: The function.
/// - Returns: nil where no such point is found.
/// - SeeAlso: [NocedalWright2006], algorithms 3.5 and 3.6.
func wolfePoint(
  from start: DescentPoint, along d: [Double], first: Double,
  _ point: ([Double]) throws -> DescentPoint
) throws -> DescentPoint? {
  let slope = inner(start.gradient, d)
  let rounding = 1e-12 * abs(start.value)
  func trial(_ length: Double) throws -> Trial {
    let there = try point(zip(start.parameters, d).map { $0 + length * $1 })
    let finite = there.isFinite
    return Trial(
      length: length, value: finite ? there.value : .infinity,
      slope: finite ? inner(there.gradient, d) : .infinity, point: there)
  }
  func descends(_ t: Trial) -> Bool {
    t.value <= start.value + 1e-4 * t.length * slope
      || (t.value <= start.value + rounding && abs(t.slope) <= abs(slope))
  }
  func isFlat(_ t: Trial) -> Bool { abs(t.slope) <= 0.9 * abs(slope) }
  var low = Trial(length: 0, value: start.value, slope: slope, point: start)
  var high: Trial?
  var length = first
  for _ in 0..<60 {
    let t = try trial(length)
    if !descends(t) || t.value > low.value + rounding {
      high = t
    } else if isFlat(t) {
      return t.point
    } else if let end = high {
      if t.slope * (end.length - low.length) >= 0 { high = low }
      low = t
    } else if t.slope >= 0 {
      high = low
      low = t
    } else {
      low = t
      length *= 4
      continue
    }
    if let end = high {
      length = interpolated(low, end)
      if abs(end.length - low.length) <= 1e-16 * length { break }
    }
  }
  return low.length > 0 && low.value < start.value ? low.point : nil
}

private struct Trial {
  let length: Double
  let value: Double
  let slope: Double
  let point: DescentPoint
}

/// The minimum of the cubic through both ends, kept a tenth of the bracket away from them; the middle where
/// there is none.
private func interpolated(_ a: Trial, _ b: Trial) -> Double {
  let width = b.length - a.length
  let middle = a.length + width / 2
  guard b.value.isFinite else { return a.length + width / 10 }
  let secant = (b.value - a.value) / width
  let first = a.slope + b.slope - 3 * secant
  let square = first * first - a.slope * b.slope
  guard square >= 0 else { return middle }
  let root = width < 0 ? -square.squareRoot() : square.squareRoot()
  let place = b.length - width * (b.slope + root - first) / (b.slope - a.slope + 2 * root)
  guard place.isFinite else { return middle }
  let (low, high) = (min(a.length, b.length), max(a.length, b.length))
  return min(max(place, low + abs(width) / 10), high - abs(width) / 10)
}
