import Sensitivity

extension ListedKind {
  /// Methods of sensitivity analysis, cheapest first.
  static let methods = ListedKind(
    id: "methods", singular: "method", sentence: "The methods of carecast sensitivity.",
    columns: ["Id", "What it is for", "Figures"],
    rows: { _ in
      SensitivityMethod.all.map {
        [$0.id, $0.sentence, $0.kinds.map(\.id).joined(separator: ", ")]
      }
    },
    card: { id, _ in
      guard let method = SensitivityMethod.all.first(where: { $0.id == id }) else { return nil }
      var card = Card(id: id, title: method.sentence)
      var kinds = TextTable(columns: [.text("figure"), .text("what it is")])
      for kind in method.kinds { kinds.add([kind.id, kind.sentence]) }
      card.add("ranked by", method.rankedBy)
      card.add("figures", kinds)
      return card
    })
}
