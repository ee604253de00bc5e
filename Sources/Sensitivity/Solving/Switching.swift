/// Where a function of one input passes a target.
public enum Switching: Sendable, Equatable {
  /// At these values, rising; more than one where the function turns back.
  case at([Double])
  /// Nowhere in the range: the function stays above the target.
  case staysAbove
  /// Nowhere in the range: the function stays below the target.
  case staysBelow

  /// The least value; `nil` if there is none.
  public var first: Double? {
    if case .at(let values) = self { values.first } else { nil }
  }

  /// Looks for the values of an input at which a function is a target.
  ///
  /// The range is looked at in equal parts; in each part where the function changes sides Brent's method
  /// closes in, by inverse quadratic interpolation or halving. Two crossings within one part are not seen:
  /// take more parts. A jump over the target counts as a crossing.
  ///
  /// Laws: the function less the target changes sign, or is 0, within the tolerance of every value found;
  /// turning the sign of the function changes nothing but which side it stays on.
  ///
  /// - Parameters:
  ///   - range: Of the input; finite and not empty.
  ///   - target: Finite.
  ///   - parts: ≥ 1.
  ///   - tolerance: Of the input, relative to the range; > 0.
  ///   - function: Finite over the range.
  /// - Throws: `notFinite`; what the function throws.
  /// - SeeAlso: [Brent1973], section 4.
  public static func values(
    in range: ClosedRange<Double>, target: Double = 0, parts: Int = 16, tolerance: Double = 1e-9,
    of function: (Double) throws -> Double
  ) throws -> Switching {
    let width = range.upperBound - range.lowerBound
    precondition(width > 0 && width.isFinite, "a switching value looked for in \(range)")
    precondition(parts >= 1 && tolerance > 0, "\(parts) parts, tolerance \(tolerance)")
    func excess(_ x: Double) throws -> Double {
      let value = try function(x)
      guard value.isFinite else { throw SensitivityError.notFinite(at: x, value: value) }
      return value - target
    }
    let places = (0...parts).map {
      $0 == parts ? range.upperBound : range.lowerBound + width * Double($0) / Double(parts)
    }
    let values = try places.map(excess)
    var found: [Double] = []
    for k in places.indices {
      if values[k] == 0 { found.append(places[k]) }
      guard k > 0, values[k - 1] * values[k] < 0 || values[k - 1].sign != values[k].sign,
        values[k - 1] != 0, values[k] != 0
      else { continue }
      found.append(
        try crossing(
          (places[k - 1], values[k - 1]), (places[k], values[k]), tolerance * width, excess))
    }
    if !found.isEmpty { return .at(found) }
    return values[0] > 0 ? .staysAbove : .staysBelow
  }

  private typealias Point = (x: Double, y: Double)

  /// Brent's method between two points on different sides of 0.
  private static func crossing(
    _ first: Point, _ second: Point, _ tolerance: Double, _ y: (Double) throws -> Double
  ) throws -> Double {
    var (a, b) = (first, second)
    var c = a
    var step = b.x - a.x
    var before = step
    while true {
      // b is the best so far; c lies on the other side.
      if abs(c.y) < abs(b.y) { (a, b, c) = (b, c, b) }
      let least = 2 * Double.ulpOfOne * abs(b.x) + tolerance / 2
      let half = (c.x - b.x) / 2
      if abs(half) <= least || b.y == 0 { return b.x }
      if abs(before) >= least && abs(a.y) > abs(b.y) {
        var (p, q): (Double, Double)
        let s = b.y / a.y
        if a.x == c.x {
          (p, q) = (2 * half * s, 1 - s)
        } else {
          let (r, t) = (b.y / c.y, a.y / c.y)
          p = s * (2 * half * t * (t - r) - (b.x - a.x) * (r - 1))
          q = (t - 1) * (r - 1) * (s - 1)
        }
        if p > 0 { q = -q } else { p = -p }
        if 2 * p < min(3 * half * q - abs(least * q), abs(before * q)) {
          (before, step) = (step, p / q)
        } else {
          (step, before) = (half, half)
        }
      } else {
        (step, before) = (half, half)
      }
      a = b
      b.x += abs(step) > least ? step : (half > 0 ? least : -least)
      b.y = try y(b.x)
      if (b.y > 0) == (c.y > 0) {
        c = a
        step = b.x - a.x
        before = step
      }
    }
  }
}
