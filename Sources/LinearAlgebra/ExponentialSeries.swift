/// A generator made non-negative and small: `(q + λ I)` and a time t = h / 2^k such that neither its
/// norm times t nor λ t exceeds ``ExponentialSeries/radius``.
struct ScaledGenerator {
  /// λ, the largest −q[i, i], at least 0.
  let shift: Double
  /// q + λ I, elements ≥ 0.
  let matrix: Matrix
  /// t, in the unit of time of the generator.
  let time: Double
  /// k.
  let doublings: Int

  init(_ q: Matrix, period h: Double) {
    precondition(q.isSquare, "a generator of \(q.rows) × \(q.columns)")
    precondition(h >= 0 && h.isFinite, "a period of \(h)")
    let shift = q.checkedLargestOutflow()
    var matrix = q
    for i in 0..<q.rows { matrix[i, i] += shift }
    var norm = max(shift, matrix.maximumRowSum) * h
    precondition(norm.isFinite, "a generator with rates up to \(shift) over a period of \(h)")
    var (t, doublings) = (h, 0)
    while norm > ExponentialSeries.radius {
      norm /= 2
      t /= 2
      doublings += 1
    }
    self.shift = shift
    self.matrix = matrix
    time = t
    self.doublings = doublings
  }
}

/// Coefficients of the three power series of `A = (q + λ I) t`, with x = λ t:
///
/// ```
/// P     = e⁻ˣ Σ_m A^m / m!
/// Φ/t   = e⁻ˣ Σ_m A^m Σ_k x^k / (m + 1 + k)!
/// Ψ/t²  = e⁻ˣ Σ_m A^m Σ_k (k + 1) x^k / (m + 2 + k)!
/// ```
///
/// (Laplace transforms `1 / sᵐ⁺¹`, `1 / ((s − λ) sᵐ⁺¹)` and `1 / ((s − λ)² sᵐ⁺¹)`.)
package struct ExponentialSeries {
  /// Largest norm of A, and largest x.
  package static let radius = 0.5
  /// Last power of A: the first left out is below 0.5¹⁵ / 15! = 2.4e-17.
  package static let degree = 14
  /// Last power of x within a coefficient: the same bound holds for it.
  static let innerDegree = 14

  let transition: [Double]
  let integral: [Double]
  let doubleIntegral: [Double]

  /// The coefficients of a power of A, for eight series.
  typealias Coefficients = (
    transition: SIMD8<Double>, integral: SIMD8<Double>, doubleIntegral: SIMD8<Double>
  )

  /// The coefficients of eight series side by side, as for each alone.
  ///
  /// - Parameter x: λ t of each.
  static func coefficients(of x: SIMD8<Double>) -> [Coefficients] {
    // e⁻ˣ as the inverse of a sum of positive terms; the C library's exp differs between machines.
    var growth = SIMD8<Double>.zero
    for j in (0...ExponentialSeries.degree).reversed() {
      growth = growth * x + inverseFactorials[j]
    }
    let decay = 1 / growth
    return (0...degree).map { m in
      var (first, second) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
      for k in (0...ExponentialSeries.innerDegree).reversed() {
        first = first * x + inverseFactorials[m + 1 + k]
        second = second * x + Double(k + 1) * inverseFactorials[m + 2 + k]
      }
      return (decay * inverseFactorials[m], decay * first, decay * second)
    }
  }

  /// 1 / j!, j = 0, 1, …
  private static let inverseFactorials: [Double] = {
    var inverses = [1.0]
    for j in 1...degree + 2 + innerDegree { inverses.append(inverses[j - 1] / Double(j)) }
    return inverses
  }()

  init(shift x: Double) {
    let all = Self.coefficients(of: SIMD8(repeating: x))
    transition = all.map { $0.transition[0] }
    integral = all.map { $0.integral[0] }
    doubleIntegral = all.map { $0.doubleIntegral[0] }
  }

  /// The three sums, of P, Φ/t and Ψ/t².
  func sums(of a: Matrix) -> (p: Matrix, phi: Matrix, psi: Matrix) {
    let one = Matrix.identity(a.rows)
    var (p, phi, psi) = (transition[0] * one, integral[0] * one, doubleIntegral[0] * one)
    var power = a
    for m in 1...ExponentialSeries.degree {
      if m > 1 { power = a.fixedOrderProduct(power) }
      p.add(transition[m], times: power)
      phi.add(integral[m], times: power)
      psi.add(doubleIntegral[m], times: power)
    }
    return (p, phi, psi)
  }
}

extension Matrix {
  /// The largest −q[i, i], at least 0, after checking that this is a generator.
  fileprivate func checkedLargestOutflow() -> Double {
    var largest = 0.0
    for i in 0..<rows {
      for j in 0..<columns {
        let rate = self[i, j]
        precondition(rate.isFinite && (i == j || rate >= 0), "rate (\(i), \(j)) is \(rate)")
      }
      largest = max(largest, -self[i, i])
    }
    return largest
  }
}
