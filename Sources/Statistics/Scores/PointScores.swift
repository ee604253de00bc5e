/// How far point forecasts were from what happened.
///
/// `e = forecast − outcome`. Laws: all but the bias are 0 for a perfect forecast alone; errors and
/// outcomes multiplied by one number leave the relative and the scaled error as they are.
///
/// - SeeAlso: [HyndmanKoehler2006].
public struct PointScores: Sendable, Equatable {
  private let errors: [Double]
  private let outcomes: [Double]

  /// Forecasts beside outcomes.
  ///
  /// - Parameters:
  ///   - forecasts: At least one; finite.
  ///   - outcomes: As many; finite.
  public init(_ forecasts: [Double], outcomes: [Double]) {
    precondition(
      forecasts.count == outcomes.count && !forecasts.isEmpty,
      "\(forecasts.count) forecasts, \(outcomes.count) outcomes")
    errors = zip(forecasts, outcomes).map { $0 - $1 }
    self.outcomes = outcomes
  }

  /// The mean absolute error, MAE: `Σ |e| / n`.
  public var meanAbsolute: Double { mean(of: errors.map { abs($0) }) }

  /// The root mean squared error, RMSE: `√(Σ e² / n)`.
  public var rootMeanSquare: Double { mean(of: errors.map { $0 * $0 }).squareRoot() }

  /// The weighted absolute percentage error, WAPE, as a share: `Σ |e| / Σ |y|`; `nil` where all
  /// outcomes are 0.
  public var weightedRelative: Double? {
    let size = sum(of: outcomes.lazy.map { abs($0) })
    return size > 0 ? sum(of: errors.lazy.map { abs($0) }) / size : nil
  }

  /// The bias: `Σ e / n`, above 0 where forecasts are too high.
  public var bias: Double { mean(of: errors) }

  /// The mean absolute scaled error, MASE: the mean of `|e| / q` over the outcomes that have a scale;
  /// `nil` where none has.
  ///
  /// - Parameter scales: For each outcome the ``naiveScale(of:period:)`` of its history, or `nil`.
  public func meanScaled(by scales: [Double?]) -> Double? {
    precondition(scales.count == errors.count, "\(scales.count) scales, \(errors.count) outcomes")
    let scaled = zip(errors, scales).compactMap { error, scale in scale.map { abs(error) / $0 } }
    return scaled.isEmpty ? nil : mean(of: scaled)
  }

  /// What an error is measured by: the mean absolute change of a history from one year to the next, or
  /// with seasons over a period.
  ///
  /// - Parameters:
  ///   - history: In order of time; changes over a missing year do not count.
  ///   - period: Steps to a period, ≥ 1.
  /// - Returns: Above 0; `nil` with fewer than ``fewestChanges``, whose mean would often be near 0 by
  ///   chance, and where nothing changed.
  public static func naiveScale(of history: [Double?], period: Int = 1) -> Double? {
    precondition(period >= 1, "a period of \(period)")
    let changes = zip(history, history.dropFirst(period)).compactMap { before, after -> Double? in
      guard let before, let after else { return nil }
      return abs(after - before)
    }
    guard changes.count >= fewestChanges else { return nil }
    let scale = mean(of: changes)
    return scale > 0 ? scale : nil
  }

  /// The fewest changes that an error is measured by.
  public static let fewestChanges = 3
}
