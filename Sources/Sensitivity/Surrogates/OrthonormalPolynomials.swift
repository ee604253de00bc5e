import Statistics

/// Polynomials of one input's ``InputVariable`` t, orthonormal for its distribution.
///
/// ```
/// √b_(k+1) p_(k+1)(t) = (t − a_k) p_k(t) − √b_k p_(k−1)(t)
/// ```
///
/// Of a bounded variable, with a and b from sums over its distribution's points (Stieltjes's procedure;
/// Legendre's polynomials for a uniform input, all functions of the labels for a category); else Hermite's.
/// - SeeAlso: [XiuKarniadakis2002]; [Gautschi2004], section 2.2, for the procedure.
struct OrthonormalPolynomials: Sendable {
  /// Highest degree: fewer than values there are; 0 for what has no effect.
  let highest: Int
  private let shifts: [Double]
  private let roots: [Double]
  private let variable: InputVariable

  /// Panels of the points that the procedure sums over.
  private static let panels = 24

  /// - Parameters:
  ///   - distribution: Of the input; `nil` for what has no effect.
  ///   - most: The highest degree wanted.
  init(_ distribution: (any Distribution)?, most: Int) {
    variable = InputVariable(distribution)
    if variable.isNormal {
      highest = most
      shifts = Array(repeating: 0, count: most)
      roots = (0...most).map { Double($0).squareRoot() }
    } else {
      let points = variable.points(panels: Self.panels)
      (shifts, roots) = Self.recurrence(points, most: min(most, points.count - 1))
      highest = roots.count - 1
    }
  }

  /// The variable where a point has a coordinate.
  func variable(at coordinate: Double) -> Double {
    highest > 0 ? variable.value(at: coordinate) : 0
  }

  /// Values of the polynomials of degrees 0 to ``highest``.
  func values(at variable: Double) -> [Double] {
    var values = [1.0]
    var before = 0.0
    for k in 0..<highest {
      let next = ((variable - shifts[k]) * values[k] - roots[k] * before) / roots[k + 1]
      before = values[k]
      values.append(next)
    }
    return values
  }

  /// Stieltjes's procedure over weighted points.
  private static func recurrence(
    _ points: [(value: Double, weight: Double)], most: Int
  ) -> (shifts: [Double], roots: [Double]) {
    var shifts: [Double] = []
    var roots = [0.0]
    var before = [Double](repeating: 0, count: points.count)
    let whole = points.reduce(0) { $0 + $1.weight }
    var now = [Double](repeating: 1, count: points.count)
    for k in 0..<most {
      var shift = 0.0
      for (i, point) in points.enumerated() {
        shift += point.weight / whole * point.value * now[i] * now[i]
      }
      var next = now
      var square = 0.0
      for (i, point) in points.enumerated() {
        next[i] = (point.value - shift) * now[i] - roots[k] * before[i]
        square += point.weight / whole * next[i] * next[i]
      }
      // No further polynomial: there are as many as values.
      guard square > 1e-20 else { break }
      let root = square.squareRoot()
      shifts.append(shift)
      roots.append(root)
      before = now
      now = next.map { $0 / root }
    }
    return (shifts, roots)
  }
}
