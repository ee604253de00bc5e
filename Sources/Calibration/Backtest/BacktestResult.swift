public import Parameters
public import Statistics

/// One forecast of one figure by one forecaster, scored.
public struct BacktestResult: Sendable, Equatable {
  /// The year that ends on the origin.
  public let origin: Int
  /// Years ahead.
  public let horizon: Int
  /// What was forecast.
  public let cell: BacktestCell
  /// The area that the cell is of.
  public let area: Area
  /// Its class on the origin.
  public let sizeClass: SizeClass
  /// The forecaster by its id.
  public let forecaster: String
  /// What was published.
  public let published: Double
  /// The mean absolute yearly change up to the origin, by which errors are scaled; `nil` for none.
  public let scale: Double?
  /// The one number.
  public let point: Double
  /// The score and the range of its distribution; `nil` for a point alone.
  public let range: Range?

  /// How a distribution did, and where it lies.
  public struct Range: Sendable, Equatable {
    /// The continuous ranked probability score, ordinary: of the sample as it stands.
    public let rankedProbability: Double
    /// Central intervals of ``BacktestResult/levels``.
    public let intervals: [CentralInterval]
  }

  /// Of the intervals, in rising order.
  public static let levels = [0.5, 0.8, 0.95]

  /// The reporting year that was forecast.
  public var year: Int { origin + horizon }

  /// All forecasts of a cell from an origin that can be scored.
  static func all(
    of cell: BacktestCell, in area: Area, from origin: BacktestOrigin, published: BacktestHistory,
    by forecasters: [(id: String, forecast: @Sendable (BacktestCell, Int) -> BacktestForecast?)]
  ) -> [BacktestResult] {
    // A figure that was missing on the origin is no fair test of anyone.
    guard origin.horizon >= 1, origin.history.value(cell, in: origin.year) != nil,
      let sizeClass = origin.sizeClass(of: area.code)
    else { return [] }
    let scale = PointScores.naiveScale(of: origin.history.values(cell))
    return (1...origin.horizon).flatMap { ahead -> [BacktestResult] in
      guard let outcome = published.value(cell, in: origin.year + ahead) else { return [] }
      return forecasters.compactMap { id, forecast in
        forecast(cell, ahead).map { forecast in
          BacktestResult(
            origin: origin.year, horizon: ahead, cell: cell, area: area, sizeClass: sizeClass,
            forecaster: id, published: outcome, scale: scale, point: forecast.point,
            range: forecast.sample.map { sample in
              Range(
                rankedProbability: rankedProbabilityScore(ofSorted: sample, outcome: outcome),
                intervals: levels.map { CentralInterval(level: $0, ofSorted: sample) })
            })
        }
      }
    }
  }
}
