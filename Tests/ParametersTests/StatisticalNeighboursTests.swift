import Foundation
import Parameters
import Testing

/// Neighbours are read whole or not at all.
@Suite struct StatisticalNeighboursTests {
  private static let text = """
    notes: Invented.
    source: {id: invented-2024, at: "table 1"}
    neighbours:
      E06000002: [E06000003, E06000001]
      E06000003: [E06000002, E06000001]
      E06000001: [E06000003, E06000002]
    """

  private func neighbours(_ text: String = text) throws -> (Areas, StatisticalNeighbours) {
    try withFolder(validFiles.merging(["statistical-neighbours.yaml": text]) { $1 }) {
      let data = try DataFolder($0)
      let areas = try data.areas()
      return (areas, try data.neighbours(of: areas))
    }
  }

  @Test func neighboursAreInOrder() throws {
    let (areas, neighbours) = try neighbours()
    let marys = try areas.named("St Mary's")
    #expect(neighbours.neighbours(of: marys).map(\.name) == ["Dale", "Hill, City of"])
    #expect(neighbours.neighbours(of: areas.regions[0]).isEmpty)
    #expect(neighbours.notes == "Invented.")
  }

  /// An authority without neighbours, one that is none, one twice, itself, too few, and no source.
  @Test(arguments: [
    ("  E06000001: [E06000003, E06000002]", "", "neighbours lacks the key 'E06000001'"),
    ("[E06000003, E06000001]", "[E06000003, E06000009]", "'E06000009' is not a known authority"),
    ("  E06000001:", "  E06000009:", "'E06000009' is not a known authority"),
    ("[E06000003, E06000001]", "[E06000003, E06000003]", "'E06000003' is already defined"),
    ("[E06000003, E06000001]", "[E06000002, E06000001]", "'E06000002' is already defined"),
    ("[E06000002, E06000001]", "[E06000002]", "a list of 2, not a list of 1"),
    ("id: invented-2024", "id: unheard-of", "'unheard-of' is not a known"),
    ("at:", "on:", "the key 'on' is not known"),
  ])
  func aBrokenFileIsFound(old: String, new: String, says: String) throws {
    let text = Self.text.replacingOccurrences(of: old, with: new)
    try #require(text != Self.text)
    let error = try #require(throws: InputError.self) { try neighbours(text) }
    #expect(error.description.contains(says), "\(error)")
  }
}
