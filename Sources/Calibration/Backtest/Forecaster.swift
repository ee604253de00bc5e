import Statistics

/// A way of forecasting published figures: one value in ``all``.
///
/// A forecaster gets what was known on an origin and nothing else. To add one, write it and put it in
/// the list; scores, files and pages follow.
public struct Forecaster: Sendable {
  /// Its id.
  public let id: String
  /// One sentence for readers.
  public let sentence: String
  /// Prepares all forecasts from an origin: of a cell, so many years ahead; `nil` where it gives none.
  public let prepare:
    @Sendable (BacktestOrigin) throws -> @Sendable (BacktestCell, Int) -> BacktestForecast?

  /// A forecaster.
  ///
  /// - Parameters:
  ///   - id: Its id.
  ///   - sentence: One sentence for readers.
  ///   - prepare: Prepares all forecasts from an origin.
  public init(
    id: String, sentence: String,
    prepare:
      @escaping @Sendable (BacktestOrigin) throws
      -> @Sendable (BacktestCell, Int) -> BacktestForecast?
  ) {
    self.id = id
    self.sentence = sentence
    self.prepare = prepare
  }

  /// All forecasters, models first.
  public static let all =
    [england, authorities, apportioned] + ReferenceForecast.all.map(reference)
}

/// A forecast of one figure.
public struct BacktestForecast: Sendable, Equatable {
  /// The one number: for a model its median.
  public let point: Double
  /// Its distribution as a sample in rising order; `nil` where there is none.
  public let sample: [Double]?

  /// A point, and its range if there is one.
  ///
  /// - Parameter sample: In rising order.
  public init(point: Double, sample: [Double]?) {
    self.point = point
    self.sample = sample
  }

  /// A sample in any order; its median is the point.
  public init(drawn sample: [Double]) {
    let sorted = sample.sorted()
    self.init(point: quantile(ofSorted: sorted, at: 0.5, type: .inclusive), sample: sorted)
  }
}
