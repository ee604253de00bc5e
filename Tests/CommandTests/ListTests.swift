import Testing

@Suite("carecast list, show and diff")
struct ListTests {
  @Test func listsAndShows() throws {
    let list = try Command("list", "levers")
    #expect(list.status == 0 && list.output.contains("family-help"))
    #expect(list.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let shown = try Command("show", "lever", "family-help", "--json")
    #expect(shown.status == 0 && shown.output.hasPrefix("{"))
    let resolved = try Command("show", "scenario", "review-in-full", "--resolved")
    #expect(resolved.status == 0 && resolved.output.hasPrefix("id: review-in-full"))
  }

  @Test func wrongNamesSayTheNearest() throws {
    let lever = try Command("show", "lever", "family-hlp")
    #expect(lever.status == 65 && lever.errors.contains("family-help"))
    let kind = try Command("list", "lever-s")
    #expect(kind.status == 65 && kind.errors.contains("levers"))
  }

  @Test func differencesAreOfTwoOfAKind() throws {
    let same = try Command("diff", "baseline", "baseline")
    #expect(same.status == 0 && same.output == "Nothing differs.\n")
    #expect(try Command("diff", "baseline", "review-in-full").status == 0)
    let mixed = try Command("diff", "baseline", "Datasets")
    #expect([64, 65].contains(mixed.status))
  }
}
