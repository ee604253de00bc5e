/// One published figure beside the model's.
public struct Comparison: Sendable, Equatable {
  /// Which table the figure is of: `stock`, `exits`, …
  public var table: String

  /// The cell of the table.
  public var category: String

  /// The reporting year.
  public var year: Int

  /// What was published.
  public var published: Double

  /// What the model gives.
  public var modelled: Double

  /// What the fit takes as one standard deviation of the published figure around the model.
  public var deviation: Double

  /// Modelled less published, as a share of published.
  public var relativeError: Double { modelled / published - 1 }

  /// Modelled less published, in standard deviations.
  public var residual: Double { (modelled - published) / deviation }
}
