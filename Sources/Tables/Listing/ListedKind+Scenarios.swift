import CareModel
import Parameters
import Statistics
import Scenarios

extension ListedKind {
  /// Scenarios by id.
  public static let scenarios = ListedKind(
    id: "scenarios", singular: "scenario",
    sentence: "Questions asked of the model; a lever's id is a scenario of that lever alone.",
    columns: ["Id", "Title", "Question"],
    rows: { try $0.scenarios().scenarios.map { [$0.id, $0.title, $0.question] } },
    card: { id, library in
      let folder = try library.scenarios()
      let scenario = try folder.scenario(named: id, at: Place(file: "scenarios"))
      var card = Card(id: scenario.id, title: scenario.title)
      card.add("question", scenario.question)
      card.add("author", scenario.author)
      card.add("reference", scenario.reference)
      card.add("base", try folder.base(of: scenario)?.id ?? "none: it is a base")
      card.add("opens on", "31 March \(try folder.opening(of: scenario).year)")
      var levers = TextTable(
        columns: [.text("lever"), .text("start"), .number("strength"), .text("reason")])
      for use in scenario.levers {
        levers.add([use.lever, use.start.label, shortestText(use.strength), use.reason])
      }
      card.add("levers", levers)
      var overrides = TextTable(
        columns: [.text("path"), .text("operation"), .text("from"), .text("reason")])
      for override in scenario.overrides {
        overrides.add([
          override.path, override.operation.sentence, override.from.description, override.reason,
        ])
      }
      card.add("overrides", overrides)
      return card
    })
}

extension ParameterOperation {
  /// The operation and its number, for a reader.
  var sentence: String {
    switch self {
    case .set(let number): "set to \(shortestText(number.central))"
    case .multiply(let number): "times \(shortestText(number.central))"
    case .add(let number): "plus \(shortestText(number.central))"
    }
  }
}
