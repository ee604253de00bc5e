import Foundation
public import LinearAlgebra

/// A negative binomial model with the log link whose size θ is estimated too.
///
/// Fits of the coefficients for a given θ and Newton steps on ln θ for given means in turn, both by maximum
/// likelihood, until θ changes by less than 1e-10 of itself.
/// - SeeAlso: [Lawless1987].
public struct NegativeBinomialModel: Sendable {
  /// The model of the means at the estimated size.
  public let model: GeneralisedLinearModel
  /// θ, > 0.
  public let size: Double
  /// Standard error of θ, from the second derivative of the log likelihood for the means fitted.
  public let sizeStandardError: Double

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - design: X, n × p, n ≥ p ≥ 1.
  ///   - response: Counts, length n, each ≥ 0.
  ///   - offsets: o, length n. None: all 0.
  /// - Throws: As ``GeneralisedLinearModel``; `notOverdispersed` where the likelihood rises with θ to
  ///   the Poisson model.
  public init(design: Matrix, response: [Double], offsets: [Double]? = nil) throws {
    var model = try GeneralisedLinearModel(
      .poisson, design: design, response: response, offsets: offsets)
    // Moments: Σ (y/μ − 1)² is about n (1/μ + 1/θ).
    let spread = zip(response, model.fitted).reduce(0) {
      $0 + ($1.0 / $1.1 - 1) * ($1.0 / $1.1 - 1)
    }
    let noise = model.fitted.reduce(0) { $0 + 1 / $1 }
    var size = min(max(Double(response.count) / max(spread - noise, 1e-3), 0.01), 1e3)
    for _ in 0..<200 {
      let before = size
      size = try Self.size(response, model.fitted, from: size)
      model = try GeneralisedLinearModel(
        .negativeBinomial(size: size), design: design, response: response, offsets: offsets)
      if abs(size - before) <= 1e-10 * size { break }
    }
    self.model = model
    self.size = size
    let curvature = Self.derivatives(response, model.fitted, size).second
    sizeStandardError = (-1 / curvature).squareRoot()
  }

  /// Akaike's criterion, θ counted: `2 (p + 1) − 2 log L`.
  public var akaike: Double { model.akaike + 2 }

  /// The size that makes the likelihood of counts with given means greatest.
  private static func size(
    _ counts: [Double], _ means: [Double], from start: Double
  ) throws(StatisticsError) -> Double {
    var size = start
    for _ in 0..<100 {
      let (first, second) = derivatives(counts, means, size)
      // Towards ln θ: g = θ l′, h = θ² l″ + θ l′; uphill where the curvature is of the wrong sign.
      let (g, h) = (size * first, size * size * second + size * first)
      let step = h < 0 ? min(max(-g / h, -2), 2) : (g > 0 ? 1 : -1)
      size *= exp(step)
      guard size < 1e7 else { throw .notOverdispersed(size: size) }
      size = max(size, 0.001)
      if abs(step) < 1e-12 { break }
    }
    return size
  }

  /// First and second derivative of the log likelihood by θ.
  private static func derivatives(
    _ counts: [Double], _ means: [Double], _ size: Double
  ) -> (first: Double, second: Double) {
    var (first, second) = (0.0, 0.0)
    let (own, ownSlope) = (digamma(size), trigamma(size))
    for (y, m) in zip(counts, means) {
      let total = m + size
      first += digamma(y + size) - own + log(size / total) + 1 - (y + size) / total
      second += trigamma(y + size) - ownSlope + 1 / size - 2 / total + (y + size) / (total * total)
    }
    return (first, second)
  }
}
