import Ensemble
import Statistics

/// `draws.csv`: the headline figures of every draw, one figure a row. Draw 0 is the central run.
enum DrawsFile {
  private struct Row {
    let draw: Int
    let key: RunIntervals.HeadlineKey
    let measure: HeadlineFigure.Measure
    let value: Double
  }

  private static let columns: [RowFile<Row>.Column] = [
    .whole("draw", "Draw; 0 is the central run") { $0.draw },
    .text("scenario", "Scenario by its id") { $0.key.scenario },
    .text("measure", "Measure by its id, as in headline.csv") { $0.key.measure },
    .whole("year", "Year to 31 March") { $0.key.year },
    RowFile.Column(
      description: ColumnDescription(
        name: "value", label: "The figure", kind: .decimal,
        isRequired: true),
      cell: { .figure(.number(Uncertain($0.value)), decimals: $0.measure.decimals + 3) }),
  ]

  /// The file of a run, or `nil` of one without draws. Figures that do not vary are left out.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  static func file(of results: RunResults) throws(TableError) -> DescribedFile? {
    guard let intervals = results.intervals else { return nil }
    let measures = HeadlineFigure.shown(of: results).flatMap(\.measures)
    let figures = results.scenarios.flatMap { scenario in
      measures.flatMap { measure in
        measure.values(scenario, results).keys.sorted().compactMap { year in
          let key = RunIntervals.HeadlineKey(
            scenario: scenario.id, measure: measure.id, year: year)
          return intervals.headlineDraws[key].map { (key, measure, $0) }
        }
      }
    }
    return try RowFile<Row>(
      path: "draws.csv", title: "Headline figures of every draw",
      key: ["draw", "scenario", "measure", "year"], columns: columns
    ).file(
      of: (0...intervals.ensemble.draws).lazy.flatMap { draw in
        figures.lazy.map { Row(draw: draw, key: $0, measure: $1, value: $2[draw]) }
      })
  }
}
