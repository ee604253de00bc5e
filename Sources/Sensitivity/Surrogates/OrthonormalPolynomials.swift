import Statistics

/// Polynomials of one input's variable, orthonormal for its distribution.
///
/// ```
/// √b_(k+1) p_(k+1)(t) = (t − a_k) p_k(t) − √b_k p_(k−1)(t)
/// ```
///
/// The variable t is the input itself, moved to −1 … 1, where it has ends, with a and b from sums over its
/// quantiles (Stieltjes's procedure; Legendre's polynomials for a uniform input, all functions of the
/// labels for a category); else the normal number that stands where it does (Hermite's). Of a share of a
/// row t is the share of what the shares before it leave.
/// - SeeAlso: [XiuKarniadakis2002]; [Gautschi2004], section 2.2, for the procedure.
struct OrthonormalPolynomials: Sendable {
  /// Highest degree: fewer than values there are; 0 for what has no effect.
  let highest: Int
  private let shifts: [Double]
  private let roots: [Double]
  /// The bounded distribution whose value is the variable; `nil` for a normal number.
  private let distribution: (any Distribution)?

  /// Values up to which whole numbers are taken one by one.
  private static let mostAtoms = 256
  /// Panels over the probabilities of a half, each half as wide as the one before, and points of each.
  private static let panels = 24

  /// - Parameters:
  ///   - distribution: Of the input; `nil` for what has no effect.
  ///   - most: The highest degree wanted.
  init(_ distribution: (any Distribution)?, most: Int) {
    guard let distribution else {
      (highest, shifts, roots, self.distribution) = (0, [], [], nil)
      return
    }
    let support = distribution.support
    let isBounded = support.lowerBound > -.infinity && support.upperBound < .infinity
    guard isBounded else {
      highest = most
      shifts = Array(repeating: 0, count: most)
      roots = (0...most).map { Double($0).squareRoot() }
      self.distribution = nil
      return
    }
    self.distribution = distribution
    let points = Self.points(distribution)
    (shifts, roots) = Self.recurrence(points, most: min(most, points.count - 1))
    highest = roots.count - 1
  }

  /// The variable where a point has a coordinate.
  func variable(at coordinate: Double) -> Double {
    guard highest > 0 else { return 0 }
    guard let distribution else { return standardNormalQuantile(coordinate) }
    return Self.moved(distribution.value(uniform: coordinate), distribution.support)
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

  private static func moved(_ x: Double, _ support: ClosedRange<Double>) -> Double {
    let width = support.upperBound - support.lowerBound
    return (x - support.lowerBound) / width * 2 - 1
  }

  /// Values of the variable with weights that stand for its distribution.
  private static func points(_ distribution: any Distribution) -> [(value: Double, weight: Double)]
  {
    let support = distribution.support
    if distribution.isCount, support.upperBound - support.lowerBound < Double(mostAtoms) {
      return (Int(support.lowerBound)...Int(support.upperBound)).map {
        (moved(Double($0), support), distribution.density(at: Double($0)))
      }.filter { $0.weight > 0 }
    }
    var points: [(value: Double, weight: Double)] = []
    for panel in 0..<panels {
      let high = 0.5 / Double(1 << panel)
      let low = panel == panels - 1 ? 0 : high / 2
      for (node, weight) in gauss {
        let p = low + (high - low) * node
        points.append((moved(distribution.quantile(at: p), support), weight * (high - low)))
        points.append((moved(distribution.quantile(upperTail: p), support), weight * (high - low)))
      }
    }
    return points.sorted { $0.value < $1.value }
  }

  /// Gauss's rule of 8 points on 0 to 1.
  private static let gauss: [(node: Double, weight: Double)] = {
    let halves: [(Double, Double)] = [
      (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
      (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
    ]
    return halves.map { node, weight in ((1 - node) / 2, weight / 2) }
      + halves.map { node, weight in ((1 + node) / 2, weight / 2) }
  }()

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
