/// A forecast that knows nothing but the history: what a model has to beat.
public struct ReferenceForecast: Sendable {
  /// Its id.
  public let id: String
  /// One sentence for readers.
  public let sentence: String
  private let forecast: @Sendable (ArraySlice<Double>, Int) -> Double

  /// All of them.
  public static let all = [lastValue, drift, threeYearMean, exponentialSmoothing]

  /// The forecast of a history.
  ///
  /// - Parameters:
  ///   - history: In order of time. Only the years after the last missing one are used.
  ///   - horizon: Years ahead, ≥ 1.
  /// - Returns: `nil` where the last year is missing.
  public func forecast(of history: [Double?], horizon: Int) -> Double? {
    precondition(horizon >= 1, "a forecast \(horizon) years ahead")
    let known = history.suffix(while: { $0 != nil }).map { $0! }
    return known.isEmpty ? nil : forecast(known[...], horizon)
  }

  /// The last value.
  public static let lastValue = ReferenceForecast(
    id: "last-value", sentence: "The last value, carried on."
  ) { history, _ in history.last! }

  /// The last value and the mean change: `y_n + h (y_n − y_1) / (n − 1)`; of one value, the value.
  public static let drift = ReferenceForecast(
    id: "drift", sentence: "The last value and the mean yearly change of the history."
  ) { history, horizon in drifted(history, by: Double(horizon)) }

  /// The mean of the last three values; of fewer, of these.
  public static let threeYearMean = ReferenceForecast(
    id: "three-year-mean", sentence: "The mean of the last three values."
  ) { history, _ in mean(of: Array(history.suffix(3))) }

  /// Simple exponential smoothing: the last level of `l ← l + α (y − l)` from the first value, α the
  /// one of 0, 0.01, …, 1 whose one-step errors have the least sum of squares, the largest of equals.
  ///
  /// - SeeAlso: [HyndmanKoehler2006].
  public static let exponentialSmoothing = ReferenceForecast(
    id: "exponential-smoothing",
    sentence: "Simple exponential smoothing, its weight by least squares of one-step errors."
  ) { history, _ in
    func smoothed(_ weight: Double) -> (level: Double, squares: Double) {
      history.dropFirst().reduce((history.first!, 0.0)) { state, value in
        let error = value - state.0
        return (state.0 + weight * error, state.1 + error * error)
      }
    }
    let all = (0...100).map { smoothed(Double($0) / 100) }
    return all.dropFirst().reduce(all[0]) { $1.squares <= $0.squares ? $1 : $0 }.level
  }

  private init(
    id: String, sentence: String,
    _ forecast: @escaping @Sendable (ArraySlice<Double>, Int) -> Double
  ) {
    self.id = id
    self.sentence = sentence
    self.forecast = forecast
  }
}

extension Array {
  /// The longest part at the end whose elements all satisfy a condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice<Element> {
    self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}
