import Ensemble

/// `headline.csv`: the headline figures H1 to H4 of every scenario and year, one figure a row; where
/// only children in care are projected, their number and H3.
///
/// A year is a reporting year, or the financial year that ends in it.
enum HeadlineFile {
  private struct Row {
    let scenario: String
    let figure: HeadlineFigure
    let measure: HeadlineFigure.Measure
    let year: Int
    let estimate: EstimateType
    let value: IndicatorValue
    let interval: Interval?
  }

  private static let columns: [RowFile<Row>.Column] =
    [
      .text("scenario", "Scenario by its id") { $0.scenario },
      .text("figure", "Headline figure") { $0.figure.id },
      .text("measure", "Measure by its id") { $0.measure.id },
      .text("label", "Figure and measure in words") { "\($0.figure.label): \($0.measure.label)" },
      .text("unit", "Unit; blank for a plain number", isRequired: false) {
        $0.measure.unit.rawValue
      },
      .whole("year", "Year to 31 March") { $0.year },
      .text("estimate_type", "Outturn or projection") { $0.estimate.rawValue },
      RowFile.Column(
        description: ColumnDescription(
          name: "value", label: "The figure", kind: .decimal, markers: Marker.allCases),
        cell: { .figure($0.value, decimals: $0.measure.decimals + 3) }),
    ]

  /// The ends of the interval of each figure, in a run with draws.
  private static let bounds: [RowFile<Row>.Column] = [
    bound(.lower) { $0.lower }, bound(.upper) { $0.upper },
  ]

  private static func bound(
    _ bound: IndicatorHeading.Bound, _ end: @escaping @Sendable (Interval) -> Double
  ) -> RowFile<Row>.Column {
    RowFile.Column(
      description: ColumnDescription(
        name: "value_\(bound.rawValue)_ci",
        label: "The figure, \(bound.rawValue), \(RunIntervals.label)", kind: .decimal,
        markers: Marker.allCases),
      cell: { row in
        .figure(IndicatorValue(bound: row.interval.map(end)), decimals: row.measure.decimals + 3)
      })
  }

  /// The file of a run.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  static func file(of results: RunResults) throws(TableError) -> DescribedFile {
    try RowFile<Row>(
      path: "headline.csv", title: "Headline figures", key: ["scenario", "measure", "year"],
      columns: columns + (results.intervals == nil ? [] : bounds)
    ).file(
      of: results.scenarios.flatMap { scenario in
        HeadlineFigure.shown(of: results).flatMap { figure in
          figure.measures.flatMap { rows(of: $0, figure, scenario, results) }
        }
      })
  }

  private static func rows(
    of measure: HeadlineFigure.Measure, _ figure: HeadlineFigure,
    _ scenario: RunResults.Scenario, _ results: RunResults
  ) -> [Row] {
    measure.values(scenario, results).sorted { $0.key < $1.key }.map { year, value in
      let isOutturn = measure.isPublished && year == results.published.year
      return Row(
        scenario: scenario.id, figure: figure, measure: measure, year: year,
        estimate: isOutturn ? .outturn : .projection, value: value,
        interval: results.intervals?.headline(scenario.id, measure.id, year))
    }
  }
}
