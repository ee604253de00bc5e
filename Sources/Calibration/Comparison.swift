import Statistics

/// One published figure beside the model's.
public struct Comparison: Sendable, Equatable {
  /// Which table the figure is of: `stock`, `exits by age`, …
  public var table: String

  /// The cell of the table.
  public var category: String

  /// The reporting year.
  public var year: Int

  /// What was published.
  public var published: Double

  /// What the model gives; in a table of shares too its own figure, not a share of the published
  /// total.
  public var modelled: Double

  /// Modelled less published, as a share of published.
  public var relativeError: Double { modelled / published - 1 }
}

extension Comparison {
  /// The figures of a cell at one point.
  init(_ cell: FitCell) {
    self.init(
      table: cell.table.id, category: cell.category, year: cell.year, published: cell.published,
      modelled: cell.modelled.central / cell.scale.central)
  }
}
