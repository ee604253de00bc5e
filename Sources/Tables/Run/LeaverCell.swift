import Statistics

/// Care leavers of an age in one category, such as an activity, beside all of that age.
struct LeaverCell: Sendable {
  /// What the ages are called.
  let age: String
  /// The category, `Total` for all.
  let category: String
  /// Care leavers in the category.
  let number: IndicatorValue
  /// All care leavers of the age.
  let total: IndicatorValue

  /// Their number and their share.
  static let indicators: [IndicatorColumn<ScenarioRow<LeaverCell>>] = [
    IndicatorColumn(
      id: "care_leavers_count", label: "Number of care leavers", decimals: 0, writtenDecimals: 1
    ) { $0.cell.number },
    IndicatorColumn(
      id: "care_leavers_percent", label: "Share of all care leavers of the age",
      unit: .percent, decimals: 1, writtenDecimals: 3
    ) { $0.cell.number.percent(of: $0.cell.total) },
  ]

  /// The filters by age and by a category.
  ///
  /// - Parameters:
  ///   - id: The column of the category.
  ///   - label: What it is called.
  ///   - hint: What a reader must know of it.
  static func filters(
    by id: String, label: String, hint: String = ""
  ) -> [FilterColumn<ScenarioRow<LeaverCell>>] {
    [
      FilterColumn(
        id: "age", label: "Age", defaultItem: LeaverAges.headline.label, item: \.cell.age),
      FilterColumn(id: id, label: label, hint: hint, item: \.cell.category),
    ]
  }
}
