/// How near the fitted history must come to the published years.
public enum HindcastBound {
  /// Largest relative error by table: all children, all exits, children by age group.
  static let bounds: [(table: String, category: String?, bound: Double)] = [
    ("stock", "Total", 0.015), ("exits", "Total", 0.04), ("stock by age", nil, 0.04),
  ]

  /// The comparisons outside their bounds, in words.
  public static func misses(in comparisons: [Comparison]) -> [String] {
    bounds.flatMap { table, category, bound in
      comparisons.filter { comparison in
        comparison.table == table && (category ?? comparison.category) == comparison.category
          && abs(comparison.relativeError) > bound
      }.map { comparison in
        let percent = (1000 * comparison.relativeError).rounded() / 10
        return "\(comparison.table) \(comparison.category) \(comparison.year) is \(percent)% off, "
          + "allowed \(100 * bound)%"
      }
    }
  }
}

/// By how much the published stock, starts and ceasings of a year fail to balance.
public struct BalanceResidual: Sendable, Equatable {
  /// The reporting year.
  public var year: Int

  /// Stock on the 31 March before + starts − ceased − stock on 31 March.
  public var children: Double
}

extension CareCalibration {
  /// The balance of every fitted year.
  public var balance: [BalanceResidual] {
    zip(model.history, model.history.dropFirst()).map { before, year in
      BalanceResidual(
        year: year.year,
        children: before.stockTotal + year.starts.reduce(0, +) - year.ceasedTotal
          - year.stockTotal)
    }
  }
}
