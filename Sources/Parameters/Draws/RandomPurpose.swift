/// What random numbers are drawn for: the purposes of ``Statistics/RandomStream`` in carecast. Numbers
/// of different purposes have nothing to do with each other, and a purpose keeps its number for good.
public enum RandomPurpose: UInt32, Sendable, CaseIterable {
  /// Values of parameters.
  case parameters = 1
  /// Parameters of a fit, drawn together: one number for each.
  case fit = 2
  /// Innovations: what moves a rate or a price away from its trend in a year.
  case innovations = 3
  /// Past errors that a backtest gives its forecasts.
  case backtest = 4
  /// Blocks of a backtest's scores.
  case scores = 5
}
