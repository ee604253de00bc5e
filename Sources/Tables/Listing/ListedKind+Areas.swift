import Parameters

extension ListedKind {
  /// Areas: England, regions, authorities region by region.
  static let areas = ListedKind(
    id: "areas", singular: "area", sentence: "England, its regions and its local authorities.",
    columns: ["Code", "Name", "Level", "Number", "Region"],
    rows: { library in
      try library.areas().all.map { area in
        [
          area.code, area.name, area.level.rawValue, area.oldCode ?? "",
          area.level == .localAuthority ? area.region?.name ?? "" : "",
        ]
      }
    },
    card: { name, library in
      let areas = try library.areas()
      let area = try areas.named(name)
      return card(
        area, in: areas, neighbours: try library.neighbours(of: areas).neighbours(of: area))
    })

  private static func card(
    _ area: Area, in areas: Areas, neighbours: [Area]
  ) -> Card {
    var card = Card(id: area.code, title: area.name)
    card.add("level", area.level.rawValue)
    if area.level == .localAuthority {
      card.add("region", area.region.map { "\($0.name) (\($0.code))" })
      card.add("number", area.oldCode)
      for change in areas.changes where change.now.contains(area.code) {
        card.add("also", "\(change.area.name) (\(change.area.code)), changed on \(change.changed)")
      }
    }
    if !neighbours.isEmpty {
      card.add("neighbours", neighbours.map(\.name).joined(separator: "; "))
    }
    card.add(
      "projected",
      area == .england
        ? "at its own rates"
        : "at England's rates, from its own children on 31 March 2024 and its own entries")
    if area.level == .regional {
      card.add(
        "authorities", areas.authorities(in: area).map(\.name).joined(separator: "; "))
    }
    return card
  }
}
