public import LinearAlgebra

/// A search for the parameters x that make `Σ r_i(x)²` least: damped Gauss–Newton steps
/// (Levenberg–Marquardt).
///
/// Each step d solves `(Jᵀ J + μ D) d = −Jᵀ r` by Cholesky, J the Jacobian of the residuals, D the
/// largest squared column lengths of J so far (so units of parameters do not matter). Damping μ
/// falls after a good step and rises after a bad one. Normal equations halve the digits: with a
/// condition of J above about 1e7 use priors as residuals.
///
/// Weights and normal priors are residuals too: `(model − data) / sd` and `(x − mean) / sd`.
/// - SeeAlso: [More1978] for scaling and stopping; [Nielsen1999] for the damping.
public struct GaussNewton: Sendable {
  /// The residuals as a function of the parameters: length p in, length m out.
  public typealias Residuals = ([Double]) throws -> [Double]
  /// The Jacobian of the residuals as a function of the parameters: m × p, ∂r_i / ∂x_j.
  public typealias Jacobian = ([Double]) throws -> Matrix

  /// Most Jacobians computed before giving up, ≥ 1.
  public let maximumIterations: Int
  /// Tolerance of all three criteria in ``LeastSquaresFit/Stop``. At 1e-14, the default, a stop by
  /// `reduction` leaves the parameters within 1e-7 · √(m − p) standard errors.
  public let tolerance: Double

  /// A search with its limits.
  ///
  /// - Parameters:
  ///   - maximumIterations: Most Jacobians computed, ≥ 1.
  ///   - tolerance: Of all criteria, > 0.
  public init(maximumIterations: Int = 200, tolerance: Double = 1e-14) {
    precondition(maximumIterations >= 1, "\(maximumIterations) iterations, at least 1 needed")
    precondition(tolerance > 0, "a tolerance of \(tolerance)")
    self.maximumIterations = maximumIterations
    self.tolerance = tolerance
  }

  /// Searches from a starting point.
  ///
  /// Trial points whose residuals are not finite are rejected and a shorter step tried.
  ///
  /// - Parameters:
  ///   - start: Parameters to start from. Length p ≥ 1.
  ///   - jacobian: The Jacobian; without it forward differences are taken, with steps of 2⁻²⁶ times
  ///     the larger of |x_j| and |start_j| (1 if both are 0).
  ///   - residuals: The residuals; their number m must not change.
  /// - Returns: The parameters at the least sum of squares near the start.
  /// - Throws: `residualNotFinite` at the start, `jacobianNotFinite`, `notIdentified` at the end,
  ///   `searchNotConverged` when iterations run out or no step of any length helps, and what the
  ///   functions throw.
  public func fit(
    from start: [Double], jacobian: Jacobian? = nil, residuals: Residuals
  ) throws -> LeastSquaresFit {
    precondition(!start.isEmpty, "a search over 0 parameters")
    func derivative(_ x: [Double]) throws -> Matrix {
      try jacobian?(x) ?? forwardDifferences(x, start, residuals)
    }
    var point = try Point(start, residuals(start))
    if let index = point.residuals.firstIndex(where: { !$0.isFinite }) {
      throw StatisticsError.residualNotFinite(index: index)
    }
    var scales = [Double](repeating: 0, count: start.count)
    var damping = Damping()
    for iteration in 1...maximumIterations {
      let system = try NormalEquations(derivative(point.parameters), point.residuals, &scales)
      func stopped(_ stop: LeastSquaresFit.Stop) throws -> LeastSquaresFit {
        let fit = try system.fit(at: point, iterations: iteration, stop: stop)
        // A step that only strong damping made short is no convergence while a full one would help.
        guard damping.value < 1 || system.offset(fit) <= largestOffset else {
          throw StatisticsError.searchNotConverged(
            iterations: iteration, sumOfSquares: point.sumOfSquares)
        }
        return fit
      }
      if system.largestCosine(point.sumOfSquares) <= tolerance { return try stopped(.gradient) }
      while true {
        guard let step = system.step(damping: damping.value, scales) else {
          damping.raise()
          continue
        }
        let length = scaledLength(step, scales)
        if length <= tolerance * scaledLength(point.parameters, scales) {
          return try stopped(.step)
        }
        let trialParameters = zip(point.parameters, step).map { $0 + $1 }
        let trial = try Point(trialParameters, residuals(trialParameters))
        let predicted = system.reduction(step, damping: damping.value, scales)
        let actual = point.sumOfSquares - trial.sumOfSquares
        let negligible = tolerance * point.sumOfSquares
        if actual > 0 { point = trial }
        if predicted <= negligible && actual <= negligible { return try stopped(.reduction) }
        if actual > 0 {
          damping.lower(gain: actual / predicted)
          break
        }
        damping.raise()
      }
    }
    throw StatisticsError.searchNotConverged(
      iterations: maximumIterations, sumOfSquares: point.sumOfSquares)
  }
}

/// Largest part of the residuals' length that lies in the plane of the Jacobian's columns when a
/// strongly damped search counts as converged: [BatesWatts1981].
private let largestOffset = 1e-3

/// Parameters with their residuals; a sum of squares that is not finite counts as infinite.
struct Point {
  let parameters: [Double]
  let residuals: [Double]
  let sumOfSquares: Double

  init(_ parameters: [Double], _ residuals: [Double]) {
    self.parameters = parameters
    self.residuals = residuals
    let squares = sum(of: residuals.lazy.map { $0 * $0 })
    sumOfSquares = squares.isFinite ? squares : .infinity
  }
}

/// Nielsen's rule for μ: smoothly down after steps that keep their promise, ever faster up
/// otherwise.
private struct Damping {
  private(set) var value = 1e-3
  private var factor = 2.0

  mutating func lower(gain: Double) {
    let part = 2 * gain - 1
    value *= max(1.0 / 3, 1 - part * part * part)
    factor = 2
  }

  mutating func raise() {
    value *= factor
    factor *= 2
  }
}

private func scaledLength(_ vector: [Double], _ scales: [Double]) -> Double {
  sum(of: zip(vector, scales).lazy.map { $0 * $0 * $1 }).squareRoot()
}

/// The Jacobian by forward differences.
private func forwardDifferences(
  _ x: [Double], _ start: [Double], _ residuals: GaussNewton.Residuals
) throws -> Matrix {
  let here = try residuals(x)
  var jacobian = Matrix(rows: here.count, columns: x.count, repeating: 0)
  for j in x.indices {
    let size = max(abs(x[j]), abs(start[j]))
    var moved = x
    moved[j] += (size > 0 ? size : 1) * Double.ulpOfOne.squareRoot()
    let step = moved[j] - x[j]
    for (i, (there, here)) in zip(try residuals(moved), here).enumerated() {
      jacobian[i, j] = (there - here) / step
    }
  }
  return jacobian
}
