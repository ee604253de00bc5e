import Foundation
public import LinearAlgebra

/// Cox's regression: `h(t | x) = h₀(t) exp(x β)`, fitted by maximum partial likelihood.
///
/// Newton's method from β = 0 with covariates about their means, steps that lower the likelihood halved,
/// until no `x β` changes by more than 1e-9. Any event ends a follow-up.
///
/// Laws: adding a number to a covariate changes nothing but the baseline; without ties Efron's and
/// Breslow's likelihood agree; time may be stretched in any order-keeping way.
/// - SeeAlso: [Cox1972]; [Efron1977] for ties.
public struct CoxModel: Sendable {
  /// What is made of events at the same time.
  public enum Ties: Sendable {
    /// Each is thought to have come in turn, those before it being gone on average.
    case efron
    /// Each sees all who were at risk at the time.
    case breslow
  }

  /// β: logarithms of the hazard ratio per unit. Length p.
  public let coefficients: [Double]
  /// Their covariance, p × p: the inverse of the information.
  public let covariance: Matrix
  /// The logarithm of the partial likelihood at its maximum.
  public let logLikelihood: Double
  /// The same at β = 0.
  public let nullLogLikelihood: Double
  /// Newton steps taken.
  public let iterations: Int
  private let likelihood: PartialLikelihood

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - people: n ≥ 1, at least one with an event.
  ///   - design: Covariates, n × p, p ≥ 1, finite; no column of ones.
  ///   - ties: What is made of events at the same time.
  ///   - maximumIterations: Newton steps before giving up, ≥ 1.
  /// - Throws: `likelihoodNotMaximised`, as where a covariate parts those with an event from the
  ///   others; `LinearAlgebraError` where covariates follow from each other or there is no event.
  public init(
    _ people: [FollowUp], design: Matrix, ties: Ties = .efron, maximumIterations: Int = 50
  ) throws {
    precondition(
      people.count == design.rows && design.columns >= 1,
      "\(people.count) people, a design of \(design.rows) × \(design.columns)")
    let likelihood = PartialLikelihood(people, design, ties)
    var beta = [Double](repeating: 0, count: design.columns)
    var here = likelihood.derivatives(at: beta)
    nullLogLikelihood = here.value
    var iterations = 0
    var change = Double.infinity
    while change > 1e-9 {
      func gaveUp() -> StatisticsError {
        .likelihoodNotMaximised(family: "Cox", iterations: iterations, deviance: -2 * here.value)
      }
      guard iterations < maximumIterations else { throw gaveUp() }
      let step: [Double]
      do {
        step = try CholeskyFactor(here.information).solve(here.gradient)
      } catch {
        // At the start the covariates are to blame; later they have led away without end.
        if iterations == 0 { throw error }
        throw gaveUp()
      }
      iterations += 1
      var part = 1.0
      var next = likelihood.derivatives(at: moved(beta, step, part))
      for _ in 0..<30 where !(next.value >= here.value - 1e-12 * abs(here.value)) {
        part /= 2
        next = likelihood.derivatives(at: moved(beta, step, part))
      }
      change = likelihood.largestPredictor(step) * part
      beta = moved(beta, step, part)
      here = next
    }
    coefficients = beta
    covariance = try CholeskyFactor(here.information).inverse
    logLikelihood = here.value
    self.iterations = iterations
    self.likelihood = likelihood
  }

  /// Of the pairs whose order of events is known, the part in which the higher `x β` came first, ties
  /// of it counting half (Harrell's c); `nil` where there is no such pair. Takes n² steps.
  public var concordance: Double? { likelihood.concordance(coefficients) }

  /// The roots of the covariance's diagonal. Length p.
  public var standardErrors: [Double] {
    coefficients.indices.map { covariance[$0, $0].squareRoot() }
  }

  /// The likelihood-ratio test that no covariate matters.
  public var test: TestResult {
    .chiSquared(2 * (logLikelihood - nullLogLikelihood), freedom: coefficients.count)
  }
}

private func moved(_ beta: [Double], _ step: [Double], _ part: Double) -> [Double] {
  zip(beta, step).map { $0 + part * $1 }
}
