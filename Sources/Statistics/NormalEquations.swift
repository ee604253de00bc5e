import LinearAlgebra

/// The quadratic model of a sum of squares at a point: `Jᵀ J` and `Jᵀ r`.
struct NormalEquations {
  private let matrix: Matrix
  private let gradient: [Double]

  /// Forms the equations and raises `scales` to the squared lengths of the Jacobian's columns.
  ///
  /// - Throws: `jacobianNotFinite`, naming the parameter.
  init(
    _ jacobian: Matrix, _ residuals: [Double], _ scales: inout [Double]
  ) throws(StatisticsError) {
    precondition(
      jacobian.rows == residuals.count && jacobian.columns == scales.count,
      "a Jacobian of \(jacobian.rows) × \(jacobian.columns), \(residuals.count) residuals, "
        + "\(scales.count) parameters")
    matrix = jacobian.transposed * jacobian
    gradient = rowVector(residuals, times: jacobian)
    for j in scales.indices {
      guard matrix[j, j].isFinite else { throw .jacobianNotFinite(parameter: j) }
      scales[j] = max(scales[j], matrix[j, j])
    }
  }

  /// The largest cosine of an angle between the residuals and a column of the Jacobian.
  func largestCosine(_ sumOfSquares: Double) -> Double {
    gradient.indices.reduce(0) { largest, j in
      let lengths = (matrix[j, j] * sumOfSquares).squareRoot()
      return lengths > 0 ? max(largest, abs(gradient[j]) / lengths) : largest
    }
  }

  /// The step d with `(Jᵀ J + μ D) d = −Jᵀ r`, or nil if rounding makes the matrix not positive
  /// definite. A parameter that has had no effect so far (D = 0) is left where it is.
  func step(damping: Double, _ scales: [Double]) -> [Double]? {
    var damped = matrix
    for j in scales.indices { damped[j, j] += scales[j] > 0 ? damping * scales[j] : 1 }
    return (try? CholeskyFactor(damped))?.solve(gradient.map { -$0 })
  }

  /// How much the sum of squares falls along a damped step if the residuals are linear:
  /// `dᵀ (μ D d − Jᵀ r)`.
  func reduction(_ step: [Double], damping: Double, _ scales: [Double]) -> Double {
    step.indices.reduce(0) { $0 + step[$1] * (damping * scales[$1] * step[$1] - gradient[$1]) }
  }

  /// The length of the residuals' projection on the plane of the Jacobian's columns, relative to
  /// that of the residuals: `√(gᵀ (Jᵀ J)⁻¹ g / Σ r²)`, g = Jᵀ r; 0 at an exact fit.
  func offset(_ fit: LeastSquaresFit) -> Double {
    guard fit.sumOfSquares > 0 else { return 0 }
    let projected = zip(fit.covarianceFactor * gradient, gradient).reduce(0) { $0 + $1.0 * $1.1 }
    return (projected / fit.sumOfSquares).squareRoot()
  }

  /// The finished fit: inverts `Jᵀ J`, scaled to a diagonal of 1.
  ///
  /// - Throws: `notIdentified`, naming the first parameter whose effect differs from those of the
  ///   parameters before it by no more than rounding.
  func fit(
    at point: Point, iterations: Int, stop: LeastSquaresFit.Stop
  ) throws(StatisticsError) -> LeastSquaresFit {
    let n = gradient.count
    let lengths = (0..<n).map { matrix[$0, $0].squareRoot() }
    if let parameter = lengths.firstIndex(of: 0) { throw .notIdentified(parameter: parameter) }
    var scaled = matrix
    for i in 0..<n {
      for j in 0..<n { scaled[i, j] /= lengths[i] * lengths[j] }
    }
    let factor: CholeskyFactor
    do {
      factor = try CholeskyFactor(scaled)
    } catch .notPositiveDefinite(let minor, _) {
      throw .notIdentified(parameter: minor - 1)
    } catch {
      preconditionFailure("\(error)")
    }
    // What is left of a length of 1 when the parameters before are taken out, against rounding.
    let smallest = Double(4 * n) * Double.ulpOfOne
    if let parameter = (0..<n).first(where: {
      factor.lower[$0, $0] * factor.lower[$0, $0] <= smallest
    }) {
      throw .notIdentified(parameter: parameter)
    }
    var inverse = factor.inverse
    for i in 0..<n {
      for j in 0..<n { inverse[i, j] /= lengths[i] * lengths[j] }
    }
    return LeastSquaresFit(
      estimate: point.parameters, residuals: point.residuals, sumOfSquares: point.sumOfSquares,
      covarianceFactor: inverse, iterations: iterations, stop: stop)
  }
}
