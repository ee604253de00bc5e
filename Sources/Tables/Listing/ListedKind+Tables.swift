import CareModel
import Parameters
import Scenarios

extension ListedKind {
  /// Output tables in the order of a run.
  static let tables = ListedKind(
    id: "tables", singular: "table", sentence: "The tables that a run writes.",
    columns: ["File", "What it shows"],
    rows: { _ in Catalogue.all.map { [$0.stem, $0.title] } },
    card: { id, library in
      guard let listed = Catalogue.all.first(where: { $0.stem == id }) else { return nil }
      let table = try listed.table(of: shortRun(library))
      var card = Card(id: id, title: table.title)
      card.add("time", table.time.rawValue)
      var filters = TextTable(columns: [.text("column"), .text("label"), .text("items")])
      for filter in table.filters {
        filters.add(
          [filter.heading.id, filter.heading.label, filter.items.joined(separator: "; ")])
      }
      card.add("filters", filters)
      var indicators = TextTable(
        columns: [.text("column"), .text("label"), .text("unit")])
      for indicator in table.indicators {
        indicators.add([indicator.id, indicator.label, indicator.unit.rawValue])
      }
      card.add("indicators", indicators)
      return card
    })

  /// A run of a base and a scenario, because the columns of a table depend on a run. They do not
  /// depend on its figures, so that one projected year of the scenario stands for both.
  private static func shortRun(_ library: DataLibrary) throws -> RunResults {
    let data = try library.data()
    let folder = try ScenarioFolder(data)
    let run = try RunResults(
      projecting: Array(folder.scenarios.filter { !$0.isBase }.prefix(1)), in: folder, data: data,
      through: CareModelInputs.openingYear + 1)
    let base = try folder.scenarios.filter(\.isBase).prefix(1).map {
      RunResults.Scenario(
        try $0.assumptions(from: folder), projection: run.scenarios[0].projection)
    }
    return RunResults(
      scenarios: base + run.scenarios, published: run.published, sources: run.sources)
  }
}
