extension ListedKind {
  /// Areas by code.
  static let areas = ListedKind(
    id: "areas", singular: "area", sentence: "England, its regions and its local authorities.",
    columns: ["Code", "Name", "Level", "Projected"],
    rows: { _ in known.map { [$0.code, $0.name, $0.level.rawValue, projected($0)] } },
    card: { id, _ in known.first { $0.code == id || $0.name == id }.map(card) })

  private static let known: [Area] =
    [.england] + Places.england.regions.map(Area.region) + Places.england.authorities

  private static func projected(_ area: Area) -> String { area == .england ? "yes" : "not yet" }

  private static func card(_ area: Area) -> Card {
    var card = Card(id: area.code, title: area.name)
    card.add("level", area.level.rawValue)
    card.add("region", area.region.map { "\($0.name) (\($0.code))" })
    card.add("old code", area.oldCode)
    card.add("projected", projected(area))
    return card
  }
}
