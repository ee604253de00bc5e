/// The range of a point forecast from the errors that forecasts of its kind have had.
///
/// Each past one-step error is measured by the square root of its forecast, at least 1, for counts
/// (whose variance rises with their size), or as it is. A forecast h years ahead has these errors times
/// `√h`, as sums of independent yearly ones.
public struct PastErrors: Sendable, Equatable {
  /// What an error is measured by.
  public enum Scale: Sendable, Hashable {
    /// The square root of the forecast, at least 1.
    case root
    /// Nothing: errors of all forecasts are alike.
    case unit

    fileprivate func size(of forecast: Double) -> Double {
      switch self {
      case .root: max(forecast, 1).squareRoot()
      case .unit: 1
      }
    }
  }

  private let errors: [Double]
  private let scale: Scale

  /// The fewest errors of which a range is made: with fewer it would end where they do.
  public static let fewest = 5

  /// Gathers errors.
  ///
  /// - Parameters:
  ///   - past: One-step forecasts and what happened, of all that the range is pooled over.
  ///   - scale: What an error is measured by.
  public init(_ past: [(forecast: Double, outcome: Double)], scale: Scale) {
    errors = past.map { ($0.outcome - $0.forecast) / scale.size(of: $0.forecast) }.sorted()
    self.scale = scale
  }

  /// The forecast's distribution as a sample.
  ///
  /// - Parameters:
  ///   - forecast: The point.
  ///   - horizon: Years ahead, ≥ 1.
  ///   - range: What the numbers can be; those beyond are put on its ends.
  /// - Returns: In rising order; `nil` with fewer than ``fewest`` errors.
  public func sample(
    about forecast: Double, horizon: Int, within range: ClosedRange<Double>
  ) -> [Double]? {
    guard errors.count >= Self.fewest else { return nil }
    let factor = scale.size(of: forecast) * Double(horizon).squareRoot()
    return errors.map { min(max(forecast + factor * $0, range.lowerBound), range.upperBound) }
  }

  /// Forecasts that are draws, each with a past error drawn for it.
  ///
  /// - Parameters:
  ///   - forecasts: Any number.
  ///   - horizon: Years ahead, ≥ 1.
  ///   - range: What the numbers can be; those beyond are put on its ends.
  ///   - stream: Where random numbers come from.
  ///   - index: The place of the first of them.
  /// - Returns: One number for each forecast; `nil` with fewer than ``fewest`` errors.
  public func drawn(
    about forecasts: [Double], horizon: Int, within range: ClosedRange<Double>,
    from stream: RandomStream, at index: UInt64
  ) -> [Double]? {
    guard errors.count >= Self.fewest else { return nil }
    let years = Double(horizon).squareRoot()
    return forecasts.enumerated().map { place, forecast in
      let error = errors[stream.integer(below: errors.count, at: index &+ UInt64(place))]
      let moved = forecast + scale.size(of: forecast) * years * error
      return min(max(moved, range.lowerBound), range.upperBound)
    }
  }
}
