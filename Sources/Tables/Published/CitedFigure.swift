public import Parameters

/// A figure that somebody else published, with what it is compared with and why the two differ.
///
/// The figure itself is a row of a series; the words are `Datasets/published-figures.yaml`.
public struct CitedFigure: Equatable, Sendable, Identifiable {
  /// How firmly the publisher put it.
  public enum Wording: String, CaseIterable, Sendable {
    /// A plain figure.
    case exact
    /// About, approaching, around, roughly.
    case about
    /// More than, over, at least.
    case over
  }

  /// Kebab-case name, which its comparison has too.
  public let id: String
  /// What the figure is, with its date; without its unit.
  public let what: String
  /// How firmly it was put.
  public let wording: Wording
  /// The year as the series writes it.
  public let year: Int
  /// The figure, in ``unit``.
  public let value: Double
  /// The unit of the figure, and of ours.
  public let unit: MeasurementUnit
  /// The prices of pounds; `nil` for other units.
  public let prices: PriceBasis?
  /// Where it is published.
  public let source: Source
  /// What is put beside it: definition, gross or net, prices, years.
  public let ours: String
  /// One sentence: why the two differ, or why there is nothing to put beside it.
  public let why: String
}

extension CitedFigure {
  /// What a reader sees figures of this unit in: pounds in millions, everything else as it is.
  var shown: (unit: String, scale: Double, decimals: Int) {
    switch unit.id {
    case "GBP": ("£m", 1e-6, 0)
    case "GBP/child/week": ("£ a week", 1, 0)
    case "percent": ("%", 1, 1)
    default: (unit.id, 1, 0)
    }
  }
}
