import Parameters
import Scenarios

extension ListedKind {
  /// Assumptions by id.
  static let parameters = ListedKind(
    id: "parameters", singular: "parameter", sentence: "The numbers that the model rests on.",
    columns: ["Id", "Unit", "Label"],
    rows: { try $0.data().parameters.all.map { [$0.id, $0.unit.id, $0.label] } },
    card: { id, library in
      let data = try library.data()
      return try data.parameters[id].map { parameter in
        var card = Card(id: id, title: parameter.label)
        card.add("unit", "\(parameter.unit.id): \(parameter.unit.sentence)")
        card.add("prices", parameter.prices?.description)
        card.add("by", parameter.dimensions.joined(separator: ", "))
        card.add(
          "valid",
          "\(shortestText(parameter.valid.lowerBound)) to "
            + shortestText(parameter.valid.upperBound))
        card.add("after last", parameter.afterLast.sentence)
        card.add("note", parameter.note)
        card.add("file", parameter.place.file)
        let folder = try ScenarioFolder(data)
        card.add("levers", folder.levers(actingOn: id).joined(separator: ", "))
        card.add(
          "scenarios", folder.scenarios(overriding: id).joined(separator: ", "))
        for value in parameter.values { card.add("from \(value.from)", origin(of: value, data)) }
        card.add("values", values(of: parameter))
        return card
      }
    })

  /// What a value rests on: basis, source, how or why, spread.
  private static func origin(of value: DatedValue, _ data: DataFolder) -> String {
    let source = value.citation.map {
      "\(data.sources[$0.source]?.reference ?? $0.source): \($0.at)"
    }
    return [
      value.basis.rawValue, value.setBy.map { "set by \($0.rawValue)" }, source,
      value.how.map { "how: \($0)" }, value.reason.map { "why: \($0)" },
      "spread: \(value.spread.sentence)",
    ].compactMap { $0 }.joined(separator: ". ")
  }

  /// A row for each combination of categories and date.
  private static func values(of parameter: Parameter) -> TextTable {
    var table = TextTable(
      columns: parameter.dimensions.map { .text($0) } + [.text("from"), .number("value")])
    for value in parameter.values {
      for (keys, number) in zip(value.table.keys, value.table.values) {
        table.add(keys + [value.from.description, readable(number)])
      }
    }
    return table
  }
}

extension Parameter.AfterLast {
  /// What becomes of the last value, for a reader.
  var sentence: String {
    switch self {
    case .hold: "it stays"
    case .index(let series): "it grows as the series \(series.id)"
    case .error: "asking for it is an error"
    }
  }
}

extension ScenarioFolder {
  /// The ids of the levers that act on a parameter.
  func levers(actingOn parameter: String) -> [String] {
    levers.filter { $0.actions.contains { $0.parameter == parameter } }.map(\.id)
  }

  /// The ids of the scenarios that override a parameter or one of its categories.
  func scenarios(overriding parameter: String) -> [String] {
    scenarios.filter {
      $0.overrides.contains { $0.path == parameter || $0.path.hasPrefix(parameter + ".") }
    }.map(\.id)
  }
}
