import Parameters
import Scenarios

/// `assumptions.csv`: every parameter that a run has read, one number a row, with what it rests on.
///
/// A parameter that all scenarios share has one row for each of its numbers and no scenario; one on
/// which scenarios differ, now or later, has those rows for each scenario. Values are of the first
/// day projected, or of the nearest day with a value, with the changes of the scenario; basis,
/// source and spread are those of the value before changes, which are in `changes.csv`.
enum AssumptionsFile {
  private struct Row {
    let scenario: String
    let parameter: Parameter
    let path: String
    let day: Day
    let value: Double
    let basis: DatedValue
    let source: Source?
    let sourceTitle: String
    let changedBy: [String]
    let changedFrom: Day?
  }

  private static let definition = RowFile<Row>(
    path: "assumptions.csv", title: "Every parameter, its value and what it rests on",
    key: ["scenario", "parameter"],
    columns: [
      .text("scenario", "Scenario by its id; blank if the same in all", isRequired: false) {
        $0.scenario
      },
      .text("parameter", "Parameter and its categories") { $0.path },
      .text("label", "What the parameter is") { $0.parameter.label },
      .day("date", "Day of the value: the first projected, or the nearest with one") { $0.day },
      .number("value", "Value on that day in the scenario") { $0.value },
      .text("unit", "Unit of the value") { $0.parameter.unit.id },
      .text("prices", "Prices of pounds", isRequired: false) {
        $0.parameter.prices?.description ?? ""
      },
      .text("basis", "published, estimated, assumed or forecast; before any change") {
        $0.basis.basis.rawValue
      },
      .text("set_by", "What decided a fitted value: data or prior", isRequired: false) {
        $0.basis.setBy?.rawValue ?? ""
      },
      .text("flag", "prior-driven, where data say little of a fitted value", isRequired: false) {
        $0.basis.setBy == .prior ? "prior-driven" : ""
      },
      .text("source", "Source by its id", isRequired: false) { $0.source?.id ?? "" },
      .text("source_title", "Publisher and title of the source", isRequired: false) {
        $0.sourceTitle
      },
      .text("source_at", "Where in the source", isRequired: false) { $0.basis.citation?.at ?? "" },
      .text("reason", "How it was worked out, or why it was chosen", isRequired: false) {
        $0.basis.how ?? $0.basis.reason ?? ""
      },
      .text("spread", "Family of the distribution about the value") {
        $0.basis.spread.family.rawValue
      },
      .number("spread_cv", "Its standard deviation over the value") { $0.basis.spread.cv },
      .number("spread_low", "Its lowest value") { $0.basis.spread.ends?.lowerBound },
      .number("spread_high", "Its highest value") { $0.basis.spread.ends?.upperBound },
      .text("changed_by", "Levers, or override, that change it", isRequired: false) {
        $0.changedBy.joined(separator: " ")
      },
      .day("changed_from", "First day of the first change") { $0.changedFrom },
    ])

  /// The file of a run.
  ///
  /// - Throws: `InputError` where a parameter has no value, `TableError.formula` where a text would
  ///   open as one.
  static func file(of results: RunResults) throws -> DescribedFile {
    let scenarios = results.scenarios
    let changes = scenarios.map { scenario in
      Dictionary(grouping: scenario.assumptions.changes.filter(\.changesValue), by: \.path)
    }
    let rows = try scenarios[0].assumptions.parameters.all.flatMap { parameter in
      let versions = try scenarios.map {
        try $0.assumptions.parameters.parameter(parameter.id)
      }
      let isShared = versions.allSatisfy { $0.resolvesEqually(to: parameter) }
      return try (isShared ? scenarios.indices.prefix(1) : scenarios.indices[...]).flatMap {
        try Self.rows(
          of: versions[$0], in: isShared ? "" : scenarios[$0].id, changes: changes[$0], results)
      }
    }
    return try definition.file(of: rows)
  }

  private static func rows(
    of parameter: Parameter, in scenario: String, changes: [String: [ScenarioChange]],
    _ results: RunResults
  ) throws -> [Row] {
    let day = parameter.nearestDay(to: results.firstDay)
    let basis = try parameter.datedValue(on: day)
    let source = basis.citation.flatMap { results.sources[$0.source] }
    let sourceTitle = source.map { "\($0.publisher): \($0.title)" } ?? ""
    return try parameter.keys.map { keys in
      let path = ParameterPath(id: parameter.id, keys: keys).text
      let changes = changes[path] ?? []
      return Row(
        scenario: scenario, parameter: parameter, path: path, day: day,
        value: try parameter.value(on: day, keys), basis: basis, source: source,
        sourceTitle: sourceTitle,
        changedBy: changes.flatMap(\.origins).reduce(into: []) {
          if !$0.contains($1) { $0.append($1) }
        },
        changedFrom: changes.map(\.date).min())
    }
  }
}

extension Spread {
  /// The standard deviation over the value, if it is given so.
  fileprivate var cv: Double? {
    if case .cv(let cv) = width { cv } else { nil }
  }

  /// The lowest and highest value, if it is given so.
  fileprivate var ends: ClosedRange<Double>? {
    if case .between(let low, let high) = width { low...high } else { nil }
  }
}
