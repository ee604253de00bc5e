import Parameters
import Scenarios

extension ListedKind {
  /// Policy levers by id.
  static let levers = ListedKind(
    id: "levers", singular: "lever", sentence: "Policies that change numbers of the model.",
    columns: ["Id", "Label", "Evidence"],
    rows: { try $0.scenarios().levers.map { [$0.id, $0.label, $0.grade.rawValue] } },
    card: { id, library in
      let data = try library.data()
      let folder = try ScenarioFolder(data)
      return folder.levers.first { $0.id == id }.map { lever in
        var card = Card(id: id, title: lever.label)
        card.add("question", lever.question)
        card.add("description", lever.description)
        card.add("evidence", "\(lever.grade.rawValue): \(lever.grade.sentence)")
        card.add("reason", lever.reason)
        card.add("paid for by", payer(of: lever))
        card.add(
          "direction",
          lever.directions.map { "\($0.measure.id) \($0.way.rawValue)" }
            .joined(separator: ", "))
        card.add("phasing", lever.phasing.map(shortestText).joined(separator: ", ") + " by year")
        card.add(
          "sources",
          lever.sources.map { "\(data.sources[$0.source]?.reference ?? $0.source): \($0.at)" }
            .joined(separator: "; "))
        card.add(
          "scenarios",
          folder.scenarios.filter { $0.levers.contains { $0.lever == id } }.map(\.id)
            .joined(separator: ", "))
        card.add("actions", actions(of: lever))
        return card
      }
    })

  private static func payer(of lever: Lever) -> String {
    if let strand = lever.strand { return "the programme's strand \(strand)" }
    if let price = lever.price { return "the parameter programme.price.\(price)" }
    return "nothing: no price is published apart"
  }

  private static func actions(of lever: Lever) -> TextTable {
    var table = TextTable(
      columns: [
        .text("parameter"), .text("categories"), .text("operation"), .number("effect"),
        .text("range"), .number("reach"), .number("decay"),
      ])
    for action in lever.actions {
      table.add([
        action.parameter,
        action.categories.sorted { $0.key < $1.key }
          .map { "\($0.key): \($0.value.joined(separator: ", "))" }.joined(separator: "; "),
        action.operation.id, shortestText(action.effect), action.spread.sentence,
        shortestText(action.reach.value), shortestText(action.decay),
      ])
    }
    return table
  }
}

extension Spread {
  /// The family and its width, for a reader.
  var sentence: String {
    switch width {
    case .cv(let cv): "\(family.rawValue), cv \(readable(cv))"
    case .between(let low, let high):
      "\(family.rawValue), \(shortestText(low)) to \(shortestText(high))"
    case .none(let reason): reason.map { "fixed: \($0)" } ?? "fixed"
    }
  }
}
