import Foundation
public import LinearAlgebra

/// A regression whose errors are an ARIMA process with seasons, fitted by exact maximum likelihood:
///
/// `y = X β + u`, `φ(B) Φ(Bᵐ) (1 − B)ᵈ (1 − Bᵐ)ᴰ u_t = θ(B) Θ(Bᵐ) ε_t`, `θ(B) = 1 + θ₁ B + …`
///
/// The likelihood is that of the differenced series, by the Kalman filter; β and the variance of ε are the
/// best for given φ and θ, which are searched for among stationary, invertible processes.
///
/// Laws: adding X c to the series adds c to β and changes nothing else; a series multiplied by c has the
/// same φ and θ.
/// - SeeAlso: [BrockwellDavis1991], chapters 8 and 9; [Harvey1989], section 3.3.
public struct ARIMAModel: Sendable {
  /// The plain orders.
  public let order: ARIMAOrder
  /// The seasonal ones.
  public let seasonal: ARIMAOrder
  /// Steps to a period; 1 without seasons.
  public let period: Int
  /// φ, length p.
  public let autoregressive: [Double]
  /// θ, length q.
  public let movingAverage: [Double]
  /// Φ, length P.
  public let seasonalAutoregressive: [Double]
  /// Θ, length Q.
  public let seasonalMovingAverage: [Double]
  /// β: the mean first if there is one, then one for each regressor.
  public let coefficients: [Double]
  /// The variance of ε: mean squared standardised one-step error.
  public let variance: Double
  /// The log likelihood of the differenced series at its maximum.
  public let logLikelihood: Double
  /// The one-step errors over their standard deviations, times that of ε; as many as there are
  /// differences.
  public let residuals: [Double]
  let polynomials: ARMAPolynomials
  let differencing: Differencing
  /// The state and its covariance after the last value, and u of as many last values as are needed.
  let state: [Double]
  let covariance: [Double]
  let past: [Double]
  let hasMean: Bool
  let problem: ARIMAProblem
  /// The standard errors of β for the terms estimated.
  let coefficientErrors: [Double]

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - series: In order of time; finite.
  ///   - order: p, d, q.
  ///   - seasonal: P, D, Q; with a period of at least 2.
  ///   - period: m, steps to a period.
  ///   - mean: Whether the regression has a constant; `nil`: where no differences are taken, which take
  ///     it away.
  ///   - regressors: X without the constant, a row for each value. A column 1, 2, … with d = 1 is drift.
  /// - Throws: `response` for a value that is not finite; `seriesTooShort` with fewer differences than
  ///   parameters and one more; `likelihoodNotMaximised`; `LinearAlgebraError` where regressors follow
  ///   from each other or are differenced away.
  public init(
    _ series: [Double], _ order: ARIMAOrder, seasonal: ARIMAOrder = .none, period: Int = 1,
    mean: Bool? = nil, regressors: Matrix? = nil
  ) throws {
    precondition(seasonal == .none || period >= 2, "seasons with a period of \(period)")
    precondition(
      regressors.map { $0.rows == series.count } ?? true,
      "\(regressors?.rows ?? 0) rows of regressors, \(series.count) values")
    let name = Self.name(order, seasonal, period)
    if let index = series.firstIndex(where: { !$0.isFinite }) {
      throw StatisticsError.response(
        family: name, index: index, value: series[index], allowed: "finite")
    }
    hasMean = mean ?? (order.differences + seasonal.differences == 0)
    differencing = Differencing(
      order.differences, seasonal: seasonal.differences, period: period)
    let columns = Self.columns(hasMean, regressors, series.count)
    let terms = order.terms + seasonal.terms
    let needed = differencing.lost + terms + columns.count + 2
    guard series.count >= needed else {
      throw StatisticsError.seriesTooShort(model: name, length: series.count, needed: needed)
    }
    let differencing = differencing
    let problem = ARIMAProblem(
      series: differencing.differences(of: series),
      columns: columns.map { differencing.differences(of: $0) })
    self.problem = problem
    func polynomials(_ point: [Double]) -> ARMAPolynomials {
      ARMAPolynomials(point, order, seasonal, period: period)
    }
    // Regressors that do not hold are to blame at once, not in the search.
    _ = try problem.solution(ARMAPolynomials([], .none, .none, period: 1))
    let search = QuasiNewton(maximumIterations: 300, tolerance: 1e-8)
    let starts = terms == 0 ? [] : [0, 0.4, -0.4].map { Array(repeating: $0, count: terms) }
    let found = search.least(from: starts) { point in
      (try? problem.solution(polynomials(point)))?.map { -$0.logLikelihood } ?? .infinity
    }
    guard let point = terms == 0 ? [] : found?.parameters,
      let best = try problem.solution(polynomials(point))
    else {
      throw StatisticsError.likelihoodNotMaximised(family: name, iterations: 300, deviance: .nan)
    }
    self.polynomials = polynomials(point)
    (self.order, self.seasonal, self.period) = (order, seasonal, period)
    (autoregressive, movingAverage) = (self.polynomials.ar, self.polynomials.ma)
    (seasonalAutoregressive, seasonalMovingAverage) = (
      self.polynomials.seasonalAR, self.polynomials.seasonalMA
    )
    (coefficients, variance, logLikelihood) = (
      best.coefficients, best.variance, best.logLikelihood
    )
    coefficientErrors = best.coefficientErrors
    residuals = best.residuals
    (state, covariance) = (best.state, best.covariance)
    past = series.indices.suffix(differencing.lost).map { t in
      series[t] - zip(best.coefficients, columns).reduce(0) { $0 + $1.0 * $1.1[t] }
    }
  }

  static func columns(_ hasMean: Bool, _ regressors: Matrix?, _ count: Int) -> [[Double]] {
    (hasMean ? [[Double](repeating: 1, count: count)] : [])
      + (regressors.map { matrix in (0..<matrix.columns).map { matrix.column($0) } } ?? [])
  }

  private static func name(_ order: ARIMAOrder, _ seasonal: ARIMAOrder, _ period: Int) -> String {
    func text(_ o: ARIMAOrder) -> String {
      "(\(o.autoregressive),\(o.differences),\(o.movingAverage))"
    }
    return "ARIMA" + text(order) + (seasonal == .none ? "" : text(seasonal) + "[\(period)]")
  }

  /// φ, θ, Φ, Θ, β and the variance.
  public var parameters: Int { order.terms + seasonal.terms + coefficients.count + 1 }

  /// Akaike's criterion: `2 k − 2 log L`. Compare models with the same differences only.
  public var akaike: Double { 2 * Double(parameters) - 2 * logLikelihood }

  /// The same corrected for short series: `+ 2 k (k + 1) / (n − k − 1)`, n the differences.
  ///
  /// - SeeAlso: [HurvichTsai1989].
  public var correctedAkaike: Double {
    let (n, k) = (Double(residuals.count), Double(parameters))
    return akaike + 2 * k * (k + 1) / (n - k - 1)
  }
}
