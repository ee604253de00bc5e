import Foundation
public import LinearAlgebra

/// A generalised linear model, `link(E y_i) = o_i + Σ_j X_ij β_j`, fitted by maximum likelihood.
///
/// Iterated weighted least squares by QR: with working weights `w μ′² / V(μ)` and responses
/// `η − o + (y − μ) / μ′`, until no η changes by more than 1e-9 (of itself, above 1); steps that raise the
/// deviance are halved. Where the likelihood has no maximum (separated binomial data, groups without any
/// count) the search ends in an error that names the coefficients without bound.
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
  /// φ: for gaussian and gamma `Σ w (y − μ)² / V / (n − p)`, else 1.
  public let dispersion: Double
  /// The log likelihood at its maximum (gaussian and gamma: over φ too).
  public let logLikelihood: Double
  /// Least-squares problems solved.
  public let iterations: Int
  let problem: ResponseProblem

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - family: How responses are spread.
  ///   - design: X, n × p, n ≥ p ≥ 1 (gaussian and gamma: n > p); a column of ones for an intercept.
  ///   - response: y, length n.
  ///   - weights: w, length n, each > 0; see ``ResponseFamily`` for their meaning. None: all 1.
  ///   - offsets: o, length n. None: all 0.
  ///   - maximumIterations: Least-squares problems before giving up, ≥ 1.
  /// - Throws: `response`; `separated`; `likelihoodNotMaximised`; `LinearAlgebraError` for designs that do not set
  ///   all coefficients.
  public init(
    _ family: ResponseFamily, design: Matrix, response: [Double], weights: [Double]? = nil,
    offsets: [Double]? = nil, maximumIterations: Int = 100
  ) throws {
    let n = design.rows
    let problem = try ResponseProblem(
      family: family, design: design, response: response,
      weights: weights ?? Array(repeating: 1, count: n),
      offsets: offsets ?? Array(repeating: 0, count: n))
    let solution = try problem.solution(maximumIterations: maximumIterations)
    self.family = family
    coefficients = solution.coefficients
    deviance = solution.deviance
    iterations = solution.iterations
    fitted = solution.predictor.map(family.mean)
    self.problem = problem
    dispersion =
      family.hasDispersion ? problem.pearson(fitted) / Double(n - design.columns) : 1
    covariance =
      dispersion * (try problem.weightedFit(solution.predictor)).inverseNormalMatrix
    logLikelihood = problem.logLikelihood(fitted, deviance: deviance)
  }

  /// The roots of the covariance's diagonal. Length p.
  public var standardErrors: [Double] {
    coefficients.indices.map { covariance[$0, $0].squareRoot() }
  }

  /// What is estimated: the coefficients and, for gaussian and gamma, φ.
  public var parameters: Int { coefficients.count + (family.hasDispersion ? 1 : 0) }

  /// Akaike's criterion: `2 k − 2 log L`, k the ``parameters``.
  public var akaike: Double { 2 * Double(parameters) - 2 * logLikelihood }

  /// Schwarz's (Bayesian) criterion: `k ln n − 2 log L`, n the rows.
  ///
  /// - SeeAlso: [Schwarz1978].
  public var bayesian: Double {
    Double(parameters) * log(Double(fitted.count)) - 2 * logLikelihood
  }
}
