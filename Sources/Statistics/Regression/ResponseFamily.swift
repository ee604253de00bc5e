import Foundation

/// How a response is spread about its mean μ, and the link from μ to the linear predictor η.
///
/// | family | link | variance | response | weight |
/// |---|---|---|---|---|
/// | gaussian | η = μ | σ² / w | any number | precision, relative |
/// | poisson | η = ln μ | μ / w | ≥ 0 | how many like it |
/// | binomial | η = ln μ/(1−μ) | μ(1−μ) / w | share of successes | trials |
/// | negative binomial | η = ln μ | (μ + μ²/θ) / w | ≥ 0 | how many like it |
/// | gamma | η = ln μ | φ μ² / w | > 0 | precision, relative |
/// - SeeAlso: [McCullaghNelder1989], chapter 2.
public struct ResponseFamily: Sendable {
  /// What errors call it.
  public let name: String
  /// What responses may be, in words and as a test.
  let allowed: String
  let allows: @Sendable (Double) -> Bool
  /// The log likelihood of fitted means where the variance has a factor of its own, with that factor at its
  /// best; `nil` for families without.
  let profile: (@Sendable (ResponseProblem, _ fitted: [Double], _ deviance: Double) -> Double)?
  /// μ to start from, for a response with a weight.
  let start: @Sendable (_ y: Double, _ weight: Double) -> Double
  let link: @Sendable (_ mean: Double) -> Double
  let mean: @Sendable (_ predictor: Double) -> Double
  /// dμ/dη at η.
  let slope: @Sendable (_ predictor: Double) -> Double
  let variance: @Sendable (_ mean: Double) -> Double
  /// Twice the log likelihood lost against μ = y, for weight 1.
  let deviance: @Sendable (_ y: Double, _ mean: Double) -> Double
  /// The log likelihood of one response. Not used where the dispersion is estimated.
  let logLikelihood: @Sendable (_ y: Double, _ mean: Double, _ weight: Double) -> Double
  /// Whether a response grows likelier however far its predictor goes up, or down.
  let isUnbounded: @Sendable (_ y: Double, _ isUp: Bool) -> Bool

  /// Whether the variance has a factor of its own to be estimated.
  var hasDispersion: Bool { profile != nil }

  /// Normal with the identity link: weighted least squares.
  public static let gaussian = ResponseFamily(
    name: "gaussian", allowed: "finite", allows: \.isFinite, profile: normalProfile,
    start: { y, _ in y }, link: { $0 }, mean: { $0 }, slope: { _ in 1 }, variance: { _ in 1 },
    deviance: { y, m in (y - m) * (y - m) }, logLikelihood: { _, _, _ in .nan },
    isUnbounded: { _, _ in false })

  /// Poisson with the log link.
  public static let poisson = ResponseFamily(
    name: "Poisson", allowed: "0 or more", allows: { $0 >= 0 && $0.isFinite }, profile: nil,
    start: { y, _ in y + 0.1 }, link: { log($0) },
    mean: { exp($0) }, slope: { exp($0) }, variance: { $0 },
    deviance: { y, m in y > 0 ? 2 * deviancePart(y, m) : 2 * m },
    logLikelihood: { y, m, w in w * (y > 0 ? logPoissonTerm(y, m) : -m) },
    isUnbounded: { y, isUp in !isUp && y == 0 })

  /// Binomial with the logit link: the response is the share of successes, the weight the trials.
  public static let binomial = ResponseFamily(
    name: "binomial", allowed: "a share of successes, 0 to 1", allows: { $0 >= 0 && $0 <= 1 },
    profile: nil, start: { y, w in (w * y + 0.5) / (w + 1) },
    link: { log($0) - log1p(-$0) }, mean: { $0 < 0 ? exp($0) / (1 + exp($0)) : 1 / (1 + exp(-$0)) },
    slope: { 1 / ((1 + exp(-abs($0))) * (1 + exp(-abs($0)))) * exp(-abs($0)) },
    variance: { $0 * (1 - $0) },
    deviance: { y, m in
      2 * ((y > 0 ? y * log(y / m) : 0) + (y < 1 ? (1 - y) * log((1 - y) / (1 - m)) : 0))
    },
    logLikelihood: { y, m, w in
      y == 0 ? w * log1p(-m) : y == 1 ? w * log(m) : logBinomialTerm(w * y, w * (1 - y), m, 1 - m)
    },
    isUnbounded: { y, isUp in y == (isUp ? 1 : 0) })

  /// Negative binomial with the log link and a known size.
  ///
  /// - Parameter size: θ, 0.001 to 10⁸; the variance of a count is `μ + μ² / θ`.
  public static func negativeBinomial(size: Double) -> ResponseFamily {
    precondition(size >= 0.001 && size <= 1e8, "a negative binomial size of \(size)")
    return ResponseFamily(
      name: "negative binomial", allowed: "0 or more", allows: { $0 >= 0 && $0.isFinite },
      profile: nil, start: { y, _ in y + 1.0 / 6 }, link: { log($0) },
      mean: { exp($0) }, slope: { exp($0) }, variance: { $0 + $0 * $0 / size },
      deviance: { y, m in
        2 * ((y > 0 ? y * log(y / m) : 0) - (y + size) * log((y + size) / (m + size)))
      },
      logLikelihood: { y, m, w in
        y > 0
          ? w
            * (logBinomialTerm(size, y, size / (size + m), m / (size + m)) + log(size / (size + y)))
          : -w * size * log1p(m / size)
      },
      isUnbounded: { y, isUp in !isUp && y == 0 })
  }

  /// Gamma with the log link: positive amounts whose standard deviation is in proportion to their mean.
  public static let gamma = ResponseFamily(
    name: "gamma", allowed: "above 0", allows: { $0 > 0 && $0.isFinite }, profile: gammaProfile,
    start: { y, _ in y }, link: { log($0) }, mean: { exp($0) }, slope: { exp($0) },
    variance: { $0 * $0 }, deviance: { y, m in 2 * deviancePart(1, y / m) },
    logLikelihood: { _, _, _ in .nan }, isUnbounded: { _, _ in false })
}
