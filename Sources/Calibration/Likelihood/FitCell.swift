import Statistics

/// A published figure, and what the model expects of it at each of some points.
struct FitCell: Sendable {
  let table: FitTable
  /// The cell of the table.
  let category: String
  /// The reporting year.
  let year: Int
  let published: Double
  /// Of a table of shares: times what brings the model's total to the published one.
  let modelled: Uncertain
  /// What the model's own figure was multiplied by to give this one; 1 but in a table of shares.
  var scale: Uncertain = 1

  /// Publishers round counts to ten: what that adds to the variance, 10² / 12.
  static let roundingVariance = 100.0 / 12
  /// The count below which variances no longer fall: a figure of ten may have been five.
  static let smallestCount = 10.0

  /// The variance of a published figure about the model: `φ · max(n, 10) + 10² / 12`.
  ///
  /// - Parameters:
  ///   - expected: n, what the model expects. Published counts in its place would draw the fit
  ///     towards those that happen to be low.
  ///   - dispersion: φ of the table, > 0.
  static func variance(expected: Double, dispersion: Double) -> Double {
    dispersion * max(expected, smallestCount) + roundingVariance
  }

  /// The cells of a table of shares in one year: the model's figures are scaled to the published
  /// total, which another table holds.
  static func shares(
    _ table: FitTable, _ year: Int,
    _ parts: [(category: String, published: Double, modelled: Uncertain)]
  ) -> [FitCell] {
    precondition(table.kind == .shares, "\(table.id) is no table of shares")
    let scale = Uncertain(parts.reduce(0) { $0 + $1.published }) / parts.map(\.modelled).sum()
    return parts.map {
      FitCell(
        table: table, category: $0.category, year: year, published: $0.published,
        modelled: $0.modelled * scale, scale: scale)
    }
  }
}
