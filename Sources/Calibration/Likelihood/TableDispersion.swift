/// How much wider than by chance alone the figures of one table vary about the model.
public struct TableDispersion: Sendable, Equatable {
  /// The table.
  public var table: String
  /// Cells that were fitted.
  public var cells: Int
  /// What the parameters leave of them: cells less their leverages, and less one a year where parts
  /// add up to a total that is given. > 0.
  public var freedom: Double
  /// Variance over expected count; 1 were children independent and the model exact.
  public var dispersion: Double
}

/// What is thought of dispersions before the data.
///
/// Scaled inverse χ²: with prior φ₀ of weight ν₀ the estimate is
/// `(ν₀ φ₀ + Σ r² φ) / (ν₀ + ν)`, r the residuals standardised with φ and ν their freedom, and not
/// below a floor.
struct DispersionPrior: Sendable, Equatable {
  /// φ₀, > 0.
  let value: Double
  /// ν₀, in cells, > 0.
  let weight: Double
  /// Least dispersion: 1 is that of independent children.
  let floor: Double

  /// The estimate.
  ///
  /// - Parameters:
  ///   - current: The φ with which residuals were standardised.
  ///   - squares: Sum of the squares of the table's standardised residuals.
  ///   - freedom: Of these residuals, ≥ 0.
  func estimate(from current: Double, squares: Double, freedom: Double) -> Double {
    max(floor, (weight * value + squares * current) / (weight + freedom))
  }
}
