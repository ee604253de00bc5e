/// A cubic through given points that rises wherever the points rise: Fritsch and Carlson's
/// piecewise Hermite interpolant.
///
/// Used to spread a count published by age group over single ages: the cumulative count is
/// interpolated, so that every group keeps its total and no age is negative.
///
/// - SeeAlso: [FritschCarlson1980].
public struct MonotoneCubic: Sendable {
  private let x: [Double]
  private let y: [Double]
  private let slope: [Double]

  /// Creates the interpolant.
  ///
  /// - Parameters:
  ///   - x: Knots, strictly increasing; at least 2.
  ///   - y: Values at the knots, not decreasing.
  public init(x: [Double], y: [Double]) {
    precondition(x.count == y.count, "\(x.count) knots, \(y.count) values")
    precondition(x.count >= 2, "\(x.count) knots, at least 2 are needed")
    precondition(zip(x, x.dropFirst()).allSatisfy { $0 < $1 }, "knots do not increase: \(x)")
    precondition(zip(y, y.dropFirst()).allSatisfy { $0 <= $1 }, "values decrease: \(y)")
    self.x = x
    self.y = y
    let secant = (1..<x.count).map { (knot: Int) -> Double in
      let rise: Double = y[knot] - y[knot - 1]
      return rise / (x[knot] - x[knot - 1])
    }
    var slope: [Double] = [secant[0]]
    for knot in 1..<secant.count {
      slope.append((secant[knot - 1] + secant[knot]) / 2)
    }
    slope.append(secant[secant.count - 1])
    for interval in secant.indices {
      guard secant[interval] > 0 else {
        slope[interval] = 0
        slope[interval + 1] = 0
        continue
      }
      let before = slope[interval] / secant[interval]
      let after = slope[interval + 1] / secant[interval]
      let length = (before * before + after * after).squareRoot()
      if length > 3 {
        slope[interval] = 3 * before / length * secant[interval]
        slope[interval + 1] = 3 * after / length * secant[interval]
      }
    }
    self.slope = slope
  }

  /// The interpolated value.
  ///
  /// - Parameter point: Between the first and the last knot.
  public func value(at point: Double) -> Double {
    precondition(
      point >= x[0] && point <= x[x.count - 1],
      "\(point) is outside \(x[0]) to \(x[x.count - 1])")
    let interval = max(0, (x.firstIndex { $0 >= point } ?? x.count - 1) - 1)
    let width = x[interval + 1] - x[interval]
    let t = (point - x[interval]) / width
    let left = (1 + 2 * t) * (1 - t) * (1 - t) * y[interval]
    let right = t * t * (3 - 2 * t) * y[interval + 1]
    let leftSlope = t * (1 - t) * (1 - t) * width * slope[interval]
    let rightSlope = t * t * (t - 1) * width * slope[interval + 1]
    return left + right + leftSlope + rightSlope
  }
}
