import Parameters
import Scenarios

/// `changes.csv`: every number that a scenario changed, with the lever and the reason, and every
/// lever without a published effect, whose numbers are blank.
enum ChangesFile {
  private typealias Row = (scenario: String, change: ScenarioChange)

  private static let definition = RowFile<Row>(
    path: "changes.csv", title: "What each scenario changes", key: [],
    columns: [
      .text("scenario", "Scenario by its id") { $0.scenario },
      .text("parameter", "Parameter and its categories") { $0.change.path },
      .text("unit", "Unit of both numbers") { $0.change.unit.id },
      .day("date", "First day on which the number is changed") { $0.change.date },
      .day("until", "First day on which it is changed no longer; blank if it stays") {
        $0.change.until
      },
      .number("from", "The number before; blank where nothing changes") { $0.change.from },
      .number("to", "The number in the scenario; blank where nothing changes") { $0.change.to },
      .text("lever", "Levers that change it, or override") {
        $0.change.origins.joined(separator: " ")
      },
      .text(
        "evidence", "How well the effects of those levers are known, in their order; blank if none",
        isRequired: false
      ) { $0.change.grades.map(\.rawValue).joined(separator: " ") },
      .text("reason", "Why") { $0.change.reason },
    ])

  /// The file of a run.
  ///
  /// - Throws: `TableError.formula` where a text would open as one.
  static func file(of results: RunResults) throws(TableError) -> DescribedFile {
    try definition.file(
      of: results.scenarios.flatMap { scenario in
        scenario.assumptions.changes.map { (scenario.id, $0) }
      })
  }
}
