/// Whether a figure is of the last year with data or of a projected one: the filter that stands for
/// the flag that official data files lack.
enum EstimateType: String, Sendable {
  case outturn = "Outturn"
  case projection = "Projection"
}

/// The prices an amount is in.
enum PriceTerms: String, Sendable, CaseIterable {
  /// Prices of the day.
  case cash = "Cash"
  /// Prices of the projection's price year.
  case real = "Real"
}
