import Datasets
import Parameters
import Tables
import Testing

/// What is listed can be shown.
@Suite struct ListingTests {
  private let library = DataLibrary(Datasets.folder)

  private func ids(_ kind: ListedKind) throws -> [String] {
    try kind.list(library).rows.map { $0[0] }
  }

  @Test(arguments: ListedKind.all.map(\.id)) func everyKindHasThings(kind: String) throws {
    let ids = try ids(.named(kind, at: Place(file: "test")))
    #expect(!ids.isEmpty)
    #expect(Set(ids).count == ids.count, "\(kind) twice")
  }

  /// Tables need a run each and areas are alike: a few stand for them.
  @Test(arguments: ListedKind.all.map(\.id)) func whatIsListedIsShown(kind: String) throws {
    let kind = try ListedKind.named(kind, at: Place(file: "test"))
    let step = [
      "tables": 6, "areas": 40, "parameters": 12, "sources": 12, "series": 12, "levers": 5,
    ]
    for (index, id) in try ids(kind).enumerated() where index % (step[kind.id] ?? 1) == 0 {
      let card = try kind.show(id, of: library)
      #expect(card.id == id)
      #expect(card.text().contains(id))
      #expect(card.json.text.contains("\"id\""))
    }
  }

  @Test func aKindHasAWordForOne() throws {
    #expect(try ListedKind.named("lever", at: Place(file: "test")).id == "levers")
    #expect(Set(ListedKind.all.map(\.singular)).count == ListedKind.all.count)
  }

  @Test func aWrongKindAndAWrongIdNameTheNearest() throws {
    let kind = try #require(throws: InputError.self) {
      try ListedKind.named("levres", at: Place(file: "test"))
    }
    #expect(kind.faults.first?.nearest == "levers")
    let id = try #require(throws: InputError.self) {
      try ListedKind.named("parameters", at: Place(file: "test"))
        .show("entries.rates", of: library)
    }
    #expect(id.faults.first?.nearest == "entries.rate")
  }

  /// Value, date, unit, basis, source with address, range and spread, all on one card.
  @Test func aParameterSaysWhereItComesFrom() throws {
    let text = try ListedKind.named("parameter", at: Place(file: "test"))
      .show("entries.rate", of: library).text(width: 200)
    for part in [
      "/child/year", "2024-04-01", "estimated", "https://", "0 to 1", "cv", "family-help",
    ] {
      #expect(text.contains(part), "\(part) is missing")
    }
  }
}
