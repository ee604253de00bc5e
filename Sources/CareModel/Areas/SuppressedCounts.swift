/// Fills the suppressed cells of a table of areas by categories.
///
/// A suppressed count lies between 0 and what the area's published total leaves of its published
/// counts. That remainder is divided among the area's suppressed cells in proportion to weights of the
/// categories, found by scaling the suppressed cells in turn to what is left of the nation's count of
/// each category and to the areas' remainders. The areas' remainders hold exactly, those of the
/// categories, which come from rounded counts, nearly.
///
/// Laws: published counts stay; rows add up to the areas' totals; no cell is below 0.
enum SuppressedCounts {
  /// How often cells are scaled; the weights settle within a tenth of that.
  private static let rounds = 100

  /// The table with its suppressed cells filled.
  ///
  /// - Parameters:
  ///   - counts: Areas × categories; `nil` where suppressed.
  ///   - totals: Total of each area; at least the sum of its published counts where a cell is
  ///     suppressed.
  ///   - nation: Count of each category in all areas together.
  static func filled(
    _ counts: [[Double?]], totals: [Double], nation: [Double]
  ) -> [[Double]] {
    let left = zip(counts, totals).map { row, total in
      max(0, row.reduce(total) { $0 - ($1 ?? 0) })
    }
    let leftOfNation = nation.indices.map { category in
      counts.reduce(nation[category]) { $0 - ($1[category] ?? 0) }
    }
    // Rounding can leave nothing of a category, or less; a suppressed cell is still there.
    var cells = counts.map { row in
      row.indices.map { row[$0] == nil ? max(leftOfNation[$0], 1) : 0 }
    }
    for _ in 0..<rounds {
      for category in nation.indices {
        let sum = cells.reduce(0) { $0 + $1[category] }
        guard sum > 0 else { continue }
        let factor = max(leftOfNation[category], 1) / sum
        for area in cells.indices { cells[area][category] *= factor }
      }
      for area in cells.indices {
        let sum = cells[area].reduce(0, +)
        guard sum > 0 else { continue }
        for category in nation.indices { cells[area][category] *= left[area] / sum }
      }
    }
    return zip(counts, cells).map { row, filled in zip(row, filled).map { $0 ?? $1 } }
  }
}
