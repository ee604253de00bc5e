import Parameters
import Scenarios

extension ListedKind {
  /// Publications by id.
  static let sources = ListedKind(
    id: "sources", singular: "source", sentence: "The publications that figures come from.",
    columns: ["Id", "Publisher", "Title"],
    rows: { try $0.sources().all.map { [$0.id, $0.publisher, $0.title] } },
    card: { id, library in
      let data = try library.data()
      return try data.sources[id].map { source in
        var card = Card(id: id, title: source.title)
        card.add("publisher", source.publisher)
        card.add("released", source.released)
        card.add("address", source.address)
        card.add("licence", source.licence.rawValue)
        card.add("read in", source.via)
        let parameters = data.parameters.all.filter {
          $0.values.contains { $0.citation?.source == id }
        }
        card.add("parameters", parameters.map(\.id).joined(separator: ", "))
        let levers = try ScenarioFolder(data).levers.filter { lever in
          lever.sources.contains { $0.source == id }
            || lever.actions.contains { $0.reach.citation?.source == id }
        }
        card.add("levers", levers.map(\.id).joined(separator: ", "))
        return card
      }
    })
}

extension Source {
  /// Publisher, title, release and address, for a card.
  var reference: String {
    "\(publisher), \(title)" + (released == "not-stated" ? "" : ", \(released)") + ", \(address)"
      + (via.map { "; read in \($0)" } ?? "")
  }
}
