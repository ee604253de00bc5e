import Foundation
import LinearAlgebra

/// A level, or a level and a slope, that drift and are seen with error, their variances fitted by the
/// diffuse likelihood.
///
/// Law: a series multiplied by c has variances multiplied by c².
/// - SeeAlso: [DurbinKoopman2012], chapter 2 and section 3.2; [Harvey1989], chapter 2.
public struct StructuralModel: Sendable {
  /// What moves.
  public enum Trend: String, Sendable, CaseIterable {
    /// The level.
    case level
    /// Level and slope.
    case slope

    fileprivate var variances: Int { self == .level ? 2 : 3 }
  }

  /// What moves.
  public let trend: Trend
  /// Of the errors with which the level is seen.
  public let observationVariance: Double
  /// Of the level's own drift.
  public let levelVariance: Double
  /// Of the slope's drift; 0 without slope.
  public let slopeVariance: Double
  /// The series as it was followed.
  public let filter: KalmanFilter

  /// Fits a model.
  ///
  /// Standard deviations are searched for, so that one of 0 can be reached, from three divisions of the
  /// spread of the changes.
  ///
  /// - Parameters:
  ///   - trend: What moves.
  ///   - series: In order of time, `nil` where missing; finite.
  /// - Throws: `response`; `seriesTooShort` with fewer than 4 values, 6 with slope;
  ///   `likelihoodNotMaximised`, as for a series without any error.
  public init(_ trend: Trend, _ series: [Double?]) throws(StatisticsError) {
    let name = "local \(trend.rawValue)"
    for (index, value) in series.enumerated() {
      guard let value, !value.isFinite else { continue }
      throw .response(family: name, index: index, value: value, allowed: "finite")
    }
    let known = series.compactMap { $0 }
    let needed = 2 * trend.variances
    guard known.count >= needed else {
      throw .seriesTooShort(model: name, length: known.count, needed: needed)
    }
    let changes = zip(known.dropFirst(), known).map { $0 - $1 }
    let scale = (sum(of: changes.lazy.map { $0 * $0 }) / Double(changes.count)).squareRoot()
    func model(_ point: [Double]) -> StateSpaceModel {
      let variances = point.map { $0 * $0 * scale * scale }
      return trend == .level
        ? .localLevel(observationVariance: variances[0], levelVariance: variances[1])
        : .localTrend(
          observationVariance: variances[0], levelVariance: variances[1],
          slopeVariance: variances[2])
    }
    let starts = [[0.5, 0.5, 0.1], [0.8, 0.1, 0.02], [0.1, 0.8, 0.3]].map {
      Array($0.prefix(trend.variances))
    }
    let search = QuasiNewton(maximumIterations: 300, tolerance: 1e-8)
    guard
      scale > 0,
      let point = search.least(
        from: starts, of: { -KalmanFilter(model($0), series).logLikelihood })?.parameters
    else {
      throw .likelihoodNotMaximised(family: name, iterations: 300, deviance: .nan)
    }
    let best = model(point)
    self.trend = trend
    observationVariance = best.observationVariance
    levelVariance = best.stateCovariance[0, 0]
    slopeVariance = trend == .slope ? best.stateCovariance[1, 1] : 0
    filter = KalmanFilter(best, series)
  }

  /// The diffuse log likelihood at its maximum.
  public var logLikelihood: Double { filter.logLikelihood }

  /// The forecast of the steps after the series.
  ///
  /// - Parameter horizon: Steps ahead, ≥ 1.
  public func forecast(_ horizon: Int) -> SeriesForecast { filter.forecast(horizon) }
}
