/// The orders of an ARIMA model: how many terms of each kind it has.
public struct ARIMAOrder: Sendable, Hashable {
  /// p: of past values.
  public let autoregressive: Int
  /// d: how often differences are taken.
  public let differences: Int
  /// q: of past errors.
  public let movingAverage: Int

  /// Orders, each ≥ 0.
  public init(_ autoregressive: Int, _ differences: Int, _ movingAverage: Int) {
    precondition(
      autoregressive >= 0 && differences >= 0 && movingAverage >= 0,
      "orders \(autoregressive), \(differences), \(movingAverage)")
    self.autoregressive = autoregressive
    self.differences = differences
    self.movingAverage = movingAverage
  }

  /// No terms: for models without seasons.
  public static let none = ARIMAOrder(0, 0, 0)

  var terms: Int { autoregressive + movingAverage }
}
