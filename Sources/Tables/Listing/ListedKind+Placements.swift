import CareModel

extension ListedKind {
  /// Placement types in order.
  static let placements = ListedKind(
    id: "placements", singular: "placement",
    sentence: "Placement types: sets of SSDA903 placement and provider codes.",
    columns: ["Id", "Label", "Setting"],
    rows: { library in
      try library.placements().map { [$0.id, $0.label, $0.setting.rawValue] }
    },
    card: { id, library in
      try library.placements().first { $0.id == id }.map { placement in
        var card = Card(id: id, title: placement.label)
        card.add("setting", placement.setting.rawValue)
        card.add("published under", placement.publishedHeadings.joined(separator: ", "))
        card.add("placement codes", placement.placementCodes.joined(separator: ", "))
        card.add("provider codes", placement.providerCodes.joined(separator: ", "))
        return card
      }
    })
}
