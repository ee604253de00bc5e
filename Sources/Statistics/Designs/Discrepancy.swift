public import LinearAlgebra

/// How unevenly points fill the unit cube: measures in closed form, each 0 for a perfect spread.
public enum Discrepancy: String, CaseIterable, Sendable {
  /// Squared, centred: corners of boxes at the nearest corner of the cube.
  case centred
  /// Squared, wrap-around: boxes that may leave on one side and enter on the other.
  case wrapAround
  /// Squared, mixture of the two.
  case mixture
  /// L2-star, not squared: boxes from the origin.
  case star

  /// The discrepancy of points; takes n² · d steps.
  ///
  /// `constant − Σ_i Π_k f(x_ik) · 2 / n + Σ_ij Π_k g(x_ik, x_jk) / n²`
  ///
  /// - Parameter points: n × d, n and d ≥ 1, elements 0 to 1.
  /// - SeeAlso: [Hickernell1998]; [Zhou2013] for the mixture.
  public func value(of points: Matrix) -> Double {
    let (n, d) = (points.rows, points.columns)
    precondition(n >= 1 && d >= 1, "the discrepancy of \(n) × \(d)")
    precondition(points.elements.allSatisfy { $0 >= 0 && $0 <= 1 }, "points outside 0 to 1")
    var (single, double) = (0.0, 0.0)
    for i in 0..<n {
      single += (0..<d).reduce(1) { $0 * one(points[i, $1]) }
      for j in 0..<n {
        double += (0..<d).reduce(1) { $0 * two(points[i, $1], points[j, $1]) }
      }
    }
    let constant = (0..<d).reduce(1.0) { product, _ in product * base }
    let count = Double(n)
    let square =
      (self == .wrapAround ? -constant : constant) - 2 / count * single + double / (count * count)
    return self == .star ? square.squareRoot() : square
  }

  private var base: Double {
    switch self {
    case .centred: 13.0 / 12
    case .wrapAround: 4.0 / 3
    case .mixture: 19.0 / 12
    case .star: 1.0 / 3
    }
  }

  private func one(_ x: Double) -> Double {
    let z = abs(x - 0.5)
    return switch self {
    case .centred: 1 + z / 2 - z * z / 2
    case .wrapAround: 0
    case .mixture: 5.0 / 3 - z / 4 - z * z / 4
    case .star: (1 - x * x) / 2
    }
  }

  private func two(_ x: Double, _ y: Double) -> Double {
    let (zx, zy, gap) = (abs(x - 0.5), abs(y - 0.5), abs(x - y))
    return switch self {
    case .centred: 1 + zx / 2 + zy / 2 - gap / 2
    case .wrapAround: 1.5 - gap * (1 - gap)
    case .mixture: 15.0 / 8 - zx / 4 - zy / 4 - 0.75 * gap + gap * gap / 2
    case .star: 1 - max(x, y)
    }
  }
}
