/// How our figure is found for one that somebody else published.
///
/// A figure has its words in `Datasets/published-figures.yaml` and its closure here, under one id.
public struct CitedComparison: Sendable, Identifiable {
  /// The id of its ``CitedFigure``.
  public let id: String
  /// Our figure, in the unit of theirs.
  public let ours: @Sendable (CitedFigure, ComparisonBasis) throws -> OurFigure

  /// A comparison.
  init(_ id: String, ours: @escaping @Sendable (CitedFigure, ComparisonBasis) throws -> OurFigure) {
    self.id = id
    self.ours = ours
  }

  /// Every comparison.
  public static let all: [CitedComparison] =
    children + outcomes + programme + spending + unitCosts + delay
}
