import CareModel
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
        area, in: areas, neighbours: try library.neighbours(of: areas).neighbours(of: area),
        effects: try library.data().areaEffects())
    })

  private static func card(
    _ area: Area, in areas: Areas, neighbours: [Area], effects: AreaEffects
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
    for effect in AreaEffect.all {
      guard let estimate = effects[effect]?.estimates[area.code] else { continue }
      func text(_ number: Double) -> String { FixedDecimal.text(number, decimals: 2) }
      card.add(
        effect.id,
        "\(text(estimate.value)) ± \(text(estimate.deviation)), "
          + "\(FixedDecimal.text(100 * estimate.ownShare, decimals: 0))% its own data; "
          + "0 is England's. \(effect.label)")
    }
    if area.level == .regional {
      card.add(
        "authorities", areas.authorities(in: area).map(\.name).joined(separator: "; "))
    }
    return card
  }
}
