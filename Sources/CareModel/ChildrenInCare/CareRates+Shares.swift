import Statistics

extension CareRates {
  /// Checks what a change of single values can break: shares that add up to 1, and a placement
  /// type for every age.
  ///
  /// - Parameter year: The reporting year, for messages.
  /// - Throws: ``CareModelError/sharesDoNotAddUp(parameter:year:sum:)``,
  ///   ``CareModelError/noPlacementOpen(age:year:)``.
  func checkShares(in year: Int) throws {
    for (id, shares) in [
      ("asylum.entry-age", asylumEntryAge), ("asylum.entry-placement", asylumEntryPlacement),
    ] {
      let sum = shares.sum()
      let tolerance = PlacementShares.tolerance
      guard (1 - tolerance...1 + tolerance).contains(sum) else {
        throw CareModelError.sharesDoNotAddUp(parameter: id, year: year, sum: sum.central)
      }
    }
    for group in AgeGroup.allCases {
      let open = entryPlacement.indices.contains { placement in
        entryPlacement[placement] * placementAge[placement][group.index] > 0
      }
      guard open else { throw CareModelError.noPlacementOpen(age: group.rawValue, year: year) }
    }
  }
}
