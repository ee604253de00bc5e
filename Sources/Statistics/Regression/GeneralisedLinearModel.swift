import Foundation
public import LinearAlgebra

/// A generalised linear model, `link(E y_i) = o_i + Σ_j X_ij β_j`, fitted by maximum likelihood.
///
/// Iterated weighted least squares by QR: with working weights `w μ′² / V(μ)` and responses
/// `η − o + (y − μ) / μ′`, until no η changes by more than 1e-9 (of itself, above 1); steps that raise the
/// deviance are halved. Where the likelihood has no maximum (separated binomial data, groups without any
/// count) the search ends in an error.
///
/// Laws: residuals `w (y − μ) μ′ / V` are orthogonal to every column of X; multiplying a column by c divides
/// its coefficient by c; with the log link, exposure t is the offset ln t.
/// - SeeAlso: [McCullaghNelder1989], section 2.5.
public struct GeneralisedLinearModel: Sendable {
  /// The family it was fitted with.
  public let family: ResponseFamily
  /// β. Length p.
  public let coefficients: [Double]
  /// Covariance of the coefficients, p × p: `φ (Xᵀ W X)⁻¹`.
  public let covariance: Matrix
  /// μ. Length n.
  public let fitted: [Double]
  /// `Σ w d(y, μ)`: twice the log likelihood lost against a fit of every response.
  public let deviance: Double
  /// φ: for gaussian `deviance / (n − p)`, else 1.
  public let dispersion: Double
  /// The log likelihood at its maximum (gaussian: over σ² too).
  public let logLikelihood: Double
  /// Least-squares problems solved.
  public let iterations: Int

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - family: How responses are spread.
  ///   - design: X, n × p, n ≥ p ≥ 1 (gaussian: n > p); a column of ones for an intercept.
  ///   - response: y, length n.
  ///   - weights: w, length n, each > 0; see ``ResponseFamily`` for their meaning. None: all 1.
  ///   - offsets: o, length n. None: all 0.
  ///   - maximumIterations: Least-squares problems before giving up, ≥ 1.
  /// - Throws: `response`; `likelihoodNotMaximised`; `LinearAlgebraError` for designs that do not set
  ///   all coefficients.
  public init(
    _ family: ResponseFamily, design: Matrix, response: [Double], weights: [Double]? = nil,
    offsets: [Double]? = nil, maximumIterations: Int = 100
  ) throws {
    let n = design.rows
    let weights = weights ?? Array(repeating: 1, count: n)
    let offsets = offsets ?? Array(repeating: 0, count: n)
    precondition(
      response.count == n && weights.count == n && offsets.count == n,
      "\(n) rows, \(response.count) responses, \(weights.count) weights, \(offsets.count) offsets")
    precondition(
      design.columns >= 1 && (n > design.columns || !family.hasDispersion),
      "a design of \(n) × \(design.columns)")
    precondition(weights.allSatisfy { $0 > 0 && $0.isFinite }, "a weight not above 0: \(weights)")
    precondition(offsets.allSatisfy(\.isFinite), "an offset that is not finite: \(offsets)")
    for (index, y) in response.enumerated() where !family.allows(y) {
      throw StatisticsError.response(
        family: family.name, index: index, value: y, allowed: family.allowed)
    }
    func deviance(_ predictor: [Double]) -> Double {
      let total = sum(
        of: (0..<n).lazy.map {
          weights[$0] * family.deviance(response[$0], family.mean(predictor[$0]))
        })
      return total.isFinite ? total : .infinity
    }
    func weightedFit(_ predictor: [Double]) throws(LinearAlgebraError) -> LeastSquares {
      var (scaled, target) = (design, [Double]())
      for i in 0..<n {
        let (mu, slope) = (family.mean(predictor[i]), family.slope(predictor[i]))
        let root = (weights[i] / family.variance(mu)).squareRoot() * slope
        for j in 0..<design.columns { scaled[i, j] *= root }
        target.append(root * (predictor[i] - offsets[i]) + root * (response[i] - mu) / slope)
      }
      return try LeastSquares(design: scaled, target: target)
    }
    func predictor(_ coefficients: [Double]) -> [Double] {
      zip(design * coefficients, offsets).map { $0 + $1 }
    }
    var eta = zip(response, weights).map { family.link(family.start($0, $1)) }
    var (value, coefficients, iterations) = (Double.infinity, [Double](), 0)
    var change = Double.infinity
    while change > 1e-9 {
      // After the first fit, weights of 0 or not finite mean that some means have left what a double
      // can hold.
      let again = iterations > 0 ? try? weightedFit(eta) : nil
      guard iterations == 0 || (again != nil && iterations < maximumIterations) else {
        throw StatisticsError.likelihoodNotMaximised(
          family: family.name, iterations: iterations, deviance: value)
      }
      let fit = try again ?? weightedFit(eta)
      iterations += 1
      var next = fit.solution
      var nextValue = deviance(predictor(next))
      for _ in 0..<50 where !coefficients.isEmpty && nextValue > value * (1 + 1e-12) {
        next = zip(next, coefficients).map { 0.5 * ($0 + $1) }
        nextValue = deviance(predictor(next))
      }
      let moved = predictor(next)
      change = zip(moved, eta).reduce(0) { max($0, abs($1.0 - $1.1) / max(abs($1.1), 1)) }
      (coefficients, eta, value) = (next, moved, nextValue)
    }
    self.family = family
    self.coefficients = coefficients
    self.iterations = iterations
    self.deviance = value
    fitted = eta.map(family.mean)
    dispersion = family.hasDispersion ? value / Double(n - coefficients.count) : 1
    covariance = dispersion * (try weightedFit(eta)).inverseNormalMatrix
    if family.hasDispersion {
      let spread = log(2 * Double.pi * value / Double(n)) + 1
      logLikelihood = 0.5 * (sum(of: weights.lazy.map { log($0) }) - Double(n) * spread)
    } else {
      logLikelihood = sum(
        of: (0..<n).lazy.map { [fitted] in
          family.logLikelihood(response[$0], fitted[$0], weights[$0])
        })
    }
  }

  /// The roots of the covariance's diagonal. Length p.
  public var standardErrors: [Double] {
    coefficients.indices.map { covariance[$0, $0].squareRoot() }
  }

  /// Akaike's criterion: `2 k − 2 log L`, k the coefficients and, for gaussian, the variance.
  public var akaike: Double {
    2 * Double(coefficients.count + (family.hasDispersion ? 1 : 0)) - 2 * logLikelihood
  }
}
